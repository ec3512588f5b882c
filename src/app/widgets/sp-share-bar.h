/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SpShare:
 * @style_class: of its part of the bar
 * @value: how much it is; parts of nothing are left out
 */
typedef struct
{
  const char *style_class;
  guint value;
} SpShare;

/**
 * SpShareBar:
 *
 * A whole as one bar of several parts. Drawn by CSS: the nodes are `sharebar` and one child for each
 * part, with its class.
 */
#define SP_TYPE_SHARE_BAR (sp_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpShareBar, sp_share_bar, SP, SHARE_BAR, GtkWidget)

void sp_share_bar_set (SpShareBar *self, const SpShare *shares, gsize n_shares, const char *text);

G_END_DECLS
