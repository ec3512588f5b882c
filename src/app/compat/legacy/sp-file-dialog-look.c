/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before GtkFileDialog. */
#include "config.h"

#include "sp-file-dialog-private.h"

#include <glib/gi18n.h>

/* The dialog is ours until it answers: nobody else holds a native one. */
static void
response_cb (GtkNativeDialog *dialog, int response, SpFileAnswer *answer)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  _sp_file_answer_give (answer, files);
  g_object_unref (dialog);
}

static void
ask (GtkWindow *parent, const SpFileQuestion *question, GtkFileChooserAction action, SpFileAnswer *answer)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (question->title, parent, action,
                                                              question->accept_label, _("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  gtk_file_chooser_set_select_multiple (chooser, action == GTK_FILE_CHOOSER_ACTION_OPEN);
  if (question->name != NULL)
    gtk_file_chooser_set_current_name (chooser, question->name);
  for (gsize i = 0; i < question->n_filters; i++)
    {
      g_autoptr (GtkFileFilter) filter = _sp_file_filter_build (&question->filters[i]);

      gtk_file_chooser_add_filter (chooser, filter);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), answer);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
_sp_file_dialog_ask_open (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer)
{
  ask (parent, question, GTK_FILE_CHOOSER_ACTION_OPEN, answer);
}

void
_sp_file_dialog_ask_save (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer)
{
  ask (parent, question, GTK_FILE_CHOOSER_ACTION_SAVE, answer);
}

void
_sp_file_dialog_ask_folder (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer)
{
  ask (parent, question, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, answer);
}
