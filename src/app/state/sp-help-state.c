/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-help-state.h"

#include <string.h>

/* How each inline element looks; links begin with where they lead. */
static const struct
{
  const char *name;
  const char *begin;
  const char *end;
} inlines[] = {
  { "em", "<i>", "</i>" },       { "gui", "<b>", "</b>" },  { "key", "<b>", "</b>" },
  { "keyseq", "", "" },          { "cmd", "<tt>", "</tt>" }, { "link", "", "</a>" },
};

static int
find_inline (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].name, name))
      return (int) i;
  return -1;
}

static const char *
find_attribute (const char *name, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* Quotes stay as they are: translators see this. */
static void
append_escaped (GString *text, const char *words, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (words[i] == '&')
      g_string_append (text, "&amp;");
    else if (words[i] == '<')
      g_string_append (text, "&lt;");
    else if (words[i] == '>')
      g_string_append (text, "&gt;");
    else
      g_string_append_c (text, words[i]);
}

/* A page that is being read. */
typedef struct
{
  SpHelpPage *page; /* (not owned) */
  GString *text;    /* (owned) (nullable): of the paragraph or title that is being read */
  SpHelpKind kind;  /* of the next paragraph */
  char *section;    /* (owned) (nullable): whose title comes */
} Reading;

static void
begin_block (Reading *reading, const char *element, const char **names, const char **values, GError **error)
{
  if (g_str_equal (element, "page"))
    reading->page->id = g_strdup (find_attribute ("id", names, values));
  else if (g_str_equal (element, "link"))
    reading->page->guide = g_strdup (find_attribute ("xref", names, values));
  else if (g_str_equal (element, "section"))
    reading->section = g_strdup (find_attribute ("id", names, values));
  else if (g_str_equal (element, "item"))
    reading->kind = SP_HELP_ITEM;
  else if (g_str_equal (element, "note"))
    reading->kind = SP_HELP_NOTE;
  else if (g_str_equal (element, "p") || g_str_equal (element, "title") || g_str_equal (element, "desc"))
    reading->text = g_string_new (NULL);
  else if (!g_str_equal (element, "info") && !g_str_equal (element, "list"))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "“%s” is no element of our help", element);
}

static void
start_element_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
                  gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const char *target = find_attribute ("xref", names, values);

  if (reading->text == NULL)
    begin_block (reading, element, names, values, error);
  else if (find_inline (element) < 0)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "“%s” cannot stand within words", element);
  else if (target != NULL)
    g_string_append_printf (reading->text, "<%s xref=\"%s\">", element, target);
  else
    g_string_append_printf (reading->text, "<%s>", element);
}

static void
add_part (Reading *reading, SpHelpKind kind, char *id, char *text)
{
  SpHelpPart *part = g_new0 (SpHelpPart, 1);

  part->kind = kind;
  part->id = id;
  part->text = text;
  g_ptr_array_add (reading->page->parts, part);
}

/* What was read between the tags of a block. */
static char *
take_text (Reading *reading)
{
  return g_string_free (g_steal_pointer (&reading->text), FALSE);
}

static void
end_element_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (g_str_equal (element, "item") || g_str_equal (element, "note"))
    reading->kind = SP_HELP_PARAGRAPH;
  else if (reading->text == NULL)
    return;
  else if (g_str_equal (element, "p"))
    add_part (reading, reading->kind, NULL, take_text (reading));
  else if (g_str_equal (element, "desc"))
    reading->page->desc = take_text (reading);
  else if (g_str_equal (element, "title") && reading->section != NULL)
    add_part (reading, SP_HELP_SECTION, g_steal_pointer (&reading->section), take_text (reading));
  else if (g_str_equal (element, "title"))
    reading->page->title = take_text (reading);
  else
    g_string_append_printf (reading->text, "</%s>", element);
}

static void
text_cb (GMarkupParseContext *context, const char *words, gsize length, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (reading->text != NULL)
    append_escaped (reading->text, words, length);
}

static void
part_free (gpointer data)
{
  SpHelpPart *part = data;

  g_free (part->id);
  g_free (part->text);
  g_free (part);
}

/**
 * sp_help_page_new:
 *
 * Reads a page.
 *
 * Errors: %G_MARKUP_ERROR; the pages are ours, so that this is a mistake of ours.
 *
 * Returns: (transfer full): the page
 */
SpHelpPage *
sp_help_page_new (const char *xml, gsize length, GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (SpHelpPage) page = g_new0 (SpHelpPage, 1);
  Reading reading = { page, NULL, SP_HELP_PARAGRAPH, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  gboolean done;

  page->parts = g_ptr_array_new_with_free_func (part_free);
  done = g_markup_parse_context_parse (context, xml, (gssize) length, error)
         && g_markup_parse_context_end_parse (context, error);
  if (reading.text != NULL)
    g_string_free (reading.text, TRUE);
  g_free (reading.section);
  return done ? g_steal_pointer (&page) : NULL;
}

/**
 * sp_help_page_free:
 *
 * Frees what sp_help_page_new() returned.
 */
void
sp_help_page_free (SpHelpPage *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->desc);
  g_free (self->guide);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* Keys that are pressed together are joined by a plus. */
static void
markup_start_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
                 gpointer user_data, GError **error)
{
  GString *markup = user_data;
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  const char *parent = stack->next != NULL ? stack->next->data : NULL;
  const char *target = find_attribute ("xref", names, values);
  int i = find_inline (element);

  if (i < 0)
    return;
  if (g_str_equal (element, "key") && g_strcmp0 (parent, "keyseq") == 0 && g_str_has_suffix (markup->str, "</b>"))
    g_string_append (markup, "+");
  if (g_str_equal (element, "link"))
    g_string_append_printf (markup, "<a href=\"%s\">", target != NULL ? target : "index");
  else
    g_string_append (markup, inlines[i].begin);
}

static void
markup_end_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  int i = find_inline (element);

  if (i >= 0)
    g_string_append (user_data, inlines[i].end);
}

static void
markup_text_cb (GMarkupParseContext *context, const char *words, gsize length, gpointer user_data, GError **error)
{
  append_escaped (user_data, words, length);
}

/**
 * sp_help_dup_markup:
 * @text: of a part, as translated
 *
 * Returns: (transfer full): the same for Pango; links lead to the ids of pages. What a translation spoilt
 *   is shown as it stands
 */
char *
sp_help_dup_markup (const char *text)
{
  static const GMarkupParser parser = { markup_start_cb, markup_end_cb, markup_text_cb, NULL, NULL };
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, markup, NULL);
  g_autofree char *whole = g_strconcat ("<p>", text, "</p>", NULL);

  if (!g_markup_parse_context_parse (context, whole, -1, NULL) || !g_markup_parse_context_end_parse (context, NULL))
    return g_markup_escape_text (text, -1);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/**
 * sp_help_get_topic:
 * @page: (nullable): of the window, as “findings”
 *
 * Returns: the page of the help that tells of it
 */
const char *
sp_help_get_topic (const char *page)
{
  static const char *const topics[] = { "overview", "clauses", "findings", "coverage", "data" };

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (page, topics[i]))
      return topics[i];
  return "index";
}
