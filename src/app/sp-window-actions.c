/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "sp-clauses-page.h"
#include "sp-correct-dialog.h"
#include "sp-encoding-dialog.h"
#include "sp-exporter.h"
#include "sp-file-dialog.h"
#include "sp-file-name.h"
#include "sp-printer.h"
#include "sp-window-private.h"
#include "sp-zoom.h"

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
  SpReportOptions options = sp_preferences_get_report_options (sp_session_get_preferences (self->session));
  Export *export;

  if (analysis == NULL)
    {
      _sp_window_toast (self, _("Open a policy before exporting"));
      return;
    }
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->file = g_object_ref (file);
  sp_export_async (sp_session_get_analyzer (self->session), analysis, format, &options, file, NULL,
                   exported_cb, export);
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

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;
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
      filters[n] = (SpFileFilter) { _(format->title), suffixes[n] };
      n++;
    }
  name = sp_file_name_propose (sp_analysis_get_title (sp_session_get_analysis (self->session)), 1, first->extension);
  sp_file_dialog_save (GTK_WINDOW (self), name, filters, n, save_chosen_cb, self);
}

static void
export_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;
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
print_failed_cb (const char *message, gpointer user_data)
{
  /* Translators: %s is a reason */
  g_autofree char *text = g_strdup_printf (_("Not printed: %s"), message);

  _sp_window_toast (user_data, text);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;
  SpReportOptions options = sp_preferences_get_report_options (sp_session_get_preferences (self->session));

  sp_printer_print (GTK_WINDOW (self), sp_session_get_analysis (self->session), &options, print_failed_cb,
                    self);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;

  sp_session_set_page (self->session, "clauses");
  sp_split_view_set_show_content (self->split_view, TRUE);
  sp_clauses_page_search (SP_CLAUSES_PAGE (_sp_window_get_page (self, "clauses")));
}

/* What is chosen in the library, which need not be what is shown; if nothing is, what is shown. */
static GPtrArray *
list_chosen (SpWindow *self)
{
  g_autoptr (GPtrArray) chosen = sp_library_pane_list_selected (self->library);
  SpPolicy *shown = sp_session_get_policy (self->session);

  if (chosen->len == 0 && shown != NULL)
    g_ptr_array_add (chosen, g_object_ref (shown));
  return g_steal_pointer (&chosen);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;
  g_autoptr (GPtrArray) chosen = list_chosen (self);

  sp_library_pane_stop_selecting (self->library);
  sp_session_remove_policies (self->session, chosen);
}

/* Several policies on their way to a folder that is still asked for. */
typedef struct
{
  SpWindow *window; /* (unowned): outlives the dialog, which is modal */
  GPtrArray *policies; /* (owned) (element-type SpPolicy) */
  const SpReportFormat *format;
} Selection;

static void
folder_chosen_cb (GListModel *files, gpointer user_data)
{
  Selection *selection = user_data;
  g_autoptr (GFile) folder = g_list_model_get_item (files, 0);

  if (folder != NULL)
    {
      sp_library_pane_stop_selecting (selection->window->library);
      sp_session_export_policies (selection->window->session, selection->policies, selection->format, folder);
    }
}

static void
selection_free (gpointer data)
{
  Selection *selection = data;

  g_ptr_array_unref (selection->policies);
  g_free (selection);
}

static void
export_selected_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;
  Selection *selection = g_new0 (Selection, 1);

  selection->window = self;
  selection->policies = list_chosen (self);
  selection->format = sp_report_find_format (g_variant_get_string (parameter, NULL));
  if (selection->format != NULL && selection->policies->len > 0)
    sp_file_dialog_choose_folder (GTK_WINDOW (self), folder_chosen_cb, selection, selection_free);
  else
    selection_free (selection);
}

/* The same without a dialog: format and URI of the folder. */
static void
export_selected_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  const char *id, *uri;
  const SpReportFormat *format;
  g_autoptr (GFile) folder = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &uri);
  format = sp_report_find_format (id);
  folder = g_file_new_for_uri (uri);
  if (format != NULL)
    sp_session_export_policies (self->session, chosen, format, folder);
  else
    _sp_window_toast (self, _("Not exported: there is no such format"));
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sp_session_undo (((SpWindow *) user_data)->session);
  _sp_window_dismiss_undo_toast (user_data);
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sp_session_cancel (((SpWindow *) user_data)->session);
}

static void
retry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;
  SpImport *problem = sp_session_get_problem (self->session);

  if (problem != NULL)
    sp_session_retry (self->session, problem);
}

/* Back to where a quote was followed from, else to the library. */
static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;

  if (sp_session_get_can_go_back (self->session))
    sp_session_go_back (self->session);
  else
    sp_split_view_set_show_content (self->split_view, FALSE);
}

static void
correct_tags_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;
  guint segment = sp_session_get_segment (self->session);

  if (sp_session_get_analysis (self->session) != NULL && segment != SP_SESSION_NO_SEGMENT)
    sp_correct_dialog_present (GTK_WIDGET (self), self->session, segment);
}

static void
choose_encoding_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;

  if (sp_session_get_analysis (self->session) != NULL)
    sp_encoding_dialog_present (GTK_WIDGET (self), self->session);
}

/* The same without a dialog. */
static void
import_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sp_session_import_again (((SpWindow *) user_data)->session, g_variant_get_string (parameter, NULL));
}

static void
search_library_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;

  sp_split_view_set_show_sidebar (self->split_view, TRUE);
  sp_split_view_set_show_content (self->split_view, FALSE);
  sp_library_pane_search (self->library);
}

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpPreferences *preferences = sp_session_get_preferences (((SpWindow *) user_data)->session);
  int percent;

  g_object_get (preferences, "text-zoom", &percent, NULL);
  g_object_set (preferences, "text-zoom", sp_zoom_step (percent, g_variant_get_int32 (parameter)), NULL);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sp_session_set_page (((SpWindow *) user_data)->session, g_variant_get_string (parameter, NULL));
}

static void
reveal_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  guint32 segment;
  guint64 start, end;
  SpEvidence evidence;

  g_variant_get (parameter, "(utt)", &segment, &start, &end);
  evidence = (SpEvidence) { segment, sp_span ((gsize) start, (gsize) end) };
  sp_session_reveal (((SpWindow *) user_data)->session, &evidence);
}

static void
toggle_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SpWindow *self = user_data;

  if (sp_split_view_get_collapsed (self->split_view))
    sp_split_view_set_show_content (self->split_view, !sp_split_view_get_show_content (self->split_view));
  else
    sp_split_view_set_show_sidebar (self->split_view, !sp_split_view_get_show_sidebar (self->split_view));
}

/* Real actions, so that they are exported on the session bus too. */
void
_sp_window_add_actions (SpWindow *self)
{
  static const GActionEntry entries[] = {
    { "export", export_cb, NULL, NULL, NULL, { 0 } },
    { "export-to", export_to_cb, "(ss)", NULL, NULL, { 0 } },
    { "export-selected", export_selected_cb, "s", NULL, NULL, { 0 } },
    { "export-selected-to", export_selected_to_cb, "(ss)", NULL, NULL, { 0 } },
    { "print", print_cb, NULL, NULL, NULL, { 0 } },
    { "search", search_cb, NULL, NULL, NULL, { 0 } },
    { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
    { "undo", undo_cb, NULL, NULL, NULL, { 0 } },
    { "cancel", cancel_cb, NULL, NULL, NULL, { 0 } },
    { "retry", retry_cb, NULL, NULL, NULL, { 0 } },
    { "back", back_cb, NULL, NULL, NULL, { 0 } },
    { "show-page", show_page_cb, "s", NULL, NULL, { 0 } },
    { "search-library", search_library_cb, NULL, NULL, NULL, { 0 } },
    { "choose-encoding", choose_encoding_cb, NULL, NULL, NULL, { 0 } },
    { "import-again", import_again_cb, "s", NULL, NULL, { 0 } },
    { "correct-tags", correct_tags_cb, NULL, NULL, NULL, { 0 } },
    { "zoom", zoom_cb, "i", NULL, NULL, { 0 } },
    { "reveal", reveal_cb, "(utt)", NULL, NULL, { 0 } },
    { "toggle-sidebar", toggle_sidebar_cb, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* In the bubble phase, so that a text entry with the focus keeps these keys for itself. */
void
_sp_window_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "app.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

static void
set_enabled (SpWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Enables what makes sense now. */
void
_sp_window_update_actions (SpWindow *self)
{
  gboolean shows_policy =
    sp_session_get_analysis (self->session) != NULL && sp_session_get_problem (self->session) == NULL;
  gboolean can_undo;

  g_object_get (self->session, "can-undo", &can_undo, NULL);
  set_enabled (self, "export", shows_policy);
  set_enabled (self, "export-to", shows_policy);
  set_enabled (self, "print", shows_policy);
  set_enabled (self, "search", shows_policy);
  set_enabled (self, "delete", g_list_model_get_n_items (sp_session_get_policies (self->session)) > 0);
  set_enabled (self, "choose-encoding", shows_policy);
  set_enabled (self, "correct-tags", shows_policy);
  set_enabled (self, "undo", can_undo);
  set_enabled (self, "cancel", sp_session_get_busy (self->session));
}
