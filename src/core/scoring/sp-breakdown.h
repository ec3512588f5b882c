/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-answer.h"

G_BEGIN_DECLS

/**
 * SpBreakdown:
 * @rows: (element-type SpAnswer): the questions that count, in the rubric's order; what is not applicable,
 *   what a reader leaves out and a text in another language have none
 * @weight: the sum of their weights
 * @points: the sum of their points; what is not said of Protection has a quarter of its weight
 * @known_weight: of those that are answered
 * @known_points: of those that are answered
 *
 * How one of the three scores comes about: 100 · @points / @weight, rounded to tenths, is the score in
 * #SpScores. 100 · @known_points / @weight is the low end of Protection's range, with the weight that is not
 * known added to the points its high end.
 */
typedef struct
{
  GPtrArray *rows; /* (owned) */
  double weight;
  double points;
  double known_weight;
  double known_points;
} SpBreakdown;

SP_EXPORT SpBreakdown *sp_breakdown_new (GPtrArray *answers, SpDimension dimension);
SP_EXPORT void         sp_breakdown_free (SpBreakdown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpBreakdown, sp_breakdown_free)

SP_EXPORT double sp_breakdown_get_score (const SpBreakdown *self);

G_END_DECLS
