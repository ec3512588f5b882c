/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SpGradualFunc:
 * @page: what is filled
 *
 * Makes the next part of a page: a few rows, a card.
 *
 * Returns: whether anything is left to be made
 */
typedef gboolean (*SpGradualFunc) (GtkWidget *page);

void sp_gradual_fill (GtkWidget *page, SpGradualFunc fill);
void sp_gradual_fill_later (GtkWidget *page, SpGradualFunc fill);
void sp_gradual_stop (GtkWidget *page);

gboolean sp_gradual_list_more (GtkSliceListModel *listed);

G_END_DECLS
