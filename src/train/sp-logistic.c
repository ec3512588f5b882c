/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Logistic regression with an L2 penalty, by coordinate descent in the dual: Yu, Huang and Lin,
 * “Dual coordinate descent methods for logistic regression and maximum entropy models”, Machine
 * Learning 85 (2011), algorithm 5. Our own, because a library's build, its logarithm and its use of
 * fused operations would each change the last bits of the weights, and they have to come out the
 * same everywhere. */

#include "sp-logistic.h"

#include "sp-portable-math.h"

#define MAX_ROUNDS 20
#define MAX_INNER_STEPS 100
#define TOLERANCE 0.1
#define SHRINK 0.1

/* xorshift32: an order that looks random and is always the same. */
static guint32
next_random (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

static void
shuffle (guint *order, guint n, guint32 *state)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = next_random (state) % i;
      guint other = order[i - 1];

      order[i - 1] = order[j];
      order[j] = other;
    }
}

/**
 * sp_row_dot:
 *
 * Returns: the product of @row and @weights
 */
double
sp_row_dot (const SpRow *row, const double *weights)
{
  double sum = 0.0;

  for (guint i = 0; i < row->n; i++)
    sum += row->values[i] * weights[row->columns[i]];
  return sum;
}

void
sp_row_clear (SpRow *row)
{
  g_clear_pointer (&row->columns, g_free);
  g_clear_pointer (&row->values, g_free);
  row->n = 0;
}

static void
add_row (const SpRow *row, double factor, double *weights)
{
  for (guint i = 0; i < row->n; i++)
    weights[row->columns[i]] += factor * row->values[i];
}

static double
square_row (const SpRow *row)
{
  double sum = 0.0;

  for (guint i = 0; i < row->n; i++)
    sum += (double) row->values[i] * row->values[i];
  return sum;
}

/* Minimises one dual variable by Newton steps that stay inside (0, cost). Returns its new value and
 * in @gradient how far from the optimum it was. */
static double
solve_one (double square, double margin, double old, double cost, double precision,
           double *gradient)
{
  double z = cost - old < 0.5 * cost ? SHRINK * old : old;
  double slope = square * (z - old) + margin + sp_portable_log (z / (cost - z));

  *gradient = ABS (slope);
  for (guint step = 0; step < MAX_INNER_STEPS && ABS (slope) >= precision; step++)
    {
      double curvature = square + cost / (cost - z) / z;
      double next = z - slope / curvature;

      z = next <= 0.0 ? z * SHRINK : next;
      slope = square * (z - old) + margin + sp_portable_log (z / (cost - z));
    }
  return z;
}

/* The two dual variables of a sample: they add up to its cost. Both are kept, since the smaller one
 * is often too small to survive a subtraction. */
typedef struct
{
  double own;
  double other;
} Dual;

static double
update_sample (const SpSample *sample, double square, double precision, Dual *dual, double *weights)
{
  double sign = sample->positive ? 1.0 : -1.0;
  double margin = sign * sp_row_dot (sample->row, weights);
  gboolean swapped = 0.5 * square * (dual->other - dual->own) + margin < 0.0;
  double old = swapped ? dual->other : dual->own;
  double gradient;
  double z = solve_one (square, swapped ? -margin : margin, old, sample->cost, precision,
                        &gradient);

  dual->own = swapped ? sample->cost - z : z;
  dual->other = swapped ? z : sample->cost - z;
  add_row (sample->row, sign * (swapped ? old - z : z - old), weights);
  return gradient;
}

/**
 * sp_logistic_fit:
 * @samples: (array length=n_samples): each with a cost above 0
 * @weights: (out caller-allocates) (array length=n_columns): those that minimise
 *   |w|² / 2 + Σ cost · ln (1 + e^(∓ w·x))
 */
void
sp_logistic_fit (const SpSample *samples, guint n_samples, guint n_columns, double *weights)
{
  g_autofree Dual *duals = g_new (Dual, n_samples);
  g_autofree double *squares = g_new (double, n_samples);
  g_autofree guint *order = g_new (guint, n_samples);
  guint32 random = 2463534242U;
  double precision = 1e-2;

  for (guint i = 0; i < n_columns; i++)
    weights[i] = 0.0;
  for (guint i = 0; i < n_samples; i++)
    {
      order[i] = i;
      duals[i].own = MIN (0.001 * samples[i].cost, 1e-8);
      duals[i].other = samples[i].cost - duals[i].own;
      squares[i] = square_row (samples[i].row);
      add_row (samples[i].row, samples[i].positive ? duals[i].own : -duals[i].own, weights);
    }

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      double worst = 0.0;

      shuffle (order, n_samples, &random);
      for (guint k = 0; k < n_samples; k++)
        {
          guint i = order[k];
          double gradient = update_sample (&samples[i], squares[i], precision, &duals[i], weights);

          worst = MAX (worst, gradient);
        }
      if (worst < TOLERANCE)
        break;
      precision = MAX (1e-8, precision * 0.5);
    }
}
