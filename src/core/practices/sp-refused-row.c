/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of categories with a last column “Collected: yes, no”: a “no” denies what the row names. */

#include "sp-refused-row.h"

#include <string.h>

#define CELL_MARK "|"

/* A row that says yes in one column and no in another says nothing for all of it. */
static gboolean
is_refused (const SpFrameLexicon *lexicon, const char *text, SpSpan span)
{
  g_autofree char *row = sp_span_dup_text (span, text);
  g_auto (GStrv) cells = g_strsplit (row, CELL_MARK, -1);
  guint n = g_strv_length (cells);
  gboolean refused = FALSE;

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *cell = g_ascii_strdown (g_strstrip (cells[i]), -1);

      if (sp_frame_lexicon_grants_cell (lexicon, cell))
        return FALSE;
      refused = sp_frame_lexicon_refuses_cell (lexicon, cell);
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

  for (guint i = 0; i < statements->len; i++)
    {
      SpStatement *statement = statements->pdata[i];
      const SpBlock *block = segments[statement->segment].block;

      if (block->kind == SP_BLOCK_ROW && is_refused (lexicon, text, block->span))
        statement->denied = TRUE;
    }
}
