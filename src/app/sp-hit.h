/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-policy.h"

G_BEGIN_DECLS

/**
 * SpHit:
 *
 * A policy that a search in the library found, and the words that it was found by. Immutable.
 */
#define SP_TYPE_HIT (sp_hit_get_type ())
G_DECLARE_FINAL_TYPE (SpHit, sp_hit, SP, HIT, GObject)

SpHit *sp_hit_new (SpPolicy *policy, const SpLibraryHit *hit);

SpPolicy     *sp_hit_get_policy (SpHit *self);
guint         sp_hit_get_segment (SpHit *self);
const char   *sp_hit_get_snippet (SpHit *self);
const GArray *sp_hit_get_matches (SpHit *self);
gboolean      sp_hit_equal (SpHit *self, SpHit *other);

G_END_DECLS
