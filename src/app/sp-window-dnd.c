/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop anywhere on the window; while something is dragged, an overlay says what a drop will do. */
#include "config.h"

#include "sp-transfer.h"
#include "sp-window-private.h"

static gboolean
accept_cb (GtkDropTargetAsync *target, GdkDrop *drop, SpWindow *self)
{
  return sp_transfer_look (gdk_drop_get_formats (drop)) != SP_OFFER_NOTHING;
}

static GdkDragAction
enter_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SpWindow *self)
{
  SpOffer offer = sp_transfer_look (gdk_drop_get_formats (drop));

  adw_status_page_set_title (self->drop_page, sp_offer_describe_drop (offer));
  gtk_revealer_set_reveal_child (self->drop_revealer, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTargetAsync *target, GdkDrop *drop, SpWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

static gboolean
drop_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SpWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
  sp_transfer_drop (drop, self->session);
  return TRUE;
}

/* Makes the whole window a place to drop on. */
void
_sp_window_accept_drops (SpWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (NULL, GDK_ACTION_COPY);

  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect (target, "drag-enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "drag-leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
