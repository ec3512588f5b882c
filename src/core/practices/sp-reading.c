/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-reading.h"

#include "sp-finding-registry-private.h"

static void
mark_polarity (SpReading *self)
{
  const SpPolarity *polarity = sp_finding_registry_get_polarity (self->registry);

  for (guint i = 0; i < self->n_sentences; i++)
    {
      const SpSentenceView *joined = sp_sentence_views_get_joined (self->views, i);

      sp_polarity_mark (polarity, sp_sentence_views_get (self->views, i));
      if (joined != NULL)
        sp_polarity_mark (polarity, joined);
    }
}

/**
 * sp_reading_new:
 * @registry: must live longer
 *
 * Returns: (transfer full): views, polarities and contexts of all sentences
 */
SpReading *
sp_reading_new (const SpFindingRegistry *registry, SpSegmentation *segmentation, SpTagging *tagging)
{
  SpReading *self = g_new0 (SpReading, 1);
  const SpVocabulary *vocabulary = sp_finding_registry_get_vocabulary (registry);
  guint n_segments;

  self->registry = registry;
  self->segmentation = sp_segmentation_ref (segmentation);
  self->tagging = sp_tagging_ref (tagging);
  self->sentences = sp_segmentation_get_sentences (segmentation, &self->n_sentences);
  self->segments = sp_segmentation_get_segments (segmentation, &n_segments);
  self->views = sp_sentence_views_new (segmentation, vocabulary);
  self->scratch = sp_rule_scratch_new (vocabulary);
  self->other = sp_rule_scratch_new (vocabulary);
  self->own_subject = sp_vocabulary_find_class (vocabulary, "own-subject");
  mark_polarity (self);
  self->contexts = sp_context_rules_read (sp_finding_registry_get_contexts (registry), segmentation,
                                          self->views, self->scratch);
  return self;
}

void
sp_reading_free (SpReading *self)
{
  sp_segmentation_unref (self->segmentation);
  sp_tagging_unref (self->tagging);
  sp_sentence_views_free (self->views);
  g_free (self->contexts);
  sp_rule_scratch_free (self->scratch);
  sp_rule_scratch_free (self->other);
  g_free (self);
}

/**
 * sp_reading_choose_view:
 *
 * An item that is a sentence of its own says what it says, whatever its lead-in.
 *
 * Returns: the sentence, read on from its lead-in if it needs one
 */
const SpSentenceView *
sp_reading_choose_view (const SpReading *self, guint sentence)
{
  const SpSentenceView *own = sp_sentence_views_get (self->views, sentence);
  const SpSentenceView *joined = sp_sentence_views_get_joined (self->views, sentence);

  if (joined == NULL)
    return own;
  for (guint i = 0; i < own->n_occurrences && own->occurrences[i].start == 0; i++)
    if (own->occurrences[i].atom == self->own_subject)
      return own;
  return joined;
}
