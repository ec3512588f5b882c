/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "sp-dialogs.h"
#include "sp-exporter.h"
#include "sp-window-private.h"

/* What a person may want as a file, the most wanted first. */
static const char *const export_formats[] = { "pdf", "json", "markdown", "html", "csv" };

/* An export on its way. */
typedef struct
{
  SpWindow *window; /* (owned) */
  GFile *file;      /* (owned) */
} Export;

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *shown = g_utf8_make_valid (name, -1);
  g_autofree char *text = NULL;

  if (sp_export_finish (result, &error))
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_("Exported to %s"), shown);
  else
    text = g_strdup_printf (_("Not exported: %s"), error->message);
  _sp_window_toast (export->window, text);
  g_object_unref (export->window);
  g_object_unref (export->file);
  g_free (export);
}

static void
export_to (SpWindow *self, const SpReportFormat *format, GFile *file)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  Export *export;

  if (analysis == NULL)
    {
      _sp_window_toast (self, _("Open a policy before exporting"));
      return;
    }
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->file = g_object_ref (file);
  sp_export_async (analysis, format, file, NULL, exported_cb, export);
}

/* The format that the suffix of a name asks for. */
static const SpReportFormat *
find_format_for_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (export_formats); i++)
    {
      const SpReportFormat *format = sp_report_find_format (export_formats[i]);
      g_autofree char *suffix = format != NULL ? g_strconcat (".", format->extension, NULL) : NULL;

      if (suffix != NULL && g_str_has_suffix (name, suffix))
        return format;
    }
  return NULL;
}

static void
save_chosen_cb (GListModel *files, gpointer user_data)
{
  SpWindow *self = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *name = g_file_get_basename (file);
  const SpReportFormat *format = find_format_for_name (name);

  if (format != NULL)
    export_to (self, format, file);
  else
    _sp_window_toast (self, _("Not exported: end the name in .pdf or .json"));
}

static char *
propose_name (SpAnalysis *analysis, const SpReportFormat *format)
{
  const char *title = sp_analysis_get_title (analysis);
  g_autofree char *name = g_strdup (title != NULL && *title != '\0' ? title : _("Policy"));

  g_strdelimit (name, "/\\:\n", '-');
  return g_strdup_printf ("%s.%s", name, format->extension);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SpWindow *self = SP_WINDOW (widget);
  SpFileFilter filters[G_N_ELEMENTS (export_formats)];
  const char *suffixes[G_N_ELEMENTS (export_formats)][2] = { { NULL } };
  const SpReportFormat *first = NULL;
  g_autofree char *name = NULL;
  gsize n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (export_formats); i++)
    {
      const SpReportFormat *format = sp_report_find_format (export_formats[i]);

      if (format == NULL)
        continue;
      first = first != NULL ? first : format;
      suffixes[n][0] = format->extension;
      filters[n] = (SpFileFilter) { format->title, suffixes[n] };
      n++;
    }
  name = propose_name (sp_session_get_analysis (self->session), first);
  sp_dialogs_save_file (GTK_WINDOW (self), name, filters, n, save_chosen_cb, self);
}

static void
export_to_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SpWindow *self = SP_WINDOW (widget);
  const char *id, *uri;
  const SpReportFormat *format;
  g_autoptr (GFile) file = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &uri);
  format = sp_report_find_format (id);
  file = g_file_new_for_uri (uri);
  if (format != NULL)
    export_to (self, format, file);
  else
    _sp_window_toast (self, _("Not exported: there is no such format"));
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SpWindow *self = SP_WINDOW (widget);

  sp_session_set_page (self->session, "clauses");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  sp_clauses_page_search (self->clauses);
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SpWindow *self = SP_WINDOW (widget);
  SpPolicy *policy = sp_session_get_policy (self->session);

  if (policy != NULL)
    sp_session_remove_policy (self->session, policy);
}

static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  sp_session_undo (SP_WINDOW (widget)->session);
}

static void
cancel_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  sp_session_cancel (SP_WINDOW (widget)->session);
}

static void
retry_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SpWindow *self = SP_WINDOW (widget);
  SpImport *problem = sp_session_get_problem (self->session);

  if (problem != NULL)
    sp_session_retry (self->session, problem);
}

/* Back to where a quote was followed from, else to the library. */
static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SpWindow *self = SP_WINDOW (widget);

  if (sp_session_get_can_go_back (self->session))
    sp_session_go_back (self->session);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
show_page_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  sp_session_set_page (SP_WINDOW (widget)->session, g_variant_get_string (parameter, NULL));
}

static void
reveal_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  guint32 segment;
  guint64 start, end;
  SpEvidence evidence;

  g_variant_get (parameter, "(utt)", &segment, &start, &end);
  evidence = (SpEvidence) { segment, sp_span ((gsize) start, (gsize) end) };
  sp_session_reveal (SP_WINDOW (widget)->session, &evidence);
}

static void
toggle_sidebar_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SpWindow *self = SP_WINDOW (widget);
  GtkWidget *library = GTK_WIDGET (self->library);
  GtkWidget *shown = adw_leaflet_get_visible_child (self->leaflet);

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, shown == library ? ADW_NAVIGATION_DIRECTION_FORWARD
                                                          : ADW_NAVIGATION_DIRECTION_BACK);
  else
    gtk_widget_set_visible (library, !gtk_widget_get_visible (library));
}

void
_sp_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.export-to", "(ss)", export_to_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.reveal", "(utt)", reveal_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_cb);

  /* In the bubble phase, so that a text entry with the focus keeps these for itself. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "app.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

/* Enables what makes sense now. */
void
_sp_window_update_actions (SpWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean shows_policy =
    sp_session_get_analysis (self->session) != NULL && sp_session_get_problem (self->session) == NULL;
  gboolean can_undo;

  g_object_get (self->session, "can-undo", &can_undo, NULL);
  gtk_widget_action_set_enabled (widget, "win.export", shows_policy);
  gtk_widget_action_set_enabled (widget, "win.search", shows_policy);
  gtk_widget_action_set_enabled (widget, "win.delete", shows_policy);
  gtk_widget_action_set_enabled (widget, "win.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "win.cancel", sp_session_get_busy (self->session));
}
