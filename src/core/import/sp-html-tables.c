/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that hold data become rows, cells joined by " | "; tables that lay out a page dissolve into
 * the paragraphs in their cells. */

#include "sp-html-page.h"
#include "sp-text-utils.h"

/* More words in the mean cell, and it is prose that was laid out in columns. */
#define MAX_CELL_WORDS 60

typedef struct
{
  guint n_words;
  guint n_cells;
  guint n_rows;
  guint n_wide_rows; /* with two cells or more that are not blank */
} Measure;

static SpHtmlPiece *
get_piece (SpHtmlPage *page, guint i)
{
  return &g_array_index (page->pieces, SpHtmlPiece, i);
}

/* One past the last piece of the row that begins at piece @first. */
static guint
find_row_end (SpHtmlPage *page, guint first)
{
  const SpHtmlPiece *start = get_piece (page, first);
  guint i = first + 1;

  while (i < page->pieces->len && get_piece (page, i)->row == start->row
         && get_piece (page, i)->table == start->table)
    i++;
  return i;
}

static guint
count_cells (SpHtmlPage *page, guint first, guint end)
{
  guint n = 1;

  for (guint i = first + 1; i < end; i++)
    n += get_piece (page, i)->cell != get_piece (page, i - 1)->cell;
  return n;
}

static Measure *
measure_tables (SpHtmlPage *page)
{
  Measure *measures = g_new0 (Measure, page->tables->len);
  guint end;

  for (guint first = 0; first < page->pieces->len; first = end)
    {
      guint table = get_piece (page, first)->table;
      guint n_cells;

      end = find_row_end (page, first);
      if (table == SP_HTML_NONE)
        continue;
      n_cells = count_cells (page, first, end);
      measures[table].n_rows++;
      measures[table].n_cells += n_cells;
      measures[table].n_wide_rows += n_cells > 1;
      for (guint i = first; i < end; i++)
        {
          const GString *text = get_piece (page, i)->draft->text;

          measures[table].n_words += sp_text_count_words (text->str, text->len);
        }
    }
  return measures;
}

static gboolean
holds_data (const SpHtmlTable *table, const Measure *measure)
{
  if (table->has_inner || table->has_headings || measure->n_cells == 0)
    return FALSE;
  if (measure->n_words > MAX_CELL_WORDS * measure->n_cells)
    return FALSE;
  return (table->has_header_cells && measure->n_wide_rows > 0)
         || (measure->n_rows >= 2 && measure->n_wide_rows * 2 >= measure->n_rows);
}

static void
join_row (SpHtmlPage *page, guint first, guint end)
{
  SpHtmlPiece *row = get_piece (page, first);

  row->draft->kind = SP_BLOCK_ROW;
  row->draft->level = 0;
  row->draft->n_strong = 0;
  for (guint i = first + 1; i < end; i++)
    {
      SpHtmlPiece *piece = get_piece (page, i);

      g_string_append (row->draft->text, piece->cell != get_piece (page, i - 1)->cell ? " | " : "\n");
      g_string_append_len (row->draft->text, piece->draft->text->str, piece->draft->text->len);
      row->n_link += piece->n_link;
      g_clear_pointer (&piece->draft, sp_draft_block_free);
    }
}

static void
drop_joined (SpHtmlPage *page)
{
  guint n = 0;

  for (guint i = 0; i < page->pieces->len; i++)
    if (get_piece (page, i)->draft != NULL)
      *get_piece (page, n++) = *get_piece (page, i);
  g_array_set_size (page->pieces, n);
}

/**
 * sp_html_tables_join:
 *
 * Joins the pieces of each row of the tables that hold data.
 */
void
sp_html_tables_join (SpHtmlPage *page)
{
  g_autofree Measure *measures = measure_tables (page);
  guint end;

  for (guint first = 0; first < page->pieces->len; first = end)
    {
      guint table = get_piece (page, first)->table;

      end = find_row_end (page, first);
      if (table != SP_HTML_NONE
          && holds_data (&g_array_index (page->tables, SpHtmlTable, table), &measures[table]))
        join_row (page, first, end);
    }
  drop_joined (page);
}
