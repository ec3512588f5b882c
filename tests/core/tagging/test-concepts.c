/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-concepts.h"

#include <math.h>

static SpPlace
stand_at (double x, double y)
{
  SpConceptScale scale = { .steps = { 1.0f, 1.0f } };
  float sums[SP_N_CONCEPTS] = { (float) x, (float) y };
  SpPlace place;

  sp_concepts_place (&scale, sums, &place);
  return place;
}

static void
places_a_text_by_direction_alone (void)
{
  SpPlace quiet = stand_at (0.3, -0.4), loud = stand_at (3000.0, -4000.0), nowhere = stand_at (0, 0);

  g_assert_cmpmem (&quiet, sizeof quiet, &loud, sizeof loud);
  g_assert_cmpint (quiet.values[0], ==, 76);
  g_assert_cmpint (quiet.values[1], ==, -102);
  for (guint i = 0; i < SP_N_CONCEPTS; i++)
    g_assert_cmpint (nowhere.values[i], ==, 0);
}

static void
counts_scores_from_the_mean_in_steps (void)
{
  SpConceptScale scale = { .steps = { 2.0f, 0.5f }, .offsets = { -1.0f, 0.0f } };
  float sums[SP_N_CONCEPTS] = { 0.5f, 3.0f };
  SpPlace place;

  sp_concepts_place (&scale, sums, &place);
  g_assert_cmpint (place.values[0], ==, 0);
  g_assert_cmpint (place.values[1], ==, 127);
}

static void
finds_near_places_alike (void)
{
  SpPlace here = stand_at (1, 0), near = stand_at (5, 1), aside = stand_at (0, 1),
          away = stand_at (-1, 0);

  g_assert_cmpfloat (sp_concepts_compare (&here, &here), ==, 1.0);
  g_assert_cmpfloat (sp_concepts_compare (&here, &near), >, 0.9);
  g_assert_cmpfloat (sp_concepts_compare (&here, &near), ==, sp_concepts_compare (&near, &here));
  g_assert_cmpfloat (sp_concepts_compare (&here, &aside), ==, 1.0 / 16);
  g_assert_cmpfloat (sp_concepts_compare (&here, &away), ==, 0.0);
}

static void
lets_near_landmarks_vote (void)
{
  SpConceptScale scale = { .priors = { 0.25f, 0.25f, 0.25f } };
  SpLandmark landmarks[] = { { stand_at (1, 0), { 0.5f, -5.0f } },
                             { stand_at (-1, 0), { 0.0f, 0.0f, 0.5f } } };
  SpPlace here = stand_at (1, 0);
  double logits[SP_N_CATEGORIES];

  sp_concepts_score (&scale, landmarks, G_N_ELEMENTS (landmarks), &here, logits);
  g_assert_cmpfloat_with_epsilon (logits[0], log (3.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (logits[2], -log (3.0), 1e-12);
  /* What is below 0 or beyond 1 is as good as nothing and everything, but never certain. */
  g_assert_cmpfloat (logits[1], <, -5.0);
  g_assert_cmpfloat (logits[1], >, -7.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/concepts/places_a_text_by_direction_alone",
                   places_a_text_by_direction_alone);
  g_test_add_func ("/core/concepts/counts_scores_from_the_mean_in_steps",
                   counts_scores_from_the_mean_in_steps);
  g_test_add_func ("/core/concepts/finds_near_places_alike", finds_near_places_alike);
  g_test_add_func ("/core/concepts/lets_near_landmarks_vote", lets_near_landmarks_vote);
  return g_test_run ();
}
