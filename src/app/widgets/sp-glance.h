/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sp-glance-state.h"

G_BEGIN_DECLS

GtkWidget *sp_glance_table_new (GPtrArray *rows, guint max_rows);

G_END_DECLS
