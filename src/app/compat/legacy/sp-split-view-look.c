/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before AdwNavigationSplitView. */
#include "config.h"

#include "sp-split-view-private.h"

/* Gives the leaflet all the room, and sees whether that is enough for both: a leaflet whose sidebar was
 * hidden on purpose fits anywhere and never folds. */
#define SP_TYPE_ROOM_LAYOUT (sp_room_layout_get_type ())
G_DECLARE_FINAL_TYPE (SpRoomLayout, sp_room_layout, SP, ROOM_LAYOUT, GtkLayoutManager)

struct _SpRoomLayout
{
  GtkLayoutManager parent_instance;

  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (SpRoomLayout, sp_room_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
update_sidebar (SpSplitView *self)
{
  SpRoomLayout *room = SP_ROOM_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_widget_set_visible (self->sidebar, self->show_sidebar || room->is_narrow);
}

static gboolean
update_cb (gpointer self)
{
  if (gtk_widget_get_layout_manager (GTK_WIDGET (self)) != NULL)
    update_sidebar (self);
  return G_SOURCE_REMOVE;
}

static int
get_least_width (GtkWidget *widget)
{
  int least = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
sp_room_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (SP_SPLIT_VIEW (widget)->view, orientation, for_size, minimum, natural, NULL, NULL);
}

/* While sizes are given out nothing may be shown or hidden. */
static void
sp_room_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  SpSplitView *self = SP_SPLIT_VIEW (widget);
  SpRoomLayout *room = SP_ROOM_LAYOUT (layout);
  /* What is hidden asks for nothing, but its child does. */
  GtkWidget *library = adw_bin_get_child (ADW_BIN (self->sidebar));
  gboolean is_narrow = width < get_least_width (library) + get_least_width (self->content);

  gtk_widget_size_allocate (self->view, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (is_narrow == room->is_narrow)
    return;
  room->is_narrow = is_narrow;
  g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, g_object_ref (self), g_object_unref);
}

static GtkSizeRequestMode
sp_room_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return gtk_widget_get_request_mode (SP_SPLIT_VIEW (widget)->view);
}

static void
sp_room_layout_class_init (SpRoomLayoutClass *klass)
{
  GTK_LAYOUT_MANAGER_CLASS (klass)->measure = sp_room_layout_measure;
  GTK_LAYOUT_MANAGER_CLASS (klass)->allocate = sp_room_layout_allocate;
  GTK_LAYOUT_MANAGER_CLASS (klass)->get_request_mode = sp_room_layout_get_request_mode;
}

static void
sp_room_layout_init (SpRoomLayout *self)
{
}

static GtkWidget *
append_part (AdwLeaflet *leaflet, const char *name)
{
  /* Not as wide as anything in it can grow. */
  GtkWidget *part = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "hexpand", FALSE, NULL);

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
  gtk_widget_set_layout_manager (GTK_WIDGET (self), g_object_new (SP_TYPE_ROOM_LAYOUT, NULL));
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
  update_sidebar (self);
}
