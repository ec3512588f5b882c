/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before AdwNavigationSplitView. */
#include "config.h"

#include "sp-split-view-private.h"

static GtkWidget *
append_part (AdwLeaflet *leaflet, const char *name)
{
  GtkWidget *part = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  adw_leaflet_page_set_name (adw_leaflet_append (leaflet, part), name);
  return part;
}

void
_sp_split_view_arrange (SpSplitView *self)
{
  AdwLeaflet *leaflet = ADW_LEAFLET (adw_leaflet_new ());
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  adw_leaflet_set_can_navigate_back (leaflet, TRUE);
  adw_leaflet_set_can_navigate_forward (leaflet, TRUE);
  self->view = GTK_WIDGET (leaflet);
  self->sidebar = append_part (leaflet, "sidebar");
  adw_leaflet_page_set_navigatable (adw_leaflet_append (leaflet, separator), FALSE);
  g_object_bind_property (self->sidebar, "visible", separator, "visible", G_BINDING_SYNC_CREATE);
  self->content = append_part (leaflet, "content");
  gtk_widget_set_hexpand (self->content, TRUE);
  adw_leaflet_set_visible_child (leaflet, self->content);
  adw_bin_set_child (ADW_BIN (self), self->view);
  g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (_sp_split_view_notify_collapsed), self,
                           G_CONNECT_SWAPPED);
}

void
_sp_split_view_set_part (SpSplitView *self, GtkWidget *part, GtkWidget *child)
{
  adw_bin_set_child (ADW_BIN (part), child);
}

void
_sp_split_view_set_title (GtkWidget *part, const char *title)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

gboolean
sp_split_view_get_collapsed (SpSplitView *self)
{
  return adw_leaflet_get_folded (ADW_LEAFLET (self->view));
}

gboolean
sp_split_view_get_show_content (SpSplitView *self)
{
  return adw_leaflet_get_visible_child (ADW_LEAFLET (self->view)) == self->content;
}

/* The leaflet hands the focus on with the child, even where both are seen: there it stays. */
void
sp_split_view_set_show_content (SpSplitView *self, gboolean show_content)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  adw_leaflet_set_visible_child (ADW_LEAFLET (self->view), show_content ? self->content : self->sidebar);
  if (focus != NULL && !sp_split_view_get_collapsed (self))
    gtk_widget_grab_focus (focus);
}

void
sp_split_view_set_show_sidebar (SpSplitView *self, gboolean show_sidebar)
{
  self->show_sidebar = show_sidebar;
  gtk_widget_set_visible (self->sidebar, show_sidebar);
}
