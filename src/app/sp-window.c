/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "sp-toasts.h"
#include "sp-page-layout.h"
#include "sp-window-private.h"
#include "sp-words.h"

/* Shorter work is over before a bar could be read. */
#define PROGRESS_DELAY_MS 150

G_DEFINE_FINAL_TYPE (SpWindow, sp_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_content_cb (SpWindow *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  SpImport *problem = sp_session_get_problem (self->session);
  gboolean shows_policy = analysis != NULL && problem == NULL;

  if (problem != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (sp_import_get_message (problem), -1);
      /* Translators: %s is the name of a file */
      g_autofree char *title = g_strdup_printf (_("“%s” Could Not Be Read"), sp_import_get_name (problem));
      g_autofree char *escaped_title = g_markup_escape_text (title, -1);

      adw_status_page_set_title (self->problem, escaped_title);
      adw_status_page_set_description (self->problem, escaped);
      gtk_widget_set_visible (self->retry, sp_import_get_can_retry (problem));
    }
  gtk_stack_set_visible_child_name (self->content, problem != NULL    ? "problem"
                                                   : analysis != NULL ? "policy"
                                                                      : "welcome");
  sp_toolbar_view_set_show_switcher (self->toolbar_view, shows_policy);
  sp_toolbar_view_set_title (self->toolbar_view, shows_policy ? sp_analysis_get_title (analysis) : "");
  _sp_window_update_actions (self);
}

static void
analysis_changed_cb (SpWindow *self)
{
  show_content_cb (self);
  if (sp_session_get_analysis (self->session) != NULL)
    sp_split_view_set_show_content (self->split_view, TRUE);
}

static void
update_back_cb (SpWindow *self)
{
  gboolean can_go_back = sp_session_get_can_go_back (self->session);
  gboolean collapsed = sp_split_view_get_collapsed (self->split_view);

  gtk_widget_set_visible (self->back, can_go_back || collapsed);
  gtk_widget_set_tooltip_text (self->back, can_go_back ? _("Back") : _("Library"));
}

/* Progress. */

static void
update_progress_cb (SpWindow *self)
{
  g_autofree char *text = sp_session_dup_progress_text (self->session);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, sp_session_get_progress (self->session));
}

static gboolean
show_progress_cb (gpointer user_data)
{
  SpWindow *self = user_data;

  self->busy_source = 0;
  update_progress_cb (self);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
busy_changed_cb (SpWindow *self)
{
  gboolean busy = sp_session_get_busy (self->session);
  gboolean shown = gtk_revealer_get_reveal_child (self->progress_revealer);

  _sp_window_update_actions (self);
  if (busy && !shown && self->busy_source == 0)
    self->busy_source = g_timeout_add (PROGRESS_DELAY_MS, show_progress_cb, self);
  if (!busy)
    {
      g_clear_handle_id (&self->busy_source, g_source_remove);
      gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
    }
}

/* Toasts. */

void
_sp_window_toast (SpWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  sp_toasts_show (self->toasts, adw_toast_new (escaped));
}

static void
message_cb (SpSession *session, const char *text, SpWindow *self)
{
  _sp_window_toast (self, text);
}

static void
undo_clicked_cb (AdwToast *toast, SpWindow *self)
{
  sp_session_undo (self->session);
}

static void
undo_toast_gone_cb (AdwToast *toast, SpWindow *self)
{
  g_ptr_array_remove (self->undo_toasts, toast);
}

static AdwToast *
undo_toast_new (SpWindow *self, const char *text)
{
  AdwToast *toast = sp_toasts_undo_new (text);

  g_ptr_array_add (self->undo_toasts, g_object_ref (toast));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_toast_gone_cb), self, 0);
  return toast;
}

/* What the last one tells of was undone in another way: its button would undo something else. */
void
_sp_window_dismiss_undo_toast (SpWindow *self)
{
  g_autoptr (AdwToast) last = NULL;

  if (self->undo_toasts->len == 0)
    return;
  last = g_object_ref (g_ptr_array_index (self->undo_toasts, self->undo_toasts->len - 1));
  adw_toast_dismiss (last);
}

/* The last toast that could bring something back is gone: now it may be deleted for good. */
static void
undo_toast_dismissed_cb (AdwToast *toast, SpWindow *self)
{
  self->n_undo_toasts--;
  if (self->n_undo_toasts == 0 && self->session != NULL)
    sp_session_forget_removed (self->session);
}

static void
policy_removed_cb (SpSession *session, const char *text, SpWindow *self)
{
  AdwToast *toast = undo_toast_new (self, text);

  self->n_undo_toasts++;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_toast_dismissed_cb), self, 0);
  sp_toasts_show (self->toasts, toast);
}

static void
finding_dismissed_cb (SpSession *session, const char *title, SpWindow *self)
{
  /* Translators: %s is the title of a finding */
  g_autofree char *text = g_strdup_printf (_("“%s” dismissed"), title);

  sp_toasts_show (self->toasts, undo_toast_new (self, text));
}

static void
tags_corrected_cb (SpWindow *self)
{
  sp_toasts_show (self->toasts, undo_toast_new (self, _("Tags corrected")));
}

static void
library_opened_cb (SpLibraryPane *library, SpWindow *self)
{
  sp_split_view_set_show_content (self->split_view, TRUE);
}

/* For the next run. What is not kept cannot be opened again, and leaves no trace. */
static void
remember_place_cb (SpWindow *self)
{
  SpPolicy *policy = sp_session_get_policy (self->session);
  gboolean is_kept = policy != NULL && sp_policy_get_entry (policy) != NULL;

  g_object_set (sp_session_get_preferences (self->session), "last-policy",
                is_kept ? sp_policy_get_sha256 (policy) : "", "last-page",
                sp_session_get_page (self->session), NULL);
}

static void
bind_size (SpWindow *self)
{
  SpPreferences *preferences = sp_session_get_preferences (self->session);
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (preferences, "window-width", self, "default-width", flags);
  g_object_bind_property (preferences, "window-height", self, "default-height", flags);
  g_object_bind_property (preferences, "window-maximized", self, "maximized", flags);
}

static void
follow_session (SpWindow *self)
{
  SpSession *session = self->session;

  sp_library_pane_set_session (self->library, session);
  sp_welcome_page_set_session (self->welcome, session);
  _sp_window_make_pages (self);
  g_object_bind_property (session, "page", self->pages, "visible-child-name",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  /* Once the pages know: what is turned to is filled at one go. */
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (analysis_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (show_content_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::policy", G_CALLBACK (remember_place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::page", G_CALLBACK (remember_place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-undo", G_CALLBACK (_sp_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sp_session_get_policies (session), "items-changed", G_CALLBACK (_sp_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-go-back", G_CALLBACK (update_back_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "progressed", G_CALLBACK (update_progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "message", G_CALLBACK (message_cb), self, 0);
  g_signal_connect_object (session, "tags-corrected", G_CALLBACK (tags_corrected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "policy-removed", G_CALLBACK (policy_removed_cb), self, 0);
  g_signal_connect_object (session, "finding-dismissed", G_CALLBACK (finding_dismissed_cb), self, 0);
}

static void
sp_window_dispose (GObject *object)
{
  SpWindow *self = SP_WINDOW (object);

  _sp_window_stop_pages (self);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_cancellable_cancel (self->drop_cancellable);
  g_clear_object (&self->drop_cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_window_parent_class)->dispose (object);
}

static void
sp_window_finalize (GObject *object)
{
  g_ptr_array_unref (SP_WINDOW (object)->undo_toasts);
  G_OBJECT_CLASS (sp_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, library);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, back);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, retry);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, disclaimer);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, drop_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpWindow, drop_page);
  gtk_widget_class_bind_template_callback (widget_class, library_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_back_cb);
}

static void
sp_window_class_init (SpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_window_finalize;
  g_type_ensure (SP_TYPE_PAGE_LAYOUT);
  g_type_ensure (SP_TYPE_SPLIT_VIEW);
  g_type_ensure (SP_TYPE_TOOLBAR_VIEW);
  g_type_ensure (SP_TYPE_LIBRARY_PANE);
  g_type_ensure (SP_TYPE_WELCOME_PAGE);
  bind_template (widget_class);
  _sp_window_add_keys (widget_class);
}

static void
sp_window_init (SpWindow *self)
{
  g_autofree char *disclaimer = sp_words_dup_disclaimer ();

  self->undo_toasts = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->disclaimer, disclaimer);
  _sp_window_add_actions (self);
  _sp_window_accept_drops (self);
}

/**
 * sp_window_new:
 *
 * Returns: (transfer floating): a window that shows @session
 */
SpWindow *
sp_window_new (AdwApplication *application, SpSession *session)
{
  SpWindow *self = g_object_new (SP_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  bind_size (self);
  follow_session (self);
  show_content_cb (self);
  update_back_cb (self);
  busy_changed_cb (self);
  return self;
}
