/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean sp_row_list_keep (GtkListBox *list, guint position, const char *key);
void     sp_row_list_insert (GtkListBox *list, guint position, const char *key, GtkWidget *row);
void     sp_row_list_cut (GtkListBox *list, guint n_rows);

G_END_DECLS
