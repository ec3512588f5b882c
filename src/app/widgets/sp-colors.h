/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sp-words.h"

G_BEGIN_DECLS

gboolean sp_color_lookup (GtkWidget *widget, const char *name, GdkRGBA *color);
void     sp_category_get_color (GtkWidget *widget, SpCategory category, GdkRGBA *color);

G_END_DECLS
