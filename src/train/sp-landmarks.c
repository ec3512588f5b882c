/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kernel ridge regression on a subset of regressors: Quiñonero-Candela and Rasmussen, “A unifying
 * view of sparse approximate Gaussian process regression”, JMLR 6 (2005), section 3. The system is
 * solved by Cholesky's method, in a fixed order. */

#include "sp-landmarks.h"

#include <math.h>

#define RIDGE 0.3
/* Landmarks that stand in one place would make the system singular. */
#define JITTER 1e-3

/* A symmetric system of @n equations; only the lower triangle is used. */
typedef struct
{
  guint n;
  double *matrix; /* (owned): by rows */
  double *right;  /* (owned): SP_N_CATEGORIES a row */
} System;

static void
system_clear (System *self)
{
  g_free (self->matrix);
  g_free (self->right);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (System, system_clear)

static double *
get_row (const System *self, guint row)
{
  return self->matrix + (gsize) row * self->n;
}

static const SpExample *
get_example (GPtrArray *examples, guint index)
{
  return examples->pdata[index];
}

/* All examples but those of @left_out. */
static GArray *
list_used (GPtrArray *examples, const guint *folds, guint left_out)
{
  GArray *used = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < examples->len; i++)
    if (folds[i] != left_out)
      g_array_append_val (used, i);
  return used;
}

/* Landmarks are taken from all policies alike. */
static GArray *
choose_landmarks (const GArray *used, const SpPlace *places)
{
  GArray *landmarks = g_array_new (FALSE, TRUE, sizeof (SpLandmark));
  guint n = MIN (used->len, SP_N_LANDMARKS);

  g_array_set_size (landmarks, n);
  for (guint i = 0; i < n; i++)
    {
      guint index = g_array_index (used, guint, (gsize) i * used->len / n);

      g_array_index (landmarks, SpLandmark, i).place = places[index];
    }
  return landmarks;
}

static void
set_priors (GPtrArray *examples, const GArray *used, float priors[SP_N_CATEGORIES])
{
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      double sum = 0.0;

      for (guint i = 0; i < used->len; i++)
        sum += get_example (examples, g_array_index (used, guint, i))->targets[label];
      priors[label] = (float) (sum / MAX (used->len, 1));
    }
}

/* Adds one example to both sides of the normal equations. */
static void
add_example (System *self, const GArray *landmarks, const SpExample *example, const SpPlace *place,
             const float priors[SP_N_CATEGORIES], double *likeness)
{
  for (guint i = 0; i < self->n; i++)
    likeness[i] = sp_concepts_compare (&g_array_index (landmarks, SpLandmark, i).place, place);

  for (guint i = 0; i < self->n; i++)
    {
      double *row = get_row (self, i);

      for (guint k = 0; k <= i; k++)
        row[k] += likeness[i] * likeness[k];
      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        self->right[i * SP_N_CATEGORIES + label] +=
          likeness[i] * (example->targets[label] - priors[label]);
    }
}

static void
add_ridge (System *self, const GArray *landmarks)
{
  for (guint i = 0; i < self->n; i++)
    {
      for (guint k = 0; k <= i; k++)
        get_row (self, i)[k] +=
          RIDGE * sp_concepts_compare (&g_array_index (landmarks, SpLandmark, i).place,
                                       &g_array_index (landmarks, SpLandmark, k).place);
      get_row (self, i)[i] += JITTER;
    }
}

/* Replaces the matrix by its Cholesky factor. */
static void
factorise (System *self)
{
  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k <= i; k++)
      {
        const double *a = get_row (self, i), *b = get_row (self, k);
        double sum = a[k];

        for (guint j = 0; j < k; j++)
          sum -= a[j] * b[j];
        get_row (self, i)[k] = i == k ? sqrt (MAX (sum, JITTER * JITTER)) : sum / b[k];
      }
}

/* Replaces the right side of one label by the solution. */
static void
solve (System *self, guint label)
{
  double *x = self->right + label;
  const guint step = SP_N_CATEGORIES;

  for (guint i = 0; i < self->n; i++)
    {
      for (guint k = 0; k < i; k++)
        x[i * step] -= get_row (self, i)[k] * x[k * step];
      x[i * step] /= get_row (self, i)[i];
    }
  for (guint i = self->n; i-- > 0;)
    {
      for (guint k = i + 1; k < self->n; k++)
        x[i * step] -= get_row (self, k)[i] * x[k * step];
      x[i * step] /= get_row (self, i)[i];
    }
}

/**
 * sp_landmarks_fit:
 * @places: (array): where the examples stand
 * @left_out: the fold of @folds that nothing is learned from
 * @priors: (out caller-allocates): how common each category is
 *
 * Learns what being near a place says of the categories.
 *
 * Returns: (transfer full) (element-type SpLandmark): the landmarks with their votes
 */
GArray *
sp_landmarks_fit (GPtrArray *examples, const SpPlace *places, const guint *folds, guint left_out,
                  float priors[SP_N_CATEGORIES])
{
  g_autoptr (GArray) used = list_used (examples, folds, left_out);
  GArray *landmarks = choose_landmarks (used, places);
  guint n = landmarks->len;
  g_autofree double *likeness = g_new (double, n);
  g_auto (System) system = { .n = n };

  system.matrix = g_new0 (double, (gsize) n * n);
  system.right = g_new0 (double, n * SP_N_CATEGORIES);
  set_priors (examples, used, priors);
  for (guint i = 0; i < used->len; i++)
    {
      guint index = g_array_index (used, guint, i);

      add_example (&system, landmarks, get_example (examples, index), &places[index], priors,
                   likeness);
    }
  add_ridge (&system, landmarks);
  factorise (&system);

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      solve (&system, label);
      for (guint i = 0; i < n; i++)
        g_array_index (landmarks, SpLandmark, i).votes[label] =
          (float) system.right[i * SP_N_CATEGORIES + label];
    }
  return landmarks;
}
