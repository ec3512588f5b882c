/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tagging.h"

struct _SpTagging
{
  gatomicrefcount ref_count;
  GArray *scores;   /* (owned) (element-type SpTagScores): one a segment */
  GArray *tags;     /* (owned) (element-type SpTag) */
  GArray *firsts;   /* (owned) (element-type guint): first tag of each segment, and the end */
};

static void
tag_segments (SpTagging *self, const SpTagger *tagger)
{
  for (guint i = 0; i < self->scores->len; i++)
    {
      SpTag tags[SP_N_CATEGORIES];
      guint n = sp_tagger_choose (tagger, &g_array_index (self->scores, SpTagScores, i), tags);

      g_array_append_val (self->firsts, self->tags->len);
      g_array_append_vals (self->tags, tags, n);
    }
  g_array_append_val (self->firsts, self->tags->len);
}

/**
 * sp_tagging_new:
 *
 * Returns: (transfer full): the tags of each segment
 */
SpTagging *
sp_tagging_new (SpSegmentation *segmentation, const SpTagger *tagger, GCancellable *cancellable)
{
  SpTagging *self = g_new0 (SpTagging, 1);
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);
  g_autofree SpTagInput *inputs = g_new0 (SpTagInput, n_segments);

  g_atomic_ref_count_init (&self->ref_count);
  self->scores = g_array_sized_new (FALSE, TRUE, sizeof (SpTagScores), n_segments);
  self->tags = g_array_new (FALSE, FALSE, sizeof (SpTag));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (self->scores, n_segments);

  for (guint i = 0; i < n_segments; i++)
    inputs[i] = (SpTagInput) { text + segments[i].block->span.start,
                               sp_span_length (segments[i].block->span), NULL };
  sp_tagger_score (tagger, inputs, n_segments, (SpTagScores *) (gpointer) self->scores->data);
  tag_segments (self, tagger);
  return self;
}

SpTagging *
sp_tagging_ref (SpTagging *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_tagging_unref (SpTagging *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->scores);
  g_array_unref (self->tags);
  g_array_unref (self->firsts);
  g_free (self);
}

/**
 * sp_tagging_get_tags:
 *
 * Returns: (transfer none) (array length=n_tags): the tags of @segment, the surest first
 */
const SpTag *
sp_tagging_get_tags (SpTagging *self, guint segment, guint *n_tags)
{
  guint first = g_array_index (self->firsts, guint, segment);

  *n_tags = g_array_index (self->firsts, guint, segment + 1) - first;
  return (const SpTag *) (gpointer) self->tags->data + first;
}

const SpTagScores *
sp_tagging_get_scores (SpTagging *self, guint segment)
{
  return &g_array_index (self->scores, SpTagScores, segment);
}

gboolean
sp_tagging_has_tag (SpTagging *self, guint segment, SpCategory category)
{
  guint n_tags;
  const SpTag *tags = sp_tagging_get_tags (self, segment, &n_tags);

  for (guint i = 0; i < n_tags; i++)
    if (tags[i].category == category)
      return TRUE;
  return FALSE;
}

/**
 * sp_tagging_get_n_categories:
 *
 * Returns: how many of the twelve categories the document has, weak guesses left out
 */
guint
sp_tagging_get_n_categories (SpTagging *self)
{
  gboolean seen[SP_N_CATEGORIES] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < self->tags->len; i++)
    {
      const SpTag *tag = &g_array_index (self->tags, SpTag, i);

      if (tag->weak || seen[tag->category])
        continue;
      seen[tag->category] = TRUE;
      n++;
    }
  return n;
}

double
sp_tagging_get_is_policy (SpTagging *self)
{
  return 1.0;
}
