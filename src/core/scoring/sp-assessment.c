/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-assessment.h"

#include <string.h>

#include "sp-answer-private.h"
#include "sp-observed-deeds.h"
#include "sp-observed-statements.h"
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
  SpScores scores;
};

static void
observe_tag (SpObservations *observations, const SpSegment *segment, guint index, SpCategory category,
             double confidence)
{
  g_autofree char *name = g_strconcat ("tag:", sp_category_get_id (category), NULL);
  SpEvidence evidence = { index, segment->block->span };

  sp_observations_add (observations, name,
                       (SpObservation) { NULL, segment->first_sentence, evidence, confidence });
}

static void
observe_tags (SpObservations *observations, const SpAssessmentInput *input)
{
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (input->segmentation, &n_segments);

  for (guint i = 0; i < n_segments; i++)
    {
      guint n_tags, corrected;
      const SpTag *tags = sp_tagging_get_tags (input->tagging, i, &n_tags);

      if (input->overrides != NULL && sp_overrides_get_tags (input->overrides, i, &corrected))
        {
          for (guint j = 0; j < SP_N_CATEGORIES; j++)
            if ((corrected & (1u << j)) != 0)
              observe_tag (observations, &segments[i], i, j, 1);
          continue;
        }
      for (guint j = 0; j < n_tags; j++)
        if (!tags[j].weak)
          observe_tag (observations, &segments[i], i, tags[j].category, tags[j].confidence);
    }
}

static void
observe_detections (SpObservations *observations, const SpAssessmentInput *input)
{
  guint n_detections;
  const SpDetection *detections = sp_practices_get_detections (input->practices, &n_detections);

  for (guint i = 0; i < n_detections; i++)
    if (input->overrides == NULL
        || !sp_overrides_dismiss (input->overrides, detections[i].detector->id,
                                  detections[i].evidence.span))
      sp_observations_add_detections (observations, &detections[i], 1);
}

/* The first sentence that ends after @place, or @n_sentences. */
static guint
find_sentence (const SpSentence *sentences, guint n_sentences, gsize place)
{
  guint low = 0, high = n_sentences;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (sentences[middle].span.end > place)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* Returns: whether @span stands in a sentence, and so counts */
static gboolean
observe_fact (SpObservations *observations, const SpAssessmentInput *input, const char *name,
              const char *value, SpSpan span)
{
  guint n_sentences, at;
  const SpSentence *sentences = sp_segmentation_get_sentences (input->segmentation, &n_sentences);
  SpEvidence evidence = { 0, span };

  at = value != NULL ? find_sentence (sentences, n_sentences, span.start) : n_sentences;
  if (at == n_sentences || !sp_span_contains (sentences[at].span, span))
    return FALSE;
  evidence.segment = sentences[at].segment;
  sp_observations_add (observations, name, (SpObservation) { NULL, at, evidence });
  return TRUE;
}

/* The first mention of each company in a sentence stands for it; before that it may be in a menu. */
static void
observe_companies (SpObservations *observations, const SpAssessmentInput *input)
{
  const char *text = sp_document_get_text (input->document, NULL);

  for (guint i = 0; i < input->facts->companies->len; i++)
    {
      const char *name = g_ptr_array_index (input->facts->companies, i);
      gboolean found = FALSE;

      for (const char *at = strstr (text, name); at != NULL && !found; at = strstr (at + 1, name))
        found = observe_fact (observations, input, SP_FACT_COMPANY, name,
                              sp_span (at - text, at - text + strlen (name)));
    }
}

static SpObservations *
observe (const SpAssessmentInput *input)
{
  SpObservations *observations = sp_observations_new ();
  const SpFacts *facts = input->facts;
  guint n_misses;
  const SpMiss *misses = sp_practices_get_misses (input->practices, &n_misses);

  observe_detections (observations, input);
  sp_observations_add_misses (observations, misses, n_misses);
  observe_tags (observations, input);
  sp_observations_add_statements (observations, sp_practices_get_statements (input->practices));
  sp_observations_add_deeds (observations, sp_practices_get_statements (input->practices), input->segmentation);
  observe_fact (observations, input, SP_FACT_WE, facts->we, facts->we_span);
  observe_fact (observations, input, SP_FACT_POLICY_DATE, facts->policy_date,
                facts->policy_date_span);
  observe_fact (observations, input, SP_FACT_POLICY_DATE, facts->effective_date,
                facts->effective_date_span);
  observe_companies (observations, input);
  return observations;
}

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
  g_autoptr (SpObservations) observations = observe (input);
  g_autoptr (GPtrArray) contradictions = list_contradictions (input);
  SpClarityInput clarity = { input->document, input->readability, input->vagueness, contradictions };
  const char *text = sp_document_get_text (input->document, NULL);

  self->answers = sp_answers_find (self->rubric, observations, &clarity);
  if (input->profile != NULL)
    sp_answers_weigh (self->answers, input->profile);
  self->key_points = self->rubric->summary != NULL
                       ? sp_summary_write (self->rubric->summary, observations, text)
                       : g_ptr_array_new ();
  self->packs = input->packs != NULL ? cover_packs (input, observations) : g_ptr_array_new ();
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
