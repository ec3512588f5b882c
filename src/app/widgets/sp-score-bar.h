/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SpScoreBar:
 *
 * A bar from 0 to 100 with a value and the range it may lie in. Drawn by CSS: the nodes are
 * `scorebar`, `scorebar > .range` and `scorebar > .value`.
 */
#define SP_TYPE_SCORE_BAR (sp_score_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpScoreBar, sp_score_bar, SP, SCORE_BAR, GtkWidget)

void sp_score_bar_set (SpScoreBar *self, double value, double low, double high, const char *text);

G_END_DECLS
