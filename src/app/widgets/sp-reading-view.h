/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-clauses-state.h"

G_BEGIN_DECLS

/**
 * SpReadingView:
 *
 * The clauses as one well-set text with a real caret, so that it can be read, selected and heard.
 * Signal "clause-selected" (segment) when the caret enters another clause.
 */
#define SP_TYPE_READING_VIEW (sp_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (SpReadingView, sp_reading_view, SP, READING_VIEW, AdwBin)

void     sp_reading_view_show (SpReadingView *self, const SpClausesState *state);
gboolean sp_reading_view_update (SpReadingView *self, const SpClausesState *state);
gboolean sp_reading_view_reveal (SpReadingView *self, const SpEvidence *evidence);
void     sp_reading_view_mark_reasons (SpReadingView *self, const GArray *reasons);
void     sp_reading_view_set_zoom (SpReadingView *self, int percent);
guint    sp_reading_view_find (SpReadingView *self, const char *needle);
guint    sp_reading_view_move_match (SpReadingView *self, int step);

G_END_DECLS
