/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-rubric.h"

G_BEGIN_DECLS

/**
 * SpEmphasis:
 * @SP_EMPHASIS_LEFT_OUT: the question counts for nothing
 * @SP_EMPHASIS_AS_IS: with the weight of the rubric
 * @SP_EMPHASIS_DOUBLE: with twice that weight
 *
 * How much a question matters to a reader. The values are those in JSON and the factors of the weight.
 */
typedef enum
{
  SP_EMPHASIS_LEFT_OUT = 0,
  SP_EMPHASIS_AS_IS = 1,
  SP_EMPHASIS_DOUBLE = 2,
} SpEmphasis;

/**
 * SpProfile:
 *
 * What matters to a reader: the weights of the three dimensions, the emphasis of single questions, and
 * deal breakers: findings that cap the grade. Immutable; any thread. Nothing set: the rubric's own view.
 * The setters leave the profile as it is and return another.
 */
typedef struct _SpProfile SpProfile;

SP_EXPORT SpProfile *sp_profile_new (void);
SP_EXPORT SpProfile *sp_profile_new_from_json (const char *json, gssize length, GError **error);
SP_EXPORT char      *sp_profile_to_json (SpProfile *self);
SP_EXPORT SpProfile *sp_profile_ref (SpProfile *self);
SP_EXPORT void       sp_profile_unref (SpProfile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpProfile, sp_profile_unref)

SP_EXPORT gboolean    sp_profile_is_default (SpProfile *self);
SP_EXPORT const char *sp_profile_find_unknown (SpProfile *self, const SpRubric *rubric,
                                               const SpFindingRegistry *registry);

SP_EXPORT gboolean   sp_profile_get_weights (SpProfile *self, double weights[SP_N_DIMENSIONS]);
SP_EXPORT SpProfile *sp_profile_set_weights (SpProfile *self, const double *weights);

SP_EXPORT SpEmphasis sp_profile_get_emphasis (SpProfile *self, const char *question);
SP_EXPORT SpProfile *sp_profile_set_emphasis (SpProfile *self, const char *question, SpEmphasis emphasis);

SP_EXPORT char       sp_profile_get_deal_breaker (SpProfile *self, const char *finding);
SP_EXPORT SpProfile *sp_profile_set_deal_breaker (SpProfile *self, const char *finding, char at_most);
SP_EXPORT guint      sp_profile_get_n_deal_breakers (SpProfile *self);
SP_EXPORT const char *sp_profile_get_deal_breaker_id (SpProfile *self, guint index);

G_END_DECLS
