/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sp-hit.h"

G_BEGIN_DECLS

void   sp_hit_list_bind (GtkListBox *list, GListModel *hits);
SpHit *sp_hit_list_get_hit (GtkListBoxRow *row);

G_END_DECLS
