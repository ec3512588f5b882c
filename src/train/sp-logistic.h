/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpRow:
 * @columns: (array length=n): ascending
 *
 * A sparse vector.
 */
typedef struct
{
  guint32 *columns; /* (owned) */
  float *values;    /* (owned) */
  guint n;
} SpRow;

/**
 * SpSample:
 * @cost: what a mistake costs; a row may be given on both sides, each with its share
 */
typedef struct
{
  const SpRow *row; /* (not owned) */
  gboolean positive;
  double cost;
} SpSample;

double sp_row_dot (const SpRow *row, const double *weights);
void   sp_row_clear (SpRow *row);
void   sp_logistic_fit (const SpSample *samples, guint n_samples, guint n_columns, double *weights);

G_END_DECLS
