/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a text the rules of the rubric may look at, and what a reader leaves of it. */

#include "sp-observe.h"

#include <string.h>

#include "sp-observed-deeds.h"
#include "sp-observed-statements.h"
#include "sp-review-private.h"

static char *
name_tag (SpCategory category)
{
  return g_strconcat ("tag:", sp_category_get_id (category), NULL);
}

static void
observe_tag (SpObservations *observations, const SpSegment *segment, guint index, SpCategory category,
             double confidence)
{
  g_autofree char *name = name_tag (category);
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

/**
 * sp_observe:
 *
 * Looks for all that the rules may ask for, as analysed: overrides are left out.
 *
 * Returns: (transfer full): the observations
 */
SpObservations *
sp_observe (const SpAssessmentInput *input)
{
  SpObservations *observations = sp_observations_new ();
  GPtrArray *statements = sp_practices_get_statements (input->practices);
  const SpFacts *facts = input->facts;
  guint n_detections, n_misses;
  const SpDetection *detections = sp_practices_get_detections (input->practices, &n_detections);
  const SpMiss *misses = sp_practices_get_misses (input->practices, &n_misses);

  sp_observations_add_detections (observations, detections, n_detections);
  sp_observations_add_misses (observations, misses, n_misses);
  observe_tags (observations, input);
  sp_observations_add_statements (observations, statements, input->segmentation);
  sp_observations_add_deeds (observations, statements, input->segmentation);
  observe_fact (observations, input, SP_FACT_WE, facts->we, facts->we_span);
  observe_fact (observations, input, SP_FACT_POLICY_DATE, facts->policy_date,
                facts->policy_date_span);
  observe_fact (observations, input, SP_FACT_POLICY_DATE, facts->effective_date,
                facts->effective_date_span);
  observe_companies (observations, input);
  return observations;
}

/* Leaves of the places of @finding those that the reader does not dismiss. */
static void
observe_finding (SpObservations *observations, const SpObservations *analysed, const SpOverrides *overrides,
                 const char *finding)
{
  GArray *places = sp_observations_lookup (analysed, g_intern_string (finding));

  if (places == NULL)
    return;
  sp_observations_forget (observations, finding);
  for (guint i = 0; i < places->len; i++)
    {
      const SpObservation *place = &g_array_index (places, SpObservation, i);

      if (!sp_overrides_dismiss (overrides, finding, place->evidence.span))
        sp_observations_add (observations, finding, *place);
    }
}

static void
observe_corrected_tags (SpObservations *observations, const SpAssessmentInput *input)
{
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    {
      g_autofree char *name = name_tag (i);

      sp_observations_forget (observations, name);
    }
  observe_tags (observations, input);
}

/**
 * sp_observe_review:
 * @analysed: what sp_observe() found in the same text; outlives the new observations
 *
 * Takes away what the reader dismisses, and takes over the tags that he gives.
 *
 * Returns: (transfer full): the observations
 */
SpObservations *
sp_observe_review (const SpAssessmentInput *input, const SpObservations *analysed)
{
  SpObservations *observations = sp_observations_new_over (analysed);
  const SpOverrides *overrides = input->overrides;
  GPtrArray *dismissed = overrides->review->dismissed;
  gboolean has_tags = FALSE;

  for (guint i = 0; i < dismissed->len; i++)
    observe_finding (observations, analysed, overrides, dismissed->pdata[i]);
  for (guint i = 0; i < overrides->places->len; i++)
    {
      const char *finding = g_array_index (overrides->places, SpOverride, i).remark->finding;

      has_tags |= finding == NULL;
      if (finding != NULL)
        observe_finding (observations, analysed, overrides, finding);
    }
  if (has_tags)
    observe_corrected_tags (observations, input);
  return observations;
}
