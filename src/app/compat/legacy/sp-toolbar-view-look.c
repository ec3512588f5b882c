/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before AdwToolbarView and breakpoints: what fits into the header bar tells what is narrow. */
#include "config.h"

#include "sp-toolbar-view-private.h"

/* Where list and content stand side by side, each has the buttons of its own end of the window. */
static void
root_changed_cb (SpToolbarView *self)
{
  GtkWidget *leaflet = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_LEAFLET);
  GtkWidget *sidebar;
  gboolean in_sidebar;

  if (leaflet == NULL)
    return;
  sidebar = adw_leaflet_get_child_by_name (ADW_LEAFLET (leaflet), "sidebar");
  in_sidebar = gtk_widget_is_ancestor (GTK_WIDGET (self), sidebar);
  g_object_bind_property (leaflet, "folded", self->header,
                          in_sidebar ? "show-end-title-buttons" : "show-start-title-buttons",
                          G_BINDING_SYNC_CREATE);
  g_signal_handlers_disconnect_by_func (self, root_changed_cb, NULL);
}

static gboolean
update_cb (gpointer self)
{
  _sp_toolbar_view_update (self);
  return G_SOURCE_REMOVE;
}

/* The squeezer chooses while sizes are given out: too late to ask for room for another bar. */
static void
squeezed_cb (SpToolbarView *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, g_object_ref (self), g_object_unref);
}

void
_sp_toolbar_view_arrange (SpToolbarView *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  AdwSqueezer *squeezer = ADW_SQUEEZER (adw_squeezer_new ());

  adw_squeezer_set_homogeneous (squeezer, FALSE);
  adw_squeezer_set_transition_type (squeezer, ADW_SQUEEZER_TRANSITION_TYPE_CROSSFADE);
  gtk_widget_set_halign (GTK_WIDGET (squeezer), GTK_ALIGN_CENTER);
  adw_squeezer_add (squeezer, GTK_WIDGET (self->switcher));
  adw_squeezer_add (squeezer, GTK_WIDGET (self->title));
  adw_header_bar_set_title_widget (self->header, GTK_WIDGET (squeezer));
  gtk_box_append (box, GTK_WIDGET (self->header));
  gtk_box_append (box, GTK_WIDGET (self->content));
  gtk_box_append (box, GTK_WIDGET (self->switcher_bar));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  g_signal_connect_object (squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::root", G_CALLBACK (root_changed_cb), NULL);
}

void
_sp_toolbar_view_update (SpToolbarView *self)
{
  AdwSqueezer *squeezer = ADW_SQUEEZER (adw_header_bar_get_title_widget (self->header));
  gboolean is_narrow = adw_squeezer_get_visible_child (squeezer) != GTK_WIDGET (self->switcher);

  gtk_widget_set_visible (GTK_WIDGET (self->switcher), self->show_switcher);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, self->show_switcher && is_narrow);
}
