/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-breakdown-state.h"

G_BEGIN_DECLS

/**
 * SpBreakdownView:
 *
 * The table of points behind a grade: each question unfolds to the clauses that answered it.
 */
#define SP_TYPE_BREAKDOWN_VIEW (sp_breakdown_view_get_type ())
G_DECLARE_FINAL_TYPE (SpBreakdownView, sp_breakdown_view, SP, BREAKDOWN_VIEW, AdwBin)

void sp_breakdown_view_show (SpBreakdownView *self, SpBreakdownState *state);
void sp_breakdown_view_clear (SpBreakdownView *self);
void sp_breakdown_view_turn_to (SpBreakdownView *self, guint section);

G_END_DECLS
