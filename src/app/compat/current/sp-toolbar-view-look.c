/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-folding-bin.h"
#include "sp-toolbar-view-private.h"

static void
switcher_width_changed_cb (SpToolbarView *self)
{
  sp_folding_bin_set_widths (SP_FOLDING_BIN (adw_bin_get_child (ADW_BIN (self))), 1, self->switcher_width);
}

void
_sp_toolbar_view_arrange (SpToolbarView *self)
{
  AdwToolbarView *view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  SpFoldingBin *bin = sp_folding_bin_new (GTK_WIDGET (view));

  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->switcher));
  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->title));
  adw_header_bar_set_title_widget (self->header, titles);
  /* The window has a way back of its own, to where a quote was followed from before the library. */
  adw_header_bar_set_show_back_button (self->header, FALSE);
  adw_toolbar_view_add_top_bar (view, GTK_WIDGET (self->header));
  adw_toolbar_view_set_content (view, GTK_WIDGET (self->content));
  adw_toolbar_view_add_bottom_bar (view, GTK_WIDGET (self->switcher_bar));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (bin));
  g_signal_connect_object (bin, "notify::folded", G_CALLBACK (_sp_toolbar_view_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::switcher-width", G_CALLBACK (switcher_width_changed_cb), NULL);
}

void
_sp_toolbar_view_update (SpToolbarView *self)
{
  SpFoldingBin *bin = SP_FOLDING_BIN (adw_bin_get_child (ADW_BIN (self)));
  gboolean is_narrow = sp_folding_bin_get_folded (bin);

  gtk_widget_set_visible (GTK_WIDGET (self->switcher), self->show_switcher && !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->show_switcher || is_narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, self->show_switcher && is_narrow);
}
