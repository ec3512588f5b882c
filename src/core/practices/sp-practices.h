/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-contradiction.h"
#include "sp-data-map.h"
#include "sp-facts.h"
#include "sp-finding-registry.h"
#include "sp-statement.h"
#include "sp-tagging.h"

G_BEGIN_DECLS

/**
 * SpPracticesInput:
 * @facts: (nullable): what the document says of itself
 * @n_words: its words, as readability counts them
 * @language: its language, ISO 639-1, or "und"
 *
 * What earlier stages found out about a document.
 */
typedef struct
{
  SpSegmentation *segmentation;
  SpTagging *tagging;
  const SpFacts *facts;
  guint n_words;
  const char *language;
} SpPracticesInput;

/**
 * SpPractices:
 *
 * What a document says is done: its statements, where each detector fired, and the findings made of
 * that. Immutable.
 */
SP_EXPORT SpPractices *sp_practices_new (const SpPracticesInput *input, SpFindingRegistry *registry,
                                         GCancellable *cancellable);
SP_EXPORT SpPractices *sp_practices_ref (SpPractices *self);
SP_EXPORT void         sp_practices_unref (SpPractices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPractices, sp_practices_unref)

SP_EXPORT const SpDetection *sp_practices_get_detections (SpPractices *self, guint *n_detections);
SP_EXPORT const SpMiss *sp_practices_get_misses (SpPractices *self, guint *n_misses);
SP_EXPORT guint sp_practices_count (SpPractices *self, const char *detector_id, const char *variant);
SP_EXPORT GPtrArray *sp_practices_get_findings (SpPractices *self);
SP_EXPORT GPtrArray *sp_practices_get_statements (SpPractices *self);
SP_EXPORT GPtrArray *sp_practices_get_contradictions (SpPractices *self);
SP_EXPORT GPtrArray *sp_practices_get_data_map (SpPractices *self);

G_END_DECLS
