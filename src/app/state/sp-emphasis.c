/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-emphasis.h"

/**
 * sp_emphasis_from_weights:
 * @usual: the rubric's own
 * @weights: the reader's, on any scale
 *
 * Tells what a reader emphasised from the weights that came of it: what weighs least of what counts is
 * as usual, what weighs clearly more is doubled.
 */
void
sp_emphasis_from_weights (const double usual[SP_N_DIMENSIONS], const double weights[SP_N_DIMENSIONS],
                          SpEmphasis emphases[SP_N_DIMENSIONS])
{
  double least = 0;

  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    if (weights[i] > 0 && (least == 0 || weights[i] / usual[i] < least))
      least = weights[i] / usual[i];
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    if (weights[i] <= 0)
      emphases[i] = SP_EMPHASIS_LEFT_OUT;
    else
      emphases[i] = weights[i] / usual[i] > 1.5 * least ? SP_EMPHASIS_DOUBLE : SP_EMPHASIS_AS_IS;
}

/**
 * sp_emphasis_to_weights:
 *
 * Returns: whether the reader wants other weights than the usual ones, and leaves anything at all
 */
gboolean
sp_emphasis_to_weights (const double usual[SP_N_DIMENSIONS], const SpEmphasis emphases[SP_N_DIMENSIONS],
                        double weights[SP_N_DIMENSIONS])
{
  gboolean all_alike = TRUE;
  double sum = 0;

  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      weights[i] = usual[i] * emphases[i];
      sum += weights[i];
      all_alike &= emphases[i] == emphases[0];
    }
  return sum > 0 && !all_alike;
}
