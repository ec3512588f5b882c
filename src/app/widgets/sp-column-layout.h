/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_COLUMN_LAYOUT (sp_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (SpColumnLayout, sp_column_layout, SP, COLUMN_LAYOUT, GtkLayoutManager)

GtkLayoutManager *sp_column_layout_new (int spacing);

G_END_DECLS
