/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-file-dialog-private.h"

static GtkFileDialog *
dialog_new (const SpFileQuestion *question)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (gsize i = 0; i < question->n_filters; i++)
    {
      g_autoptr (GtkFileFilter) filter = _sp_file_filter_build (&question->filters[i]);

      g_list_store_append (filters, filter);
    }
  gtk_file_dialog_set_title (dialog, question->title);
  gtk_file_dialog_set_accept_label (dialog, question->accept_label);
  gtk_file_dialog_set_initial_name (dialog, question->name);
  if (question->n_filters > 0)
    gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

/* The only thing that can go wrong is that nothing was chosen. */
static void
give_one (SpFileAnswer *answer, GFile *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) owned = file;

  if (owned != NULL)
    g_list_store_append (files, owned);
  _sp_file_answer_give (answer, G_LIST_MODEL (files));
}

static void
opened_cb (GObject *dialog, GAsyncResult *result, gpointer answer)
{
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  _sp_file_answer_give (answer, files);
}

static void
saved_cb (GObject *dialog, GAsyncResult *result, gpointer answer)
{
  give_one (answer, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL));
}

static void
folder_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer answer)
{
  give_one (answer, gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, NULL));
}

void
_sp_file_dialog_ask_open (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (question);

  gtk_file_dialog_open_multiple (dialog, parent, NULL, opened_cb, answer);
}

void
_sp_file_dialog_ask_save (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (question);

  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, answer);
}

void
_sp_file_dialog_ask_folder (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (question);

  gtk_file_dialog_select_folder (dialog, parent, NULL, folder_chosen_cb, answer);
}
