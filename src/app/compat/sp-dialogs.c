/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs that newer platforms have under other names: nothing else asks for their versions. */
#include "config.h"

#include "sp-dialogs.h"

#include <glib/gi18n.h>

/* A dialog that is open, and who waits for it. */
typedef struct
{
  GtkFileChooserNative *chooser; /* (owned): nobody else holds a native dialog */
  SpFilesFunc func;
  gpointer user_data;
  GDestroyNotify free_func; /* (nullable): of @user_data */
} Request;

static void
response_cb (GtkNativeDialog *dialog, int response, Request *request)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      if (g_list_model_get_n_items (files) > 0)
        request->func (files, request->user_data);
    }
  if (request->free_func != NULL)
    request->free_func (request->user_data);
  g_object_unref (request->chooser);
  g_free (request);
}

static void
add_filters (GtkFileChooser *chooser, const SpFileFilter *filters, gsize n_filters)
{
  for (gsize i = 0; i < n_filters; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, filters[i].name);
      for (guint j = 0; filters[i].suffixes[j] != NULL; j++)
        if (g_str_equal (filters[i].suffixes[j], "*"))
          gtk_file_filter_add_pattern (filter, "*");
        else
          gtk_file_filter_add_suffix (filter, filters[i].suffixes[j]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static void
run (GtkFileChooserNative *chooser, SpFilesFunc func, gpointer user_data, GDestroyNotify free_func)
{
  Request *request = g_new0 (Request, 1);

  request->chooser = chooser;
  request->func = func;
  request->user_data = user_data;
  request->free_func = free_func;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * sp_dialogs_open_files:
 * @filters: (array length=n_filters): the first one is chosen at the start
 *
 * Asks for files to read.
 */
void
sp_dialogs_open_files (GtkWindow *parent, const SpFileFilter *filters, gsize n_filters, SpFilesFunc func,
                       gpointer user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Open Policies"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser), filters, n_filters);
  run (chooser, func, user_data, NULL);
}

/**
 * sp_dialogs_save_file:
 * @name: proposed, with its suffix
 * @filters: (array length=n_filters): what it can be saved as
 *
 * Asks where to save.
 */
void
sp_dialogs_save_file (GtkWindow *parent, const char *name, const SpFileFilter *filters, gsize n_filters,
                      SpFilesFunc func, gpointer user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export"), parent,
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                                               _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_filters (GTK_FILE_CHOOSER (chooser), filters, n_filters);
  run (chooser, func, user_data, NULL);
}

/**
 * sp_dialogs_choose_folder:
 * @free_func: (nullable): frees @user_data once the dialog is gone
 *
 * Asks for a folder to write to.
 */
void
sp_dialogs_choose_folder (GtkWindow *parent, SpFilesFunc func, gpointer user_data, GDestroyNotify free_func)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Export to a Folder"), parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Export"), _("_Cancel"));

  run (chooser, func, user_data, free_func);
}

/**
 * sp_dialogs_about:
 * @details: Pango markup about the program
 *
 * Shows who made it and what it may do.
 */
void
sp_dialogs_about (GtkWindow *parent, const char *details)
{
  static const char *const developers[] = { "The Smallprint authors", NULL };

  adw_show_about_window (parent, "application-name", "Smallprint", "application-icon", SP_APPLICATION_ID,
                         "version", SP_VERSION, "developer-name", _("The Smallprint authors"), "developers",
                         developers, "license-type", GTK_LICENSE_GPL_3_0, "comments", details, NULL);
}
