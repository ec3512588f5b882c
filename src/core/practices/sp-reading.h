/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-finding-registry.h"
#include "sp-sentence-context.h"
#include "sp-tagging.h"

G_BEGIN_DECLS

/**
 * SpReading:
 * @views: with their polarity marked
 * @contexts: of each sentence
 * @scratch: for whoever looks at one sentence at a time
 * @other: for its neighbours
 *
 * A document as detectors and the frame parser see it, read once for both. For one thread.
 */
typedef struct
{
  const SpFindingRegistry *registry; /* (not owned) */
  SpSegmentation *segmentation;      /* (owned) */
  SpTagging *tagging;                /* (owned) */
  const SpSentence *sentences;
  const SpSegment *segments;
  guint n_sentences;
  SpSentenceViews *views; /* (owned) */
  SpContextSet *contexts; /* (owned) */
  SpRuleScratch *scratch; /* (owned) */
  SpRuleScratch *other;   /* (owned) */
  guint own_subject;      /* atom of words with which an item is a sentence of its own */
} SpReading;

SpReading *sp_reading_new (const SpFindingRegistry *registry, SpSegmentation *segmentation,
                           SpTagging *tagging);
void       sp_reading_free (SpReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpReading, sp_reading_free)

const SpSentenceView *sp_reading_choose_view (const SpReading *self, guint sentence);

G_END_DECLS
