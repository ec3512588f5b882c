/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-breakdown.h"

#include <math.h>

static void
add_row (SpBreakdown *self, SpAnswer *answer)
{
  g_ptr_array_add (self->rows, answer);
  self->weight += answer->weight;
  self->points += answer->points;
  if (answer->state == SP_ANSWER_UNKNOWN)
    return;
  self->known_weight += answer->weight;
  self->known_points += answer->points;
}

/**
 * sp_breakdown_new:
 * @answers: (element-type SpAnswer): of an analysis, as analysed or as reviewed; must outlive the breakdown
 *
 * Returns: (transfer full): the table behind one score
 */
SpBreakdown *
sp_breakdown_new (GPtrArray *answers, SpDimension dimension)
{
  SpBreakdown *self = g_new0 (SpBreakdown, 1);

  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < answers->len; i++)
    {
      SpAnswer *answer = answers->pdata[i];

      if (answer->question->dimension == dimension && answer->state != SP_ANSWER_NOT_APPLICABLE
          && answer->weight > 0)
        add_row (self, answer);
    }
  return self;
}

void
sp_breakdown_free (SpBreakdown *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * sp_breakdown_get_score:
 *
 * Returns: 0..100, not rounded; NaN where no question counts
 */
double
sp_breakdown_get_score (const SpBreakdown *self)
{
  return self->weight > 0 ? 100 * self->points / self->weight : NAN;
}
