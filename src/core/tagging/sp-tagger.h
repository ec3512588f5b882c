/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-category.h"
#include "sp-segmentation.h"
#include "sp-tag-reasons.h"

G_BEGIN_DECLS

/**
 * SpTag:
 * @confidence: calibrated probability that a reader would agree, 0..1
 * @weak: a best guess below its threshold
 */
typedef struct
{
  SpCategory category;
  double confidence;
  gboolean weak;
} SpTag;

/**
 * SpTagScores:
 * @scores: calibrated probability of each category, 0..1
 */
typedef struct
{
  double scores[SP_N_CATEGORIES];
} SpTagScores;

/**
 * SpTagInput:
 * @text: UTF-8 of one segment
 * @length: in bytes
 * @heading: (nullable): the heading it stands under
 *
 * One segment as the tagger sees it. Neighbours in the array are neighbours in the document.
 */
typedef struct
{
  const char *text;
  gsize length;
  const char *heading;
} SpTagInput;

/**
 * SpTagger:
 *
 * Tells which of the twelve categories a segment speaks of: by a linear model if there is one, else
 * by cue words, with lower confidence. Immutable; any thread.
 */
typedef struct _SpTagger SpTagger;

/**
 * SP_MODEL_FILE:
 *
 * The name of the shipped weights, in the folder "model" of the program's data.
 */
#define SP_MODEL_FILE "smallprint-en.model"

SP_EXPORT SpTagger *sp_tagger_new (const char *model_path, GError **error);
SP_EXPORT SpTagger *sp_tagger_new_from_bytes (GBytes *model, GError **error);
SP_EXPORT SpTagger *sp_tagger_new_without_model (GError **error);
SP_EXPORT SpTagger *sp_tagger_ref (SpTagger *self);
SP_EXPORT void      sp_tagger_unref (SpTagger *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpTagger, sp_tagger_unref)

SP_EXPORT const char *sp_tagger_get_model_version (const SpTagger *self);
SP_EXPORT void  sp_tagger_score (const SpTagger *self, const SpTagInput *inputs, gsize n_inputs,
                                 SpTagScores *scores);
SP_EXPORT void  sp_tagger_score_alone (const SpTagger *self, const SpTagInput *inputs,
                                       gsize n_inputs, SpTagScores *scores);
SP_EXPORT guint sp_tagger_choose (const SpTagger *self, const SpTagScores *scores,
                                  SpTag tags[SP_N_CATEGORIES]);
SP_EXPORT double sp_tagger_get_threshold (const SpTagger *self, SpCategory category);
SP_EXPORT double sp_tagger_get_precision (const SpTagger *self, const SpTag *tag);
SP_EXPORT GArray *sp_tagger_explain (const SpTagger *self, const SpTagInput *input, gsize from,
                                     SpCategory category);

G_END_DECLS
