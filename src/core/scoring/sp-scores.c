/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds answers up, and makes a grade of the sums. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sp-breakdown.h"
#include "sp-json-writer.h"
#include "sp-score-private.h"

static double
percent_of (double points, double weight)
{
  return weight > 0 ? 100 * points / weight : NAN;
}

/* The mean of the dimensions; one whose every question a reader leaves out has no part in it. */
static double
compute_overall (const SpGrading *grading, const SpScoreInput *input, SpScores *scores)
{
  double weights[SP_N_DIMENSIONS];
  double overall = 0, weight = 0;

  memcpy (weights, grading->weights, sizeof weights);
  if (input->profile != NULL)
    sp_profile_get_weights (input->profile, weights);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_autoptr (SpBreakdown) breakdown = sp_breakdown_new (input->answers, i);
      double score = sp_breakdown_get_score (breakdown);

      scores->dimensions[i] = sp_round (score, 1);
      scores->weights[i] = isnan (score) ? 0 : weights[i];
      weight += scores->weights[i];
      overall += isnan (score) ? 0 : weights[i] * score;
    }
  for (guint i = 0; weight > 0 && i < SP_N_DIMENSIONS; i++)
    scores->weights[i] /= weight;
  return weight > 0 ? overall / weight : NAN;
}

static void
fill_sums (const SpGrading *grading, const SpScoreInput *input, SpScores *scores)
{
  g_autoptr (SpBreakdown) protection = sp_breakdown_new (input->answers, SP_DIMENSION_PROTECTION);
  double unknown_weight = protection->weight - protection->known_weight;

  scores->overall = sp_round (compute_overall (grading, input, scores), 1);
  scores->protection_low = sp_round (percent_of (protection->known_points, protection->weight), 1);
  scores->protection_high
    = sp_round (percent_of (protection->known_points + unknown_weight, protection->weight), 1);
  scores->answered_share
    = protection->weight > 0 ? protection->known_weight / protection->weight : 0;
}

gboolean
sp_scores_is_readable (const SpRubric *rubric, const char *language)
{
  return g_strcmp0 (language, rubric->grading.language) == 0;
}

/**
 * sp_scores_describe_language:
 *
 * Returns: (transfer full): why the rules cannot read @language, for people
 */
char *
sp_scores_describe_language (const char *language)
{
  if (language == NULL || g_str_equal (language, "und"))
    return g_strdup (_("The language of the text could not be told; only English is graded."));
  return g_strdup (_("The text is not in English; only English is graded."));
}

static char *
describe_missing_grade (const SpRubric *rubric, const SpScoreInput *input)
{
  const SpGrading *grading = &rubric->grading;

  if (input->words < grading->min_words)
    return g_strdup_printf (_("The text has %u words; a grade needs at least %u."), input->words,
                            grading->min_words);
  if (!sp_scores_is_readable (rubric, input->language))
    return sp_scores_describe_language (input->language);
  if (input->is_policy < grading->min_is_policy)
    return g_strdup (_("The text does not look like a privacy policy."));
  if (input->categories < grading->min_categories)
    return g_strdup_printf (
      _("Only %u of the twelve subjects of a privacy policy were found; a grade needs at least %u."),
      input->categories, grading->min_categories);
  return NULL;
}

static char
find_grade (const SpGrading *grading, double overall)
{
  for (guint i = 0; i < grading->bounds->len; i++)
    {
      const SpGradeBound *bound = &g_array_index (grading->bounds, SpGradeBound, i);

      if (overall >= bound->from)
        return bound->grade;
    }
  return 'E';
}

/* The other grade across the nearest bound, or 0; one that a cap forbids is not near. */
static char
find_neighbour (const SpGrading *grading, double overall, char grade, char at_most)
{
  if (grade != find_grade (grading, overall))
    return 0;
  for (guint i = 0; i + 1 < grading->bounds->len; i++)
    {
      const SpGradeBound *bound = &g_array_index (grading->bounds, SpGradeBound, i);
      char other = bound->grade == grade ? grade + 1 : bound->grade;

      if (fabs (overall - bound->from) <= grading->close_to)
        return at_most != 0 && other < at_most ? 0 : other;
    }
  return 0;
}

static void
fill_grade (const SpRubric *rubric, const SpScoreInput *input, SpScores *scores)
{
  const SpGrading *grading = &rubric->grading;
  char at_most = 0, neighbour;

  scores->grade = find_grade (grading, scores->overall);
  g_clear_pointer (&scores->caps, g_ptr_array_unref);
  scores->caps = sp_caps_find (rubric, input, scores, &at_most);
  scores->grade = MAX (scores->grade, at_most);
  for (guint i = 0; i < grading->caps->len; i++)
    {
      double limit = g_array_index (grading->caps, SpCapRule, i).answered_at_most;

      scores->grade_uncertain |= sp_round (100 * scores->answered_share, 0) <= limit;
    }
  neighbour = find_neighbour (grading, scores->overall, scores->grade, at_most);
  if (neighbour != 0)
    scores->note = g_strdup_printf (_("close to %c"), neighbour);
}

static SpConfidenceLevel
find_confidence (const SpTrust *trust, const SpScoreInput *input, const SpScores *scores)
{
  double least = MIN (MIN (input->extraction, input->tagging), scores->answered_share);

  if (scores->grade == 0 || scores->grade_uncertain || least <= trust->low)
    return SP_CONFIDENCE_LOW;
  return least >= trust->high ? SP_CONFIDENCE_HIGH : SP_CONFIDENCE_MEDIUM;
}

static void
forget_sums (SpScores *scores)
{
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    scores->dimensions[i] = NAN;
  scores->protection_low = scores->protection_high = NAN;
  scores->answered_share = 0;
}

/**
 * sp_scores_compute:
 * @scores: (out caller-allocates): to be cleared with sp_scores_clear()
 *
 * Scores answers by section 8 of the rubric. Takes only what @input holds, so that it can be asked
 * again after a reader's corrections.
 */
void
sp_scores_compute (const SpRubric *rubric, const SpScoreInput *input, SpScores *scores)
{
  *scores = (SpScores) { .caps = g_ptr_array_new () };
  fill_sums (&rubric->grading, input, scores);
  scores->note = describe_missing_grade (rubric, input);
  if (!sp_scores_is_readable (rubric, input->language))
    forget_sums (scores);
  if (scores->note != NULL || isnan (scores->overall))
    scores->overall = NAN;
  else
    fill_grade (rubric, input, scores);
  scores->confidence = find_confidence (&rubric->trust, input, scores);
}

void
sp_scores_clear (SpScores *self)
{
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->caps, g_ptr_array_unref);
}
