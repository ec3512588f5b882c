/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the reading of a whole text may be relied on (rubric, section 8.7). */

#include "sp-score-private.h"

/* How many kinds of damage the text took on its way here, each once. */
static guint
count_kinds (const SpTrust *trust, GPtrArray *diagnostics)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const char *id = ((SpDiagnostic *) diagnostics->pdata[i])->id;

      for (guint j = 0; j < trust->damages->len; j++)
        if (g_str_equal (trust->damages->pdata[j], id))
          g_hash_table_add (seen, (gpointer) id);
    }
  return g_hash_table_size (seen);
}

/**
 * sp_trust_measure_extraction:
 *
 * Returns: how whole the text came here, 0..1
 */
double
sp_trust_measure_extraction (const SpTrust *trust, SpDocument *document)
{
  guint n_blocks = sp_document_get_n_blocks (document);
  guint n_damaged = 0;
  gboolean has_long = FALSE;
  double quality;

  for (guint i = 0; i < n_blocks; i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);

      n_damaged += (block->flags & SP_BLOCK_DAMAGED) != 0;
      has_long = has_long || sp_span_length (block->span) > trust->long_block;
    }
  quality = 1 - trust->damage * (count_kinds (trust, sp_document_get_diagnostics (document)) + has_long);
  if (n_blocks > 0)
    quality -= trust->damaged_clause * n_damaged / n_blocks;
  return CLAMP (quality, 0.0, 1.0);
}

/**
 * sp_trust_measure_tagging:
 *
 * Returns: the share of the clauses whose best tag is above its threshold, 0..1
 */
double
sp_trust_measure_tagging (SpSegmentation *segmentation, SpTagging *tagging)
{
  guint n_segments, n_judged = 0, n_sure = 0;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);

  for (guint i = 0; i < n_segments; i++)
    {
      guint n_tags;
      const SpTag *tags = sp_tagging_get_tags (tagging, i, &n_tags);

      if (n_tags == 0 || segments[i].block->kind == SP_BLOCK_HEADING)
        continue;
      n_judged++;
      n_sure += !tags[0].weak;
    }
  return n_judged > 0 ? (double) n_sure / n_judged : 0;
}
