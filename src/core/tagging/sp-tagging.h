/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-tagger.h"

G_BEGIN_DECLS

/**
 * SpTagging:
 *
 * The tags of all segments of a document. Immutable.
 */
SP_EXPORT SpTagging *sp_tagging_new (SpSegmentation *segmentation, const SpTagger *tagger,
                                     GCancellable *cancellable);
SP_EXPORT SpTagging *sp_tagging_ref (SpTagging *self);
SP_EXPORT void       sp_tagging_unref (SpTagging *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpTagging, sp_tagging_unref)

SP_EXPORT const SpTag       *sp_tagging_get_tags (SpTagging *self, guint segment, guint *n_tags);
SP_EXPORT const SpTag       *sp_tagging_get_sentence_tags (SpTagging *self, guint sentence,
                                                           guint *n_tags);
SP_EXPORT const SpTagScores *sp_tagging_get_scores (SpTagging *self, guint segment);
SP_EXPORT gboolean           sp_tagging_has_tag (SpTagging *self, guint segment,
                                                 SpCategory category);
SP_EXPORT double             sp_tagging_get_precision (SpTagging *self, const SpTag *tag);
SP_EXPORT GArray            *sp_tagging_explain (SpTagging *self, guint segment,
                                                 SpCategory category);
SP_EXPORT guint              sp_tagging_get_n_categories (SpTagging *self);
SP_EXPORT double             sp_tagging_get_is_policy (SpTagging *self);

G_END_DECLS
