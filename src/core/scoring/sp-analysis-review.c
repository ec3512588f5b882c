/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An analysis with a reader's objections and preferences laid over it. */

#include "sp-analysis-private.h"
#include "sp-review-private.h"

/* The stages are lent by the original, which outlives them. */
static void
share_stages (SpAnalysis *self, SpAnalysis *original)
{
  self->original = g_object_ref (original);
  self->source = original->source;
  self->document = original->document;
  self->segmentation = original->segmentation;
  self->tagging = original->tagging;
  self->practices = original->practices;
  self->assessment = original->assessment;
  self->facts = original->facts;
  self->readability = original->readability;
  self->vagueness = original->vagueness;
  self->reference = original->reference;
  self->language = original->language;
  self->rubric_version = original->rubric_version;
  self->model_version = original->model_version;
  self->is_translated = original->is_translated;
}

/**
 * sp_analysis_review:
 * @self: as analysed, or reviewed before: that review is not kept
 * @review: (nullable): what the reader objects to
 * @profile: (nullable): what matters to the reader
 *
 * Lays a review and a profile over an analysis. Nothing is read again: all stages are shared, what
 * sp_analysis_get_scores() gives stays as analysed, and sp_analysis_get_reviewed_scores() gives the scores
 * without what was dismissed, weighed as the profile says. Takes a few milliseconds; any thread.
 *
 * Returns: (transfer full): the reviewed analysis; with neither, the analysis as it was before
 */
SpAnalysis *
sp_analysis_review (SpAnalysis *self, SpReview *review, SpProfile *profile)
{
  SpAnalysis *original = self->original != NULL ? self->original : self;
  SpAnalysis *reviewed;
  g_autoptr (SpReview) objections = NULL;
  SpAssessmentInput input = {
    original->document, original->segmentation, original->tagging,    original->practices,
    &original->facts,   &original->readability, &original->vagueness, original->language,
  };

  if (review == NULL && profile == NULL)
    return g_object_ref (original);

  reviewed = g_object_new (SP_TYPE_ANALYSIS, NULL);
  share_stages (reviewed, original);
  objections = review != NULL ? sp_review_ref (review) : sp_review_new ();
  reviewed->overrides = sp_overrides_new (objections, original->segmentation);
  if (profile != NULL)
    reviewed->profile = sp_profile_ref (profile);
  input.analysed = original->assessment;
  input.overrides = reviewed->overrides;
  input.profile = profile;
  reviewed->reviewed = sp_assessment_new (sp_assessment_get_rubric (original->assessment), &input);
  return reviewed;
}

/**
 * sp_analysis_get_review:
 *
 * Returns: (transfer none) (nullable): the review that is laid over it; an empty one if there is only a
 *   profile
 */
SpReview *
sp_analysis_get_review (SpAnalysis *self)
{
  return self->overrides != NULL ? self->overrides->review : NULL;
}

/**
 * sp_analysis_get_profile:
 *
 * Returns: (transfer none) (nullable): the profile that is laid over it
 */
SpProfile *
sp_analysis_get_profile (SpAnalysis *self)
{
  return self->profile;
}

/**
 * sp_analysis_get_overrides:
 *
 * Returns: (transfer none) (nullable): the review with its places in this text
 */
const SpOverrides *
sp_analysis_get_overrides (SpAnalysis *self)
{
  return self->overrides;
}

/**
 * sp_analysis_get_reviewed_assessment:
 *
 * Returns: (transfer none) (nullable): answers, scores and key points as reviewed; %NULL if there is neither
 *   a review nor a profile
 */
SpAssessment *
sp_analysis_get_reviewed_assessment (SpAnalysis *self)
{
  return self->reviewed;
}

/**
 * sp_analysis_get_reviewed_scores:
 *
 * Returns: (transfer none) (nullable): see sp_analysis_get_reviewed_assessment()
 */
const SpScores *
sp_analysis_get_reviewed_scores (SpAnalysis *self)
{
  return self->reviewed != NULL ? sp_assessment_get_scores (self->reviewed) : NULL;
}

/**
 * sp_analysis_get_reviewed_answers:
 *
 * Returns: (transfer none) (nullable) (element-type SpAnswer): see sp_analysis_get_reviewed_assessment()
 */
GPtrArray *
sp_analysis_get_reviewed_answers (SpAnalysis *self)
{
  return self->reviewed != NULL ? sp_assessment_get_answers (self->reviewed) : NULL;
}

/**
 * sp_analysis_is_dismissed:
 * @finding: as "SELL_AFFIRMED"
 * @span: one place of it
 *
 * Returns: whether the reader dismissed @finding, everywhere or here
 */
gboolean
sp_analysis_is_dismissed (SpAnalysis *self, const char *finding, SpSpan span)
{
  return self->overrides != NULL && sp_overrides_dismiss (self->overrides, finding, span);
}

/**
 * sp_analysis_is_finding_dismissed:
 *
 * Returns: whether the reader dismissed @finding at all of its places
 */
gboolean
sp_analysis_is_finding_dismissed (SpAnalysis *self, const SpFinding *finding)
{
  for (guint i = 0; i < finding->evidence->len; i++)
    if (!sp_analysis_is_dismissed (self, finding->detector->id,
                                   g_array_index (finding->evidence, SpEvidence, i).span))
      return FALSE;
  return TRUE;
}

/**
 * sp_analysis_get_corrected_tags:
 * @categories: (out): one bit for each #SpCategory, if the reader gave @segment other tags
 *
 * Returns: whether the reader did
 */
gboolean
sp_analysis_get_corrected_tags (SpAnalysis *self, guint segment, guint *categories)
{
  return self->overrides != NULL && sp_overrides_get_tags (self->overrides, segment, categories);
}

/**
 * sp_analysis_get_n_unplaced:
 *
 * Returns: how many places of the review no longer stand in the text; the review keeps them
 */
guint
sp_analysis_get_n_unplaced (SpAnalysis *self)
{
  return self->overrides != NULL ? self->overrides->unplaced->len : 0;
}
