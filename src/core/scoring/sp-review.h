/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-analysis.h"

G_BEGIN_DECLS

/**
 * SpReview:
 *
 * A reader's objections to an analysis: findings that are wrong, everywhere or at one place, and the tags
 * that a clause should have. Places are kept with their words, so that they are found again in another
 * analysis of the same or of a changed text; sp_analysis_review() applies them. Immutable; any thread. The
 * setters leave the review as it is and return another.
 */

SP_EXPORT SpReview *sp_review_new (void);
SP_EXPORT SpReview *sp_review_new_from_json (const char *json, gssize length, GError **error);
SP_EXPORT char     *sp_review_to_json (SpReview *self);
SP_EXPORT SpReview *sp_review_ref (SpReview *self);
SP_EXPORT void      sp_review_unref (SpReview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpReview, sp_review_unref)

SP_EXPORT gboolean sp_review_is_empty (SpReview *self);

SP_EXPORT gboolean  sp_review_is_dismissed (SpReview *self, const char *finding);
SP_EXPORT SpReview *sp_review_set_dismissed (SpReview *self, const char *finding, gboolean dismissed);
SP_EXPORT SpReview *sp_review_set_place_dismissed (SpReview *self, SpAnalysis *analysis, const char *finding,
                                                   const SpEvidence *evidence, gboolean dismissed);
SP_EXPORT SpReview *sp_review_set_tags (SpReview *self, SpAnalysis *analysis, guint segment,
                                        const guint *categories);

G_END_DECLS
