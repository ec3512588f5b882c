/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-concept-table.h"
#include "sp-linear-model.h"
#include "sp-word-table.h"

G_BEGIN_DECLS

GBytes *sp_model_write (const SpWordTable *table, double *const weights[SP_N_CATEGORIES],
                        const SpModelLayer *layer, const SpConceptTable *concepts,
                        const GArray *landmarks, const char *version);

G_END_DECLS
