/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-zoom.h"

#include <stdlib.h>

/* Percent; style.css has a class for each. */
static const int zooms[] = { 70, 85, 100, 115, 130, 150, 175, 200, 250 };

/**
 * sp_zoom_find_nearest:
 *
 * Returns: the size that the text can have
 */
int
sp_zoom_find_nearest (int percent)
{
  int nearest = zooms[0];

  for (guint i = 1; i < G_N_ELEMENTS (zooms); i++)
    if (abs (zooms[i] - percent) < abs (nearest - percent))
      nearest = zooms[i];
  return nearest;
}

/**
 * sp_zoom_step:
 * @step: 1 for larger, -1 for smaller, 0 for the usual size
 *
 * Returns: the size that comes after @percent
 */
int
sp_zoom_step (int percent, int step)
{
  if (step == 0)
    return 100;
  for (guint i = 0; step > 0 && i < G_N_ELEMENTS (zooms); i++)
    if (zooms[i] > percent)
      return zooms[i];
  for (guint i = G_N_ELEMENTS (zooms); step < 0 && i > 0; i--)
    if (zooms[i - 1] < percent)
      return zooms[i - 1];
  return percent;
}
