/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of categories with a column “Collected: yes, no”: a “no” denies what the row names; but not
 * in a column that tells whether it is sold or shared. */

#include "sp-refused-row.h"

#include <string.h>

#define CELL_MARK "|"

static GStrv
split_cells (const char *text, SpSpan span)
{
  g_autofree char *row = sp_span_dup_text (span, text);
  GStrv cells = g_strsplit (row, CELL_MARK, -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = cells[i];

      cells[i] = g_ascii_strdown (g_strstrip (cell), -1);
    }
  return cells;
}

/* Returns: (transfer full): for each segment that is a row, the first of its table */
static guint *
find_title_rows (const SpSegment *segments, guint n)
{
  guint *rows = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    rows[i] = i > 0 && segments[i].block->kind == SP_BLOCK_ROW && segments[i - 1].block->kind == SP_BLOCK_ROW
                ? rows[i - 1]
                : i;
  return rows;
}

/* A row that says yes in one column and no in another says nothing for all of it. */
static gboolean
is_refused (const SpFrameLexicon *lexicon, const char *text, SpSpan row, SpSpan title_row)
{
  g_auto (GStrv) cells = split_cells (text, row);
  g_auto (GStrv) titles = split_cells (text, title_row);
  guint n = g_strv_length (cells);
  gboolean has_titles = g_strv_length (titles) == n;
  gboolean refused = FALSE;

  if (n < 2 || !sp_frame_lexicon_refuses_cell (lexicon, cells[n - 1]))
    return FALSE;
  for (guint i = 1; i < n; i++)
    {
      if (sp_frame_lexicon_grants_cell (lexicon, cells[i]))
        return FALSE;
      if (sp_frame_lexicon_refuses_cell (lexicon, cells[i]))
        refused = refused || !has_titles || !sp_frame_lexicon_passes_on (lexicon, titles[i]);
    }
  return refused;
}

/**
 * sp_statements_deny_refused_rows:
 * @statements: (element-type SpStatement): those of rows that end with “no” become denials
 */
void
sp_statements_deny_refused_rows (GPtrArray *statements, const SpFrameLexicon *lexicon,
                                 SpSegmentation *segmentation)
{
  guint n;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n);
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  g_autofree guint *title_rows = find_title_rows (segments, n);

  for (guint i = 0; i < statements->len; i++)
    {
      SpStatement *statement = statements->pdata[i];
      const SpBlock *row = segments[statement->segment].block;
      const SpBlock *title_row = segments[title_rows[statement->segment]].block;

      if (row->kind == SP_BLOCK_ROW && is_refused (lexicon, text, row->span, title_row->span))
        statement->denied = TRUE;
    }
}
