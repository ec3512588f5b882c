/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-concepts.h"
#include "sp-corpus.h"

G_BEGIN_DECLS

/**
 * SP_N_LANDMARKS:
 *
 * Twice as many change little.
 */
#define SP_N_LANDMARKS 512

GArray *sp_landmarks_fit (GPtrArray *examples, const SpPlace *places, const guint *folds,
                          guint left_out, float priors[SP_N_CATEGORIES]);

G_END_DECLS
