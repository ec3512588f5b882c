/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-assessment.h"

#include <string.h>

#include "sp-answer-private.h"
#include "sp-observe.h"
#include "sp-pack-private.h"
#include "sp-review-private.h"
#include "sp-score-private.h"
#include "sp-summary.h"

struct _SpAssessment
{
  gatomicrefcount ref_count;
  SpRubric *rubric;      /* (owned): the answers point into it */
  SpPackSet *pack_set;   /* (owned) (nullable): the packs point into it */
  GPtrArray *answers;    /* (owned) (element-type SpAnswer) */
  GPtrArray *key_points; /* (owned) (element-type SpKeyPoint) */
  GPtrArray *packs;      /* (owned) (element-type SpPackCoverage) */
  SpObservations *observations; /* (owned) (nullable): of a text as analysed, for reviews of it */
  SpScores scores;
};

/* Those that the reader does not dismiss, under the name of their kind. */
static GPtrArray *
list_contradictions (const SpAssessmentInput *input)
{
  GPtrArray *all = sp_practices_get_contradictions (input->practices);
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      SpContradiction *each = all->pdata[i];

      if (input->overrides == NULL || !sp_overrides_dismiss (input->overrides, each->kind, each->a.span))
        g_ptr_array_add (left, each);
    }
  return left;
}

static GPtrArray *
cover_packs (const SpAssessmentInput *input, const SpObservations *observations)
{
  SpPackInput pack_input = { observations, sp_document_get_text (input->document, NULL) };

  pack_input.date = input->facts->policy_date != NULL ? input->facts->policy_date
                                                      : sp_document_get_snapshot_date (input->document);
  return sp_pack_coverage_find (input->packs, &pack_input);
}

static void
read_answers (SpAssessment *self, const SpAssessmentInput *input)
{
  SpAssessment *analysed = input->analysed;
  g_autoptr (SpObservations) observations
    = analysed != NULL ? sp_observe_review (input, analysed->observations) : sp_observe (input);
  g_autoptr (GPtrArray) contradictions = list_contradictions (input);
  SpClarityInput clarity = { input->document, input->readability, input->vagueness, contradictions };
  const char *text = sp_document_get_text (input->document, NULL);

  self->answers = sp_answers_find (self->rubric, observations, &clarity,
                                   analysed != NULL ? analysed->answers : NULL);
  if (input->profile != NULL)
    sp_answers_weigh (self->answers, input->profile);
  self->key_points = self->rubric->summary != NULL
                       ? sp_summary_write (self->rubric->summary, observations, text)
                       : g_ptr_array_new ();
  self->packs = input->packs != NULL ? cover_packs (input, observations) : g_ptr_array_new ();
  if (analysed == NULL)
    self->observations = g_steal_pointer (&observations);
}

static void
refuse_answers (SpAssessment *self, const char *language)
{
  g_autofree char *note = sp_scores_describe_language (language);

  self->answers = sp_answers_new_unread (self->rubric, note);
  self->key_points = g_ptr_array_new ();
  self->packs = g_ptr_array_new ();
}

static GPtrArray *
list_findings (const SpAssessmentInput *input)
{
  return input->overrides != NULL ? sp_overrides_filter_findings (input->overrides, input->practices)
                                  : g_ptr_array_ref (sp_practices_get_findings (input->practices));
}

static guint
count_categories (const SpAssessmentInput *input)
{
  guint n_segments;

  if (input->overrides == NULL)
    return sp_tagging_get_n_categories (input->tagging);
  sp_segmentation_get_segments (input->segmentation, &n_segments);
  return sp_overrides_count_categories (input->overrides, input->tagging, n_segments);
}

static void
score (SpAssessment *self, const SpAssessmentInput *input)
{
  g_autoptr (GPtrArray) findings = list_findings (input);
  SpScoreInput score_input = {
    .answers = self->answers,
    .findings = findings,
    .words = input->readability->words,
    .language = input->language,
    .categories = count_categories (input),
    .is_policy = sp_tagging_get_is_policy (input->tagging),
    .extraction = sp_trust_measure_extraction (&self->rubric->trust, input->document),
    .tagging = sp_trust_measure_tagging (input->segmentation, input->tagging),
    .profile = input->profile,
  };

  sp_scores_compute (self->rubric, &score_input, &self->scores);
}

/**
 * sp_assessment_new:
 *
 * Answers every question of @rubric, adds the answers up and sums them up in words. Looks for what the
 * packs want said, which changes no score.
 *
 * Returns: (transfer full): the assessment
 */
SpAssessment *
sp_assessment_new (const SpRubric *rubric, const SpAssessmentInput *input)
{
  SpAssessment *self = g_new0 (SpAssessment, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rubric = sp_rubric_ref ((SpRubric *) rubric);
  if (input->packs != NULL)
    self->pack_set = sp_pack_set_ref ((SpPackSet *) input->packs);
  if (sp_scores_is_readable (rubric, input->language))
    read_answers (self, input);
  else
    refuse_answers (self, input->language);
  score (self, input);
  return self;
}

SpAssessment *
sp_assessment_ref (SpAssessment *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_assessment_unref (SpAssessment *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->key_points);
  g_ptr_array_unref (self->packs);
  g_clear_pointer (&self->observations, sp_observations_free);
  sp_scores_clear (&self->scores);
  sp_rubric_unref (self->rubric);
  g_clear_pointer (&self->pack_set, sp_pack_set_unref);
  g_free (self);
}

/**
 * sp_assessment_get_rubric:
 *
 * Returns: (transfer none): what it was made by
 */
const SpRubric *
sp_assessment_get_rubric (SpAssessment *self)
{
  return self->rubric;
}

/**
 * sp_assessment_get_answers:
 *
 * Returns: (transfer none) (element-type SpAnswer): in the rubric's order
 */
GPtrArray *
sp_assessment_get_answers (SpAssessment *self)
{
  return self->answers;
}

const SpScores *
sp_assessment_get_scores (SpAssessment *self)
{
  return &self->scores;
}

/**
 * sp_assessment_get_key_points:
 *
 * Returns: (transfer none) (element-type SpKeyPoint): by topic, at most ten
 */
GPtrArray *
sp_assessment_get_key_points (SpAssessment *self)
{
  return self->key_points;
}

/**
 * sp_assessment_get_packs:
 *
 * Returns: (transfer none) (element-type SpPackCoverage): of all packs, those that the text hints at first;
 *   empty for a text that the rules cannot read
 */
GPtrArray *
sp_assessment_get_packs (SpAssessment *self)
{
  return self->packs;
}
