/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-vagueness.h"

const char *
sp_vague_class_get_id (SpVagueClass vague_class)
{
  static const char *const ids[] = { "condition", "generalization", "modality", "numeric" };

  return ids[vague_class];
}

void
sp_vagueness_measure (SpSegmentation *segmentation, const SpLexicon *lexicon, guint n_words,
                      SpVagueness *result)
{
  *result = (SpVagueness) { .terms = g_array_new (FALSE, FALSE, sizeof (SpVagueTerm)) };
}

void
sp_vagueness_clear (SpVagueness *self)
{
  g_clear_pointer (&self->terms, g_array_unref);
}
