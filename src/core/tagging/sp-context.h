/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-category.h"

G_BEGIN_DECLS

/**
 * SP_N_CONTEXT:
 *
 * What the second layer sees of a segment: see sp_context_describe().
 */
#define SP_N_CONTEXT (6 * SP_N_CATEGORIES + 6)

/**
 * SpLogits:
 * @values: score of each category before any sigmoid; any finite number
 */
typedef struct
{
  double values[SP_N_CATEGORIES];
} SpLogits;

void sp_context_sum (const SpLogits *logits, gsize n, double means[SP_N_CATEGORIES]);
void sp_context_describe (const SpLogits *logits, gsize n, gsize index,
                          const double means[SP_N_CATEGORIES], double context[SP_N_CONTEXT]);

G_END_DECLS
