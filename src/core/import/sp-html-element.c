/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-html-element.h"

#include <stdlib.h>
#include <string.h>

#include "sp-import-lexicon.h"
#include "sp-markup.h"

#define BLOCK(name) { name, SP_HTML_BLOCK, TRUE, FALSE, SP_HTML_ROLE_PLAIN, 0 }
#define REGION(name) { name, SP_HTML_BLOCK, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 0 }
#define FRAME(name) { name, SP_HTML_BLOCK, TRUE, TRUE, SP_HTML_ROLE_FRAME, 0 }
#define SKIPPED(name) { name, SP_HTML_SKIPPED, FALSE, FALSE, SP_HTML_ROLE_PLAIN, 0 }
#define HEADING(name, level) { name, SP_HTML_HEADING, TRUE, FALSE, SP_HTML_ROLE_PLAIN, level }
#define INLINE(name, kind) { name, kind, FALSE, FALSE, SP_HTML_ROLE_PLAIN, 0 }

/* Sorted by name; everything else is inline. */
static const SpHtmlElement elements[] = {
  INLINE ("a", SP_HTML_LINK),
  BLOCK ("address"),
  REGION ("article"),
  FRAME ("aside"),
  SKIPPED ("audio"),
  INLINE ("b", SP_HTML_STRONG),
  INLINE ("big", SP_HTML_STRONG),
  BLOCK ("blockquote"),
  REGION ("body"),
  INLINE ("br", SP_HTML_BREAK),
  { "button", SP_HTML_CONTROL, TRUE, TRUE, SP_HTML_ROLE_FRAME, 0 },
  SKIPPED ("canvas"),
  BLOCK ("caption"),
  REGION ("center"),
  SKIPPED ("datalist"),
  { "dd", SP_HTML_DEFINITION, TRUE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  REGION ("details"),
  { "dialog", SP_HTML_BLOCK, TRUE, TRUE, SP_HTML_ROLE_FRAME, 0 },
  { "dir", SP_HTML_LIST, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 0 },
  REGION ("div"),
  { "dl", SP_HTML_LIST, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 0 },
  { "dt", SP_HTML_TERM, TRUE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  INLINE ("em", SP_HTML_STRONG),
  SKIPPED ("embed"),
  REGION ("fieldset"),
  BLOCK ("figcaption"),
  BLOCK ("figure"),
  FRAME ("footer"),
  REGION ("form"),
  HEADING ("h1", 1),
  HEADING ("h2", 2),
  HEADING ("h3", 3),
  HEADING ("h4", 4),
  HEADING ("h5", 5),
  HEADING ("h6", 6),
  FRAME ("header"),
  BLOCK ("hr"),
  { "html", SP_HTML_METADATA, FALSE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  INLINE ("i", SP_HTML_STRONG),
  SKIPPED ("iframe"),
  BLOCK ("legend"),
  { "li", SP_HTML_ITEM, TRUE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  { "link", SP_HTML_METADATA, FALSE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  { "main", SP_HTML_BLOCK, TRUE, TRUE, SP_HTML_ROLE_MAIN, 0 },
  SKIPPED ("map"),
  SKIPPED ("math"),
  { "menu", SP_HTML_LIST, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 0 },
  { "meta", SP_HTML_METADATA, FALSE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  FRAME ("nav"),
  SKIPPED ("noscript"),
  SKIPPED ("object"),
  { "ol", SP_HTML_LIST, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 0 },
  BLOCK ("optgroup"),
  BLOCK ("option"),
  BLOCK ("p"),
  { "pre", SP_HTML_PREFORMATTED, TRUE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  SKIPPED ("script"),
  REGION ("section"),
  FRAME ("select"),
  INLINE ("strong", SP_HTML_STRONG),
  SKIPPED ("style"),
  { "summary", SP_HTML_SUMMARY, TRUE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  SKIPPED ("svg"),
  { "table", SP_HTML_TABLE, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 0 },
  { "td", SP_HTML_CELL, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 0 },
  SKIPPED ("template"),
  FRAME ("textarea"),
  { "th", SP_HTML_CELL, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 1 },
  { "title", SP_HTML_TITLE, FALSE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  { "tr", SP_HTML_ROW, TRUE, FALSE, SP_HTML_ROLE_PLAIN, 0 },
  INLINE ("u", SP_HTML_STRONG),
  { "ul", SP_HTML_LIST, TRUE, TRUE, SP_HTML_ROLE_PLAIN, 0 },
  SKIPPED ("video"),
};

static const SpHtmlElement other = INLINE ("", SP_HTML_INLINE);

static int
compare_names (gconstpointer name, gconstpointer element)
{
  return strcmp (name, ((const SpHtmlElement *) element)->name);
}

/**
 * sp_html_element_find:
 * @name: in lower case
 *
 * Returns: (transfer none): what is known of the element
 */
const SpHtmlElement *
sp_html_element_find (const char *name)
{
  const SpHtmlElement *element
      = bsearch (name, elements, G_N_ELEMENTS (elements), sizeof *elements, compare_names);

  return element != NULL ? element : &other;
}

static gboolean
is_hidden_by_style (const char *style)
{
  const char *display = strstr (style, "display");

  if (display == NULL)
    return FALSE;
  display += strlen ("display");
  display += strspn (display, " :");
  return g_str_has_prefix (display, "none");
}

static SpHtmlRole
get_aria_role (const char *role)
{
  /* Not "menu": accordions are called so too, and real ones are links. */
  static const char *const frames[] = { "alert", "alertdialog", "banner", "complementary", "contentinfo",
                                        "dialog", "menubar", "navigation", "search", NULL };

  if (g_str_equal (role, "main"))
    return SP_HTML_ROLE_MAIN;
  return g_strv_contains (frames, role) ? SP_HTML_ROLE_FRAME : SP_HTML_ROLE_PLAIN;
}

/* Whether a word of a class or id stands in a list: "site-footer", "topNav". */
static gboolean
has_word (const char *value, SpLexiconSet set)
{
  const SpImportLexicon *lexicon = sp_import_lexicon_get ();

  for (const char *p = value; *p != '\0';)
    {
      char word[32];
      gsize n = 0;

      while (*p != '\0' && !g_ascii_isalpha (*p))
        p++;
      for (gboolean lower = FALSE; g_ascii_isalpha (*p); p++)
        {
          if (lower && g_ascii_isupper (*p))
            break;
          lower = g_ascii_islower (*p);
          if (n < sizeof word)
            word[n++] = g_ascii_tolower (*p);
        }
      if (n > 0 && sp_import_lexicon_has (lexicon, set, word, n))
        return TRUE;
    }
  return FALSE;
}

/**
 * sp_html_element_get_role:
 *
 * Returns: what the element and its attributes say of its content
 */
SpHtmlRole
sp_html_element_get_role (const SpHtmlElement *self, const char *const *attributes)
{
  SpHtmlRole role = self->role;

  if (self->kind == SP_HTML_INLINE || self->kind == SP_HTML_STRONG || self->kind == SP_HTML_LINK)
    return SP_HTML_ROLE_PLAIN;

  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      const char *name = attributes[i];
      const char *value = attributes[i + 1] != NULL ? attributes[i + 1] : "";

      if (g_str_equal (name, "hidden") || (g_str_equal (name, "aria-hidden") && g_str_equal (value, "true"))
          || (g_str_equal (name, "style") && is_hidden_by_style (value)))
        return SP_HTML_ROLE_HIDDEN;
      /* A button that unfolds something is that thing's heading. */
      if (self->kind == SP_HTML_CONTROL && (g_str_equal (name, "aria-expanded") || g_str_equal (name, "aria-controls")))
        return SP_HTML_ROLE_PLAIN;
      if (g_str_equal (name, "role") && (role == SP_HTML_ROLE_PLAIN || role == SP_HTML_ROLE_NAMED))
        role = get_aria_role (value);
      else if (self->is_region && role == SP_HTML_ROLE_PLAIN
               && (g_str_equal (name, "class") || g_str_equal (name, "id")) && has_word (value, SP_LEXICON_FRAME_WORDS))
        role = SP_HTML_ROLE_NAMED;
    }
  return role;
}

static gboolean
is_bold_by_style (const char *style)
{
  const char *weight = strstr (style, "font-weight");

  if (weight == NULL)
    return FALSE;
  weight += strlen ("font-weight");
  weight += strspn (weight, " :");
  return strncmp (weight, "bold", 4) == 0 || (*weight >= '6' && *weight <= '9');
}

/**
 * sp_html_element_is_strong:
 *
 * Returns: whether the page sets the element's text apart from others: bold, slanted, underlined, or
 *   called a title by its class
 */
gboolean
sp_html_element_is_strong (const SpHtmlElement *self, const char *const *attributes)
{
  const char *style, *class;

  if (self->kind == SP_HTML_STRONG)
    return TRUE;
  if (self->kind != SP_HTML_INLINE && self->kind != SP_HTML_BLOCK)
    return FALSE;
  style = sp_markup_find_attribute (attributes, "style");
  if (style != NULL && is_bold_by_style (style))
    return TRUE;
  class = sp_markup_find_attribute (attributes, "class");
  return class != NULL && has_word (class, SP_LEXICON_HEADING_CLASSES);
}
