/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_PAGE_LAYOUT (sp_page_layout_get_type ())
G_DECLARE_FINAL_TYPE (SpPageLayout, sp_page_layout, SP, PAGE_LAYOUT, GtkLayoutManager)

G_END_DECLS
