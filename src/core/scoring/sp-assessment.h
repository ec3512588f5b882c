/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-facts.h"
#include "sp-pack-set.h"
#include "sp-practices.h"
#include "sp-profile.h"
#include "sp-readability.h"
#include "sp-rubric.h"
#include "sp-score.h"
#include "sp-vagueness.h"

G_BEGIN_DECLS

typedef struct _SpOverrides SpOverrides;

/**
 * SpAssessmentInput:
 * @analysed: (nullable): of the same text without @overrides and @profile: what does not depend on them is
 *   taken from there; goes with @overrides
 * @overrides: (nullable): what a reader dismissed and corrected
 * @profile: (nullable): what matters to a reader
 * @packs: (nullable): what is looked for outside the scores
 *
 * All that the rubric looks at.
 */
typedef struct
{
  SpDocument *document;
  SpSegmentation *segmentation;
  SpTagging *tagging;
  SpPractices *practices;
  const SpFacts *facts;
  const SpReadability *readability;
  const SpVagueness *vagueness;
  const char *language;
  SpAssessment *analysed;
  const SpOverrides *overrides;
  SpProfile *profile;
  const SpPackSet *packs;
} SpAssessmentInput;

/**
 * SpKeyPoint:
 * @topic: "sharing", "collection", "retention"… as in data/knowledge/summary.json
 * @text: one plain sentence; for people, translated
 * @severity: how it is to be marked
 */
typedef struct
{
  const char *topic;
  char *text;       /* (owned) */
  SpSeverity severity;
  GArray *evidence; /* (owned) (element-type SpEvidence): the best first, not empty */
} SpKeyPoint;

/**
 * SpAssessment:
 *
 * The answers to all questions, the scores made of them, and the key points. Immutable.
 */
SP_EXPORT SpAssessment *sp_assessment_new (const SpRubric *rubric, const SpAssessmentInput *input);
SP_EXPORT SpAssessment *sp_assessment_ref (SpAssessment *self);
SP_EXPORT void          sp_assessment_unref (SpAssessment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpAssessment, sp_assessment_unref)

const SpRubric *sp_assessment_get_rubric (SpAssessment *self);

SP_EXPORT GPtrArray      *sp_assessment_get_answers (SpAssessment *self);
SP_EXPORT const SpScores *sp_assessment_get_scores (SpAssessment *self);
SP_EXPORT GPtrArray      *sp_assessment_get_key_points (SpAssessment *self);
SP_EXPORT GPtrArray      *sp_assessment_get_packs (SpAssessment *self);

G_END_DECLS
