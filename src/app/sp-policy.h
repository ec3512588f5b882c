/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-library-state.h"

G_BEGIN_DECLS

/**
 * SpPolicy:
 *
 * A policy of the sidebar: an entry of the library, or one that is held for this run only and so
 * keeps its analysis.
 */
#define SP_TYPE_POLICY (sp_policy_get_type ())
G_DECLARE_FINAL_TYPE (SpPolicy, sp_policy, SP, POLICY, GObject)

SpPolicy *sp_policy_new_for_entry (SpLibraryEntry *entry);
SpPolicy *sp_policy_new_for_analysis (SpAnalysis *analysis);

SpLibraryEntry *sp_policy_get_entry (SpPolicy *self);
void            sp_policy_set_entry (SpPolicy *self, SpLibraryEntry *entry);
SpAnalysis     *sp_policy_get_analysis (SpPolicy *self);
const char     *sp_policy_get_sha256 (SpPolicy *self);
SpPolicyFacts   sp_policy_get_facts (SpPolicy *self);

SpReview *sp_policy_get_review (SpPolicy *self);
void      sp_policy_set_review (SpPolicy *self, SpReview *review);

G_END_DECLS
