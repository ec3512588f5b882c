/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-category.h"

G_BEGIN_DECLS

/**
 * SP_CUE_MAX_CONFIDENCE:
 *
 * Cue words know nothing of what stands around them: they are never surer than this.
 */
#define SP_CUE_MAX_CONFIDENCE 0.6

/**
 * SpCueTagger:
 *
 * Tells the categories of a segment by telling words, from data/knowledge/cues.json. Immutable; any
 * thread.
 */
typedef struct _SpCueTagger SpCueTagger;

SpCueTagger *sp_cue_tagger_new (GError **error);
void         sp_cue_tagger_free (SpCueTagger *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpCueTagger, sp_cue_tagger_free)

double sp_cue_tagger_get_threshold (const SpCueTagger *self);
void   sp_cue_tagger_score (const SpCueTagger *self, const guint32 *features, gsize n_features,
                            double scores[SP_N_CATEGORIES]);
void   sp_cue_tagger_weigh_features (const SpCueTagger *self, const guint32 *features,
                                     gsize n_features, SpCategory category, double *weights);

G_END_DECLS
