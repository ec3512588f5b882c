/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-clauses-state.h"

G_BEGIN_DECLS

/**
 * SpFilterBar:
 *
 * A chip for each tag and each kind of finding that the policy has, with its count. Two lines of them
 * at first; a button unfolds the rest. Signal "changed".
 */
#define SP_TYPE_FILTER_BAR (sp_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpFilterBar, sp_filter_bar, SP, FILTER_BAR, AdwBin)

void           sp_filter_bar_set_counts (SpFilterBar *self, const SpClausesState *state);
SpClauseFilter sp_filter_bar_get_filter (SpFilterBar *self);

G_END_DECLS
