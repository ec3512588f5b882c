/* SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML into blocks: SAX events become pieces of text with their containers (this file), rows of
 * tables are joined (sp-html-tables.c), then the page's own content is told from what frames it
 * (sp-html-content.c). */

#include "config.h"

#include "sp-html-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-error.h"
#include "sp-html-element.h"
#include "sp-html-metadata.h"
#include "sp-html-page.h"
#include "sp-limits.h"
#include "sp-markup.h"
#include "sp-reader-utils.h"
#include "sp-text-utils.h"

/* A line of more bytes than this is running text. */
#define PROSE_LINE_BYTES 160

/* No line above a folded section is longer. */
#define MAX_HEADING_BYTES 120

/* An element that is open. */
typedef struct
{
  const SpHtmlElement *element;
  guint outer_region;
  guint outer_table;
  guint outer_cell;
  guint outer_row;
  guint n_blocks;       /* of an item: blocks so far */
  gboolean has_heading; /* of an item: it is a section rather */
  gboolean is_link;
  gboolean is_strong;
} Open;

typedef struct
{
  SpDocumentBuilder *builder;
  SpHtmlPage page;
  GArray *open; /* (owned) (element-type Open) */
  guint region;
  guint table;
  guint row;
  guint cell;
  guint n_rows;
  guint n_cells;

  /* How many of these are open. */
  guint skipped;
  guint headings;
  guint lists;
  guint strong;
  guint links;
  guint preformatted;
  guint heading_level;

  SpDraftBlock *block; /* (owned) (nullable) */
  gsize n_link;
  gboolean pending_space;
  gboolean strong_start;

  GString *title; /* (owned) (nullable): the first one */
  gboolean in_title;
} Reader;

static Open *
find_item (Reader *self)
{
  for (guint i = self->open->len; i-- > 0;)
    {
      Open *open = &g_array_index (self->open, Open, i);

      if (open->element->kind == SP_HTML_ITEM || open->element->kind == SP_HTML_TERM
          || open->element->kind == SP_HTML_DEFINITION)
        return open;
      if (open->element->kind == SP_HTML_LIST || open->element->kind == SP_HTML_CELL)
        return NULL;
    }
  return NULL;
}

static SpDraftBlock *
new_item (Reader *self, Open *item)
{
  guint depth = MAX (1, self->lists);

  if (item->element->kind == SP_HTML_DEFINITION || item->n_blocks > 0)
    depth++;
  item->n_blocks++;
  return sp_draft_block_new (SP_BLOCK_ITEM, depth, "", 0);
}

/* Opens the block that text at this place belongs to. */
static void
open_block (Reader *self)
{
  Open *item = find_item (self);

  if (self->headings > 0)
    {
      self->block = sp_draft_block_new (SP_BLOCK_HEADING, self->heading_level, "", 0);
      if (item != NULL)
        item->has_heading = TRUE;
      if (self->table != SP_HTML_NONE)
        g_array_index (self->page.tables, SpHtmlTable, self->table).has_headings = TRUE;
    }
  else if (item != NULL && !item->has_heading)
    self->block = new_item (self, item);
  else
    self->block = sp_draft_block_new (SP_BLOCK_PARAGRAPH, 0, "", 0);

  self->n_link = 0;
  self->pending_space = FALSE;
  self->strong_start = TRUE;
}

/* Of a container that is called a title, only the first block is one. */
static void
end_title (Reader *self)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      Open *open = &g_array_index (self->open, Open, i);

      if (!open->is_strong || !open->element->is_region)
        continue;
      open->is_strong = FALSE;
      self->strong--;
    }
}

static void
close_block (Reader *self)
{
  SpHtmlPiece piece = { NULL, self->region, self->n_link, self->table, self->row, self->cell };

  if (self->block == NULL)
    return;
  piece.draft = g_steal_pointer (&self->block);
  g_array_append_val (self->page.pieces, piece);
  if (self->strong > 0)
    end_title (self);
}

static void
append_word (Reader *self, const char *text, gsize length)
{
  SpDraftBlock *block;

  if (self->block == NULL)
    open_block (self);
  block = self->block;
  if (self->pending_space && block->text->len > 0)
    g_string_append_c (block->text, ' ');
  self->pending_space = FALSE;
  g_string_append_len (block->text, text, length);

  if (self->strong == 0)
    self->strong_start = FALSE;
  else if (self->strong_start)
    block->n_strong = block->text->len;
  if (self->links > 0)
    self->n_link += length;
}

/* Old pages part their paragraphs by breaks: two in a row, or one after a line that is too long to be
 * an address or a verse and ends as a sentence does. */
static gboolean
ends_paragraph (const GString *text)
{
  const char *line = memrchr (text->str, '\n', text->len);
  gsize length = text->len - (line != NULL ? line + 1 - text->str : 0);

  if (text->len == 0)
    return FALSE;
  return length == 0 || (length > PROSE_LINE_BYTES && strchr (".!?:;", text->str[text->len - 1]) != NULL);
}

static void
break_line (Reader *self)
{
  if (self->block == NULL)
    return;
  if (self->preformatted == 0 && self->headings == 0 && ends_paragraph (self->block->text))
    {
      close_block (self);
      return;
    }
  g_string_append_c (self->block->text, '\n');
  self->pending_space = FALSE;
}

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  Reader *self = user_data;
  const char *end = text + length;

  if (self->in_title)
    g_string_append_len (self->title, text, length);
  if (self->skipped > 0)
    return;

  while (text < end)
    {
      const char *p = text;

      for (; text < end && !g_ascii_isspace (*text); text++)
        ;
      if (text > p)
        append_word (self, p, text - p);
      for (; text < end && g_ascii_isspace (*text); text++)
        {
          if (*text == '\n' && self->preformatted > 0)
            break_line (self);
          self->pending_space = TRUE;
        }
    }
}

/* Whether what came last may be the heading of a section that is folded up. */
static gboolean
is_after_heading (const Reader *self)
{
  const GString *text;

  if (self->page.pieces->len == 0)
    return FALSE;
  text = g_array_index (self->page.pieces, SpHtmlPiece, self->page.pieces->len - 1).draft->text;
  return text->len > 0 && text->len <= MAX_HEADING_BYTES && strchr (".,;!", text->str[text->len - 1]) == NULL;
}

static void
push_region (Reader *self, SpHtmlRole role)
{
  SpHtmlRegion region = { .role = role, .is_headed = is_after_heading (self), .parent = self->region };

  self->region = self->page.regions->len;
  g_array_append_val (self->page.regions, region);
}

static void
enter_table (Reader *self)
{
  SpHtmlTable table = { self->table, FALSE, FALSE, FALSE };

  if (self->table != SP_HTML_NONE)
    g_array_index (self->page.tables, SpHtmlTable, self->table).has_inner = TRUE;
  self->table = self->page.tables->len;
  g_array_append_val (self->page.tables, table);
}

/* Keeps the counts of what is open; @step is 1 or -1. */
static void
count_open (Reader *self, const SpHtmlElement *element, int step)
{
  switch (element->kind)
    {
    case SP_HTML_SKIPPED:
    case SP_HTML_TITLE:
      self->skipped += step;
      break;
    case SP_HTML_HEADING:
      self->headings += step;
      break;
    case SP_HTML_LIST:
      self->lists += step;
      break;
    case SP_HTML_PREFORMATTED:
      self->preformatted += step;
      break;
    default:
      break;
    }
}

static void
enter_block_element (Reader *self, const SpHtmlElement *element, const char *const *attributes)
{
  SpHtmlRole role = sp_html_element_get_role (element, attributes);

  if (role != SP_HTML_ROLE_PLAIN || element->is_region)
    push_region (self, role);

  if (element->kind == SP_HTML_HEADING)
    self->heading_level = element->level;
  else if (element->kind == SP_HTML_TABLE)
    enter_table (self);
  else if (element->kind == SP_HTML_ROW)
    self->row = ++self->n_rows;
  else if (element->kind == SP_HTML_CELL)
    {
      self->cell = ++self->n_cells;
      if (self->table != SP_HTML_NONE && element->level == 1)
        g_array_index (self->page.tables, SpHtmlTable, self->table).has_header_cells = TRUE;
    }
}

static gboolean
is_outward_link (const SpHtmlElement *element, const char *const *attributes)
{
  const char *target;

  if (element->kind != SP_HTML_LINK)
    return FALSE;
  target = sp_markup_find_attribute (attributes, "href");
  return target != NULL && *target != '#';
}

/* Inside a heading, a button is a way to unfold what follows. */
static gboolean
is_block (const Reader *self, const SpHtmlElement *element)
{
  return element->is_block && !(self->headings > 0 && element->kind == SP_HTML_CONTROL);
}

static void
start_element_cb (const char *name, const char *const *attributes, gpointer user_data)
{
  Reader *self = user_data;
  const SpHtmlElement *element = sp_html_element_find (name);
  Open open = { element, self->region, self->table, self->cell, self->row, 0, FALSE, FALSE, FALSE };

  if (is_block (self, element))
    close_block (self);
  open.is_link = is_outward_link (element, attributes);
  open.is_strong = sp_html_element_is_strong (element, attributes);
  g_array_append_val (self->open, open);
  count_open (self, element, 1);
  self->links += open.is_link;
  self->strong += open.is_strong;

  if (element->kind == SP_HTML_METADATA)
    sp_html_metadata_read_element (self->builder, name, attributes);
  if (element->kind == SP_HTML_TITLE && self->title == NULL && self->skipped == 1)
    {
      self->title = g_string_new (NULL);
      self->in_title = TRUE;
    }
  if (element->kind == SP_HTML_BREAK)
    break_line (self);
  else if (is_block (self, element))
    enter_block_element (self, element, attributes);
}

static void
end_element_cb (const char *name, gpointer user_data)
{
  Reader *self = user_data;
  Open open;

  if (self->open->len == 0)
    return;
  if (is_block (self, g_array_index (self->open, Open, self->open->len - 1).element))
    close_block (self);
  open = g_array_index (self->open, Open, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  count_open (self, open.element, -1);
  self->links -= open.is_link;
  self->strong -= open.is_strong;
  if (open.element->kind == SP_HTML_TITLE)
    self->in_title = FALSE;
  self->region = open.outer_region;
  self->table = open.outer_table;
  self->cell = open.outer_cell;
  self->row = open.outer_row;
}

static void
init_page (SpHtmlPage *page)
{
  page->regions = g_array_new (FALSE, FALSE, sizeof (SpHtmlRegion));
  page->tables = g_array_new (FALSE, FALSE, sizeof (SpHtmlTable));
  page->pieces = g_array_new (FALSE, FALSE, sizeof (SpHtmlPiece));
}

static void
clear_page (SpHtmlPage *page)
{
  for (guint i = 0; i < page->pieces->len; i++)
    g_clear_pointer (&g_array_index (page->pieces, SpHtmlPiece, i).draft, sp_draft_block_free);
  g_array_unref (page->regions);
  g_array_unref (page->tables);
  g_array_unref (page->pieces);
}

static gboolean
read_page (Reader *self, const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  static const SpMarkupHandler handler = { start_element_cb, end_element_cb, text_cb };

  self->open = g_array_new (FALSE, FALSE, sizeof (Open));
  self->table = SP_HTML_NONE;
  self->region = SP_HTML_NONE;
  init_page (&self->page);
  push_region (self, SP_HTML_ROLE_PLAIN);

  if (!sp_markup_parse_html (text, length, &handler, self, cancellable, error))
    return FALSE;
  close_block (self);
  sp_html_tables_join (&self->page);
  return TRUE;
}

static void
clear_reader (Reader *self)
{
  g_clear_pointer (&self->block, sp_draft_block_free);
  g_array_unref (self->open);
  clear_page (&self->page);
  if (self->title != NULL)
    g_string_free (self->title, TRUE);
}

static gboolean
take_pieces (Reader *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->page.pieces->len; i++)
    {
      SpHtmlPiece *piece = &g_array_index (self->page.pieces, SpHtmlPiece, i);

      if (piece->draft != NULL)
        sp_document_builder_take_block (self->builder, g_steal_pointer (&piece->draft));
      if (!sp_reader_check (self->builder, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_title (Reader *self)
{
  g_autofree char *title = NULL;

  if (self->title == NULL)
    return;
  title = sp_text_collapse_spaces (self->title->str, self->title->len);
  if (*title != '\0')
    sp_document_builder_set_title (self->builder, title);
}

/**
 * sp_html_reader_read:
 * @text: valid UTF-8
 *
 * Reads a page into blocks. What is not its own content (navigation, banners, sidebars, hidden
 * dialogs) becomes blocks of boilerplate in its place.
 *
 * Errors: %SP_ERROR_TOO_DEEP, %SP_ERROR_TOO_LARGE, %SP_ERROR_PARSE, %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether it succeeded
 */
gboolean
sp_html_reader_read (SpDocumentBuilder *builder, const char *text, gsize length,
                     GCancellable *cancellable, GError **error)
{
  Reader reader = { .builder = builder };
  gboolean ok = read_page (&reader, text, length, cancellable, error);

  if (ok)
    {
      sp_html_metadata_read_source (builder, text, length);
      set_title (&reader);
      sp_html_content_select (&reader.page);
      ok = take_pieces (&reader, cancellable, error);
    }
  clear_reader (&reader);
  return ok;
}

/**
 * sp_html_reader_read_fragment:
 * @text: valid UTF-8
 *
 * Reads a piece of HTML inside another text: all of it is content.
 *
 * Errors: as sp_html_reader_read().
 *
 * Returns: whether it succeeded
 */
gboolean
sp_html_reader_read_fragment (SpDocumentBuilder *builder, const char *text, gsize length,
                              GCancellable *cancellable, GError **error)
{
  Reader reader = { .builder = builder };
  gboolean ok = read_page (&reader, text, length, cancellable, error)
                && take_pieces (&reader, cancellable, error);

  clear_reader (&reader);
  return ok;
}
