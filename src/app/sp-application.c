/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-application.h"

#include <glib/gi18n.h>

#include "sp-dialogs.h"
#include "sp-file-dialog.h"
#include "sp-help-state.h"
#include "sp-help-window.h"
#include "sp-notice.h"
#include "sp-paths.h"
#include "sp-preferences-window.h"
#include "sp-transfer.h"
#include "sp-window.h"

#define RESOURCE_PATH "/io/github/smallprint/Smallprint"
#define QUEUE_NOTIFICATION "queue-ended"
#define SAMPLE_NAME "acorn-photos-policy.md"

struct _SpApplication
{
  AdwApplication parent_instance;

  SpPreferences *preferences; /* (owned) */
  SpSession *session;         /* (owned) */
  SpHelpWindow *help;         /* (unowned) (nullable): while it is open */
  guint start_source;         /* while the window is on its way */
  guint start_step;           /* of those, the next */
  gboolean was_seen;          /* the window was active: before that nobody turned away from it */
  gboolean has_notified;      /* that a queue ended, and nobody came to see */
};

G_DEFINE_FINAL_TYPE (SpApplication, sp_application, ADW_TYPE_APPLICATION)

/* The window, which is seen only once it is presented. */
static GtkWindow *
ensure_window (SpApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (sp_window_new (ADW_APPLICATION (self), self->session));
  return window;
}

static GtkWindow *
present_window (SpApplication *self)
{
  GtkWindow *window = ensure_window (self);

  gtk_window_present (window);
  return window;
}

/* The start, each step in a turn of its own: one after the other they are longer than anything may take. */

/* The first icon that is looked up makes GTK read the whole theme. */
static void
read_icon_theme (SpApplication *self)
{
  gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "open-menu-symbolic");
}

static void
make_window (SpApplication *self)
{
  ensure_window (self);
}

static void
show_window (SpApplication *self)
{
  present_window (self);
}

static gboolean
take_start_step_cb (gpointer user_data)
{
  static void (*const steps[]) (SpApplication *self) = { read_icon_theme, make_window, show_window };
  SpApplication *self = user_data;

  steps[self->start_step++] (self);
  if (self->start_step < G_N_ELEMENTS (steps))
    return G_SOURCE_CONTINUE;
  self->start_source = 0;
  g_application_release (G_APPLICATION (self));
  return G_SOURCE_REMOVE;
}

/* Nothing comes between the steps: a window that has its policy before it is seen would begin with the focus in
 * the policy. */
static void
begin (SpApplication *self)
{
  if (gtk_application_get_active_window (GTK_APPLICATION (self)) != NULL)
    {
      present_window (self);
      return;
    }
  if (self->start_source != 0)
    return;
  self->start_step = 0;
  self->start_source = g_idle_add_full (G_PRIORITY_HIGH, take_start_step_cb, self, NULL);
  g_application_hold (G_APPLICATION (self));
}

/* Actions. */

static void
files_chosen_cb (GListModel *files, gpointer user_data)
{
  SpApplication *self = user_data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));
  sp_session_open_files (self->session, (GFile *const *) list->pdata, list->len);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const all[] = { "*", NULL };
  const SpFileFilter filters[] = { { _("Text, Markdown and HTML"), sp_importer_get_extensions () }, { _("All Files"), all } };
  SpApplication *self = user_data;

  sp_file_dialog_open (present_window (self), filters, G_N_ELEMENTS (filters), files_chosen_cb, self);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpApplication *self = user_data;
  GtkWindow *window = present_window (self);

  sp_transfer_paste (gtk_widget_get_clipboard (GTK_WIDGET (window)), self->session);
}

static void
try_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpApplication *self = user_data;
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (RESOURCE_PATH "/sample/" SAMPLE_NAME, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (SpSource) source = sp_source_new (bytes, SAMPLE_NAME, "text/markdown");

  present_window (self);
  sp_session_open_source (self->session, source);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpApplication *self = user_data;

  sp_preferences_window_present (GTK_WIDGET (present_window (self)), self->session);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (present_window (user_data));

  sp_dialogs_ensure_shortcuts (window, RESOURCE_PATH "/ui/help-overlay.ui");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
}

/* It tells of the page that is shown. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpApplication *self = user_data;
  gboolean shows_policy = sp_session_get_analysis (self->session) != NULL;

  if (self->help == NULL)
    g_set_weak_pointer (&self->help, sp_help_window_new ());
  sp_help_window_show_page (self->help,
                            sp_help_get_topic (shows_policy ? sp_session_get_page (self->session) : NULL));
  gtk_window_present (GTK_WINDOW (self->help));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GString *details = g_string_new (NULL);

  g_string_append (details, _("Reads privacy policies on this computer and shows what they say."));
  g_string_append_printf (details, "\n\n<b>%s</b> %s", _("No network permission."),
                          _("Nothing you open leaves this computer."));
  g_string_append_printf (details, "\n\n%s\n<tt>smallprint-cli analyze policy.html</tt>",
                          _("The same in a terminal:"));
  g_string_append_printf (details, "\n\n<tt>flatpak run --command=smallprint-cli %s analyze - &lt; "
                                   "policy.html</tt>",
                          SP_APPLICATION_ID);
  g_string_append_printf (details, "\n\n%s",
                          _("An automated reading by fixed rules. It may be wrong and is not legal advice."));
  sp_dialogs_about (GTK_WIDGET (present_window (user_data)), details->str);
  g_string_free (details, TRUE);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[4];
  } keys[] = {
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.help", { "F1" } },
    { "app.shortcuts", { "<Control>question" } },
    { "app.quit", { "<Control>q" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.search", { "<Control>f" } },
    { "win.search-library", { "<Control><Shift>f" } },
    { "win.correct-tags", { "<Control>t" } },
    { "win.back", { "<Alt>Left" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.show-page::overview", { "<Control>1" } },
    { "win.show-page::clauses", { "<Control>2" } },
    { "win.show-page::findings", { "<Control>3" } },
    { "win.zoom(1)", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "win.zoom(-1)", { "<Control>minus", "<Control>KP_Subtract" } },
    { "win.zoom(0)", { "<Control>0", "<Control>KP_0" } },
    { "win.show-page::coverage", { "<Control>4" } },
    { "win.show-page::data", { "<Control>5" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].accelerators);
}

static void
add_actions (SpApplication *self)
{
  static const GActionEntry entries[] = {
    { "open", open_cb, NULL, NULL, NULL, { 0 } },
    { "paste", paste_cb, NULL, NULL, NULL, { 0 } },
    { "try-sample", try_sample_cb, NULL, NULL, NULL, { 0 } },
    { "preferences", preferences_cb, NULL, NULL, NULL, { 0 } },
    { "shortcuts", shortcuts_cb, NULL, NULL, NULL, { 0 } },
    { "help", help_cb, NULL, NULL, NULL, { 0 } },
    { "about", about_cb, NULL, NULL, NULL, { 0 } },
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_accelerators (GTK_APPLICATION (self));
}

/* Notifications. */

/* Without an action of its own, a notification activates the program: that presents the window. */
static void
queue_ended_cb (SpSession *session, guint n_read, guint n_failed, SpApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *words =
    sp_notice_dup_words (n_read, n_failed, !self->was_seen || (window != NULL && gtk_window_is_active (window)));
  g_autoptr (GNotification) notification = NULL;

  if (words == NULL)
    return;
  notification = g_notification_new (words);
  g_application_send_notification (G_APPLICATION (self), QUEUE_NOTIFICATION, notification);
  self->has_notified = TRUE;
}

static void
window_active_cb (GtkWindow *window, GParamSpec *pspec, SpApplication *self)
{
  self->was_seen |= gtk_window_is_active (window);
  if (!self->has_notified || !gtk_window_is_active (window))
    return;
  g_application_withdraw_notification (G_APPLICATION (self), QUEUE_NOTIFICATION);
  self->has_notified = FALSE;
}

static void
sp_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (sp_application_parent_class)->window_added (application, window);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (window_active_cb), application, 0);
}

/* Life. */

static void
apply_color_scheme_cb (SpPreferences *preferences)
{
  const char *scheme = sp_preferences_get_color_scheme (preferences);
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (g_str_equal (scheme, "dark"))
    adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  else if (g_str_equal (scheme, "light"))
    adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else
    adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
sp_application_startup (GApplication *application)
{
  SpApplication *self = SP_APPLICATION (application);
  g_autofree char *library_path = sp_library_dup_default_path ();
  g_autofree char *model_path = sp_paths_find_model (NULL);
  g_autofree char *schema_dir = sp_paths_find_schemas ();

  G_APPLICATION_CLASS (sp_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (SP_APPLICATION_ID);
  /* Words that get the focus are to be read: all of them selected look odd. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  self->preferences = sp_preferences_new (schema_dir);
  self->session = sp_session_new (self->preferences, library_path, model_path);
  g_signal_connect (self->preferences, "notify::color-scheme", G_CALLBACK (apply_color_scheme_cb), NULL);
  apply_color_scheme_cb (self->preferences);
  g_signal_connect_object (self->session, "queue-ended", G_CALLBACK (queue_ended_cb), self, 0);
  add_actions (self);
}

static void
sp_application_activate (GApplication *application)
{
  begin (SP_APPLICATION (application));
}

static void
sp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SpApplication *self = SP_APPLICATION (application);

  begin (self);
  sp_session_open_files (self->session, files, (gsize) n_files);
}

static void
sp_application_shutdown (GApplication *application)
{
  SpApplication *self = SP_APPLICATION (application);
  GList *windows;

  g_clear_handle_id (&self->start_source, g_source_remove);
  /* Nobody looks on while the library takes what is still to be kept. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (windows->data);
  sp_session_finish (self->session);
  G_APPLICATION_CLASS (sp_application_parent_class)->shutdown (application);
  g_clear_weak_pointer (&self->help);
  g_clear_object (&self->session);
  g_clear_object (&self->preferences);
}

static void
sp_application_class_init (SpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = sp_application_startup;
  application_class->activate = sp_application_activate;
  application_class->open = sp_application_open;
  application_class->shutdown = sp_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_added = sp_application_window_added;
}

static void
sp_application_init (SpApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Reads privacy policies on this computer."));
}

/**
 * sp_application_new:
 *
 * Returns: (transfer full): the application
 */
SpApplication *
sp_application_new (void)
{
  return g_object_new (SP_TYPE_APPLICATION, "application-id", SP_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", RESOURCE_PATH, NULL);
}
