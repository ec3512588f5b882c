/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpFoldingBin:
 * @folded: (read-only): whether it is narrower than its child asks to be
 *
 * A bin with one breakpoint.
 */
#define SP_TYPE_FOLDING_BIN (sp_folding_bin_get_type ())
G_DECLARE_FINAL_TYPE (SpFoldingBin, sp_folding_bin, SP, FOLDING_BIN, AdwBreakpointBin)

SpFoldingBin *sp_folding_bin_new (GtkWidget *child);
gboolean sp_folding_bin_get_folded (SpFoldingBin *self);
void sp_folding_bin_set_widths (SpFoldingBin *self, int folded_width, int unfolded_width);
int sp_folding_bin_fit (SpFoldingBin *self, GtkWidget *sidebar, GtkWidget *content, int content_width);

G_END_DECLS
