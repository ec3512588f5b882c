/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-span.h"

G_BEGIN_DECLS

/**
 * SP_FEATURES_VERSION:
 *
 * Goes up when the features of any text change; weights fit one version only.
 */
#define SP_FEATURES_VERSION 1

/**
 * SpFeaturePlace:
 * @first: the first of its words
 * @n_words: how many; 0 if it is about the whole text
 */
typedef struct
{
  guint first;
  guint n_words;
} SpFeaturePlace;

/**
 * SpFeatureTrace:
 * @words: (element-type SpSpan): bytes of each word in the text; empty for those of the heading
 * @places: (element-type SpFeaturePlace): the words of each feature
 */
typedef struct
{
  GArray *words;  /* (owned) */
  GArray *places; /* (owned) */
} SpFeatureTrace;

void sp_feature_trace_init (SpFeatureTrace *self);
void sp_feature_trace_clear (SpFeatureTrace *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpFeatureTrace, sp_feature_trace_clear)

void     sp_features_extract (const char *text, gsize length, const char *heading,
                              GArray *features);
void     sp_features_trace (const char *text, gsize length, const char *heading, GArray *features,
                            SpFeatureTrace *trace);
gboolean sp_features_find_phrase (const char *phrase, guint32 *feature);

G_END_DECLS
