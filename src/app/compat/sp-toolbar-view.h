/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpToolbarView:
 * @title: what stands in the header bar
 * @stack: (nullable): pages; their switcher takes the place of the title, or stands at the bottom where
 *     the view is narrow
 * @show-switcher: whether there is a page to switch to
 * @switcher-width: the width, in scaled pixels, from which the header bar has room for the switcher
 * @show-title-buttons: whether the header bar can close the window
 *
 * A header bar above its content. UI files add buttons as `<child type="start">` and
 * `<child type="end">`.
 */
#define SP_TYPE_TOOLBAR_VIEW (sp_toolbar_view_get_type ())
G_DECLARE_FINAL_TYPE (SpToolbarView, sp_toolbar_view, SP, TOOLBAR_VIEW, AdwBin)

void sp_toolbar_view_set_title (SpToolbarView *self, const char *title);
void sp_toolbar_view_set_show_switcher (SpToolbarView *self, gboolean show_switcher);

G_END_DECLS
