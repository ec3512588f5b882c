/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop anywhere on the window; while something is dragged, an overlay says what a drop will do. */
#include "config.h"

#include "sp-transfer.h"
#include "sp-window-private.h"

static void
say (SpWindow *self, GdkDrop *drop, SpOfferedFiles files)
{
  SpOffer offer = sp_transfer_look (gdk_drop_get_formats (drop));
  g_autofree char *words = sp_offer_dup_drop_words (offer, &files);
  gboolean is_refused = sp_offer_is_refused (offer, &files);

  adw_status_page_set_icon_name (self->drop_page,
                                 is_refused ? "sp-severity-serious-symbolic" : "document-open-symbolic");
  if (is_refused)
    gtk_widget_add_css_class (GTK_WIDGET (self->drop_page), "refusal");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->drop_page), "refusal");
  adw_status_page_set_title (self->drop_page, words);
  adw_status_page_set_description (self->drop_page, sp_offer_get_drop_hint (offer, &files));
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpWindow) self = user_data;
  SpOfferedFiles files = sp_transfer_count_finish (result);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    say (self, GDK_DROP (object), files);
}

/* Also when something was let go: it is read then, and no longer counted. */
static void
end_drag (SpWindow *self)
{
  g_cancellable_cancel (self->drop_cancellable);
  g_clear_object (&self->drop_cancellable);
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

/* What cannot be read is not taken, though the overlay says why. */
static GdkDragAction
motion_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SpWindow *self)
{
  return sp_transfer_look (gdk_drop_get_formats (drop)) != SP_OFFER_NOTHING ? GDK_ACTION_COPY : 0;
}

static GdkDragAction
enter_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SpWindow *self)
{
  say (self, drop, (SpOfferedFiles) { 0 });
  gtk_revealer_set_reveal_child (self->drop_revealer, TRUE);
  if (sp_transfer_look (gdk_drop_get_formats (drop)) == SP_OFFER_FILES)
    {
      g_clear_object (&self->drop_cancellable);
      self->drop_cancellable = g_cancellable_new ();
      sp_transfer_count_async (drop, self->drop_cancellable, counted_cb, g_object_ref (self));
    }
  return motion_cb (target, drop, x, y, self);
}

static void
leave_cb (GtkDropTargetAsync *target, GdkDrop *drop, SpWindow *self)
{
  end_drag (self);
}

static gboolean
drop_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SpWindow *self)
{
  end_drag (self);
  sp_transfer_drop (drop, self->session);
  return TRUE;
}

/* Makes the whole window a place to drop on. */
void
_sp_window_accept_drops (SpWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (NULL, GDK_ACTION_COPY);

  g_signal_connect (target, "drag-enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "drag-motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "drag-leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
