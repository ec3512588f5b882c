/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpPaneView:
 * @show-pane: whether the pane is seen
 * @pane-position: on which side it is
 * @collapsed: whether the pane lies above the content
 * @content-width: the least width that the content likes to keep beside the pane; 0: the one it requests
 *
 * Content with a pane that tells more about it at its side; above it where both widths do not fit. UI
 * files add the pane as `<child type="pane">`, after the properties.
 */
#define SP_TYPE_PANE_VIEW (sp_pane_view_get_type ())
G_DECLARE_FINAL_TYPE (SpPaneView, sp_pane_view, SP, PANE_VIEW, AdwBin)

gboolean sp_pane_view_get_collapsed (SpPaneView *self);
void sp_pane_view_set_show_pane (SpPaneView *self, gboolean show_pane);

G_END_DECLS
