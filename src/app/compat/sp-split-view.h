/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpSplitView:
 * @collapsed: (read-only): whether only one of the two is seen
 * @sidebar-title: what assistive technology calls the sidebar
 * @content-title: the same for the content
 *
 * A list beside what is chosen from it; one after the other where the widths that both request do not
 * fit. UI files add them as `<child type="sidebar">` and `<child type="content">`.
 */
#define SP_TYPE_SPLIT_VIEW (sp_split_view_get_type ())
G_DECLARE_FINAL_TYPE (SpSplitView, sp_split_view, SP, SPLIT_VIEW, AdwBin)

gboolean sp_split_view_get_collapsed (SpSplitView *self);
gboolean sp_split_view_get_show_content (SpSplitView *self);
void sp_split_view_set_show_content (SpSplitView *self, gboolean show_content);
gboolean sp_split_view_get_show_sidebar (SpSplitView *self);
void sp_split_view_set_show_sidebar (SpSplitView *self, gboolean show_sidebar);

G_END_DECLS
