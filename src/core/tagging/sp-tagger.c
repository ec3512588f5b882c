/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tagger.h"

struct _SpTagger
{
  gatomicrefcount ref_count;
};

SpTagger *
sp_tagger_new_without_model (GError **error)
{
  SpTagger *self = g_new0 (SpTagger, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

SpTagger *
sp_tagger_new (const char *model_path, GError **error)
{
  return sp_tagger_new_without_model (error);
}

SpTagger *
sp_tagger_ref (SpTagger *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_tagger_unref (SpTagger *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

const char *
sp_tagger_get_model_version (const SpTagger *self)
{
  return NULL;
}

void
sp_tagger_score (const SpTagger *self, const SpTagInput *inputs, gsize n_inputs, SpTagScores *scores)
{
  for (gsize i = 0; i < n_inputs; i++)
    scores[i] = (SpTagScores) { { 0 } };
}

guint
sp_tagger_choose (const SpTagger *self, const SpTagScores *scores, SpTag tags[SP_N_CATEGORIES])
{
  return 0;
}
