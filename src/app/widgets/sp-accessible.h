/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sp_accessible_set_name (gpointer accessible, const char *name);

G_END_DECLS
