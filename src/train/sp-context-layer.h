/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-linear-model.h"

G_BEGIN_DECLS

void sp_context_layer_train (GPtrArray *examples, const guint *folds, guint n_folds,
                             const SpLogits *logits, SpModelLayer *layer);

G_END_DECLS
