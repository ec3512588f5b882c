/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before AdwOverlaySplitView. */
#include "config.h"

#include "sp-pane-view-private.h"

void
_sp_pane_view_arrange (SpPaneView *self)
{
  self->view = adw_flap_new ();
  adw_flap_set_separator (ADW_FLAP (self->view), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  g_object_bind_property (self, "show-pane", self->view, "reveal-flap",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self, "pane-position", self->view, "flap-position", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->view, "folded", self, "collapsed", G_BINDING_SYNC_CREATE);
}

void
_sp_pane_view_set_pane (SpPaneView *self, GtkWidget *pane)
{
  gtk_widget_add_css_class (pane, "pane");
  adw_flap_set_flap (ADW_FLAP (self->view), pane);
}

void
_sp_pane_view_set_content (SpPaneView *self, GtkWidget *content)
{
  adw_flap_set_content (ADW_FLAP (self->view), content);
}
