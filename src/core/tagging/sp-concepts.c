/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second view of a text: not which words it has, but how much it resembles texts whose labels
 * are known, judged by the labels of other annotated sets. Words that the annotated policies lack
 * count here, and so do labels that only hold together. */

#include "sp-concepts.h"

#include <math.h>
#include <string.h>

#include "sp-portable-math.h"

#define UNIT 127
/* A resemblance never makes anything certain. */
#define LEAST_PROBABILITY 0.003

/**
 * sp_concepts_add:
 * @sums: (inout): of the rows of a text's words
 * @value: how much the word counts in the text
 */
void
sp_concepts_add (float *restrict sums, const SpConceptRow *restrict row, float value)
{
  for (guint i = 0; i < SP_N_CONCEPTS; i++)
    sums[i] += value * row->weights[i];
}

/**
 * sp_concepts_place:
 * @sums: of a text whose words' values have the length 1
 * @place: (out caller-allocates): where the text stands
 */
void
sp_concepts_place (const SpConceptScale *scale, const float sums[SP_N_CONCEPTS], SpPlace *place)
{
  double scores[SP_N_CONCEPTS], squares = 0.0, factor;

  for (guint i = 0; i < SP_N_CONCEPTS; i++)
    {
      scores[i] = (double) sums[i] * scale->steps[i] + scale->offsets[i];
      squares += scores[i] * scores[i];
    }

  factor = squares > 0.0 ? UNIT / sqrt (squares) : 0.0;
  for (guint i = 0; i < SP_N_CONCEPTS; i++)
    place->values[i] = (gint8) (scores[i] * factor + (scores[i] < 0.0 ? -0.5 : 0.5));
}

static inline double
get_likeness (gint32 product)
{
  double half = 0.5 + product * (0.5 / (UNIT * UNIT));

  return half * half * half * half;
}

/**
 * sp_concepts_compare:
 *
 * Returns: how alike two places are: 1 for equal ones, 1/16 for those that have nothing in common,
 *   near 0 for opposite ones
 */
double
sp_concepts_compare (const SpPlace *a, const SpPlace *b)
{
  gint32 product = 0;

  for (guint i = 0; i < SP_N_CONCEPTS; i++)
    product += a->values[i] * b->values[i];
  return get_likeness (product);
}

/* A sixth of the time that a policy takes goes by here: one side is widened once, and the sums are the
 * function's own, so that compilers can do several at a time. */
static void
add_votes (const SpLandmark *landmarks, gsize n_landmarks, const SpPlace *place, double logits[SP_N_CATEGORIES])
{
  gint16 values[SP_N_CONCEPTS];
  double sums[SP_N_CATEGORIES];

  memcpy (sums, logits, sizeof sums);
  for (guint i = 0; i < SP_N_CONCEPTS; i++)
    values[i] = place->values[i];

  for (gsize i = 0; i < n_landmarks; i++)
    {
      gint32 product = 0;
      double likeness;

      for (guint k = 0; k < SP_N_CONCEPTS; k++)
        product += landmarks[i].place.values[k] * values[k];
      likeness = get_likeness (product);
      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        sums[label] += likeness * landmarks[i].votes[label];
    }
  memcpy (logits, sums, sizeof sums);
}

/**
 * sp_concepts_score:
 * @landmarks: (array length=n_landmarks): places whose labels are known
 * @logits: (out caller-allocates): what the landmarks around @place say
 */
void
sp_concepts_score (const SpConceptScale *scale, const SpLandmark *landmarks, gsize n_landmarks,
                   const SpPlace *place, double logits[SP_N_CATEGORIES])
{
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    logits[label] = scale->priors[label];

  add_votes (landmarks, n_landmarks, place, logits);
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      double p = CLAMP (logits[label], LEAST_PROBABILITY, 1.0 - LEAST_PROBABILITY);

      logits[label] = sp_portable_log (p / (1.0 - p));
    }
}
