/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the reading of a whole text may be relied on (rubric, section 8.7). */

#include "sp-score-private.h"

static guint
count_kinds (GPtrArray *diagnostics)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < diagnostics->len; i++)
    g_hash_table_add (seen, (gpointer) ((SpDiagnostic *) diagnostics->pdata[i])->id);
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
  double quality
    = 1 - trust->damage * count_kinds (sp_document_get_diagnostics (document));

  for (guint i = 0; i < n_blocks; i++)
    n_damaged += (sp_document_get_block (document, i)->flags & SP_BLOCK_DAMAGED) != 0;
  if (n_blocks > 0)
    quality -= trust->damaged_clause * n_damaged / n_blocks;
  return CLAMP (quality, 0.0, 1.0);
}

/**
 * sp_trust_measure_tagging:
 *
 * Returns: the mean confidence of the surest tag of each clause, 0..1; weak guesses count half
 */
double
sp_trust_measure_tagging (SpSegmentation *segmentation, SpTagging *tagging)
{
  guint n_segments, n_judged = 0;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);
  double sum = 0;

  for (guint i = 0; i < n_segments; i++)
    {
      guint n_tags;
      const SpTag *tags = sp_tagging_get_tags (tagging, i, &n_tags);

      if (n_tags == 0 || segments[i].block->kind == SP_BLOCK_HEADING)
        continue;
      n_judged++;
      sum += tags[0].weak ? tags[0].confidence / 2 : tags[0].confidence;
    }
  return n_judged > 0 ? sum / n_judged : 0;
}
