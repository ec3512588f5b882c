/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-category.h"

G_BEGIN_DECLS

/**
 * SP_N_CONCEPTS:
 *
 * Room for the labels of other annotated sets, which place a text; what is not used is 0.
 */
#define SP_N_CONCEPTS 64

/**
 * SpConceptRow:
 * @weights: what a word says of each concept, in steps of the concept's own
 */
typedef struct
{
  gint8 weights[SP_N_CONCEPTS];
} SpConceptRow;

/**
 * SpConceptScale:
 * @steps: from a sum of weights to a score beside those of other texts
 * @offsets: added to it
 * @priors: how common each category is, 0..1
 */
typedef struct
{
  float steps[SP_N_CONCEPTS];
  float offsets[SP_N_CONCEPTS];
  float priors[SP_N_CATEGORIES];
} SpConceptScale;

/**
 * SpPlace:
 * @values: a direction of length 127
 *
 * Where a text stands among the concepts.
 */
typedef struct
{
  gint8 values[SP_N_CONCEPTS];
} SpPlace;

/**
 * SpLandmark:
 * @votes: what being near says of each category
 */
typedef struct
{
  SpPlace place;
  float votes[SP_N_CATEGORIES];
} SpLandmark;

void   sp_concepts_add (float *restrict sums, const SpConceptRow *restrict row, float value);
void   sp_concepts_place (const SpConceptScale *scale, const float sums[SP_N_CONCEPTS],
                          SpPlace *place);
double sp_concepts_compare (const SpPlace *a, const SpPlace *b);
void   sp_concepts_score (const SpConceptScale *scale, const SpLandmark *landmarks,
                          gsize n_landmarks, const SpPlace *place, double logits[SP_N_CATEGORIES]);

G_END_DECLS
