/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-file-dialog-private.h"

#include <glib/gi18n.h>

GtkFileFilter *
_sp_file_filter_build (const SpFileFilter *filter)
{
  GtkFileFilter *built = gtk_file_filter_new ();

  gtk_file_filter_set_name (built, filter->name);
  for (guint i = 0; filter->suffixes[i] != NULL; i++)
    if (g_str_equal (filter->suffixes[i], "*"))
      gtk_file_filter_add_pattern (built, "*");
    else
      gtk_file_filter_add_suffix (built, filter->suffixes[i]);
  return built;
}

static SpFileAnswer *
create_answer (SpFilesFunc func, gpointer user_data, GDestroyNotify free_func)
{
  SpFileAnswer *answer = g_new0 (SpFileAnswer, 1);

  *answer = (SpFileAnswer) { func, user_data, free_func };
  return answer;
}

/**
 * _sp_file_answer_give:
 * @answer: (transfer full): who waits
 * @files: (nullable): what was chosen; nothing where the dialog was dismissed
 */
void
_sp_file_answer_give (SpFileAnswer *answer, GListModel *files)
{
  if (files != NULL && g_list_model_get_n_items (files) > 0)
    answer->func (files, answer->user_data);
  if (answer->free_func != NULL)
    answer->free_func (answer->user_data);
  g_free (answer);
}

/**
 * sp_file_dialog_open:
 * @filters: (array length=n_filters): the first one is chosen at the start
 *
 * Asks for files to read.
 */
void
sp_file_dialog_open (GtkWindow *parent, const SpFileFilter *filters, gsize n_filters, SpFilesFunc func,
                     gpointer user_data)
{
  const SpFileQuestion question = { _("Open Policies"), _("_Open"), NULL, filters, n_filters };

  _sp_file_dialog_ask_open (parent, &question, create_answer (func, user_data, NULL));
}

/**
 * sp_file_dialog_save:
 * @name: proposed, with its suffix
 * @filters: (array length=n_filters): what it can be saved as
 *
 * Asks where to save.
 */
void
sp_file_dialog_save (GtkWindow *parent, const char *name, const SpFileFilter *filters, gsize n_filters,
                     SpFilesFunc func, gpointer user_data)
{
  const SpFileQuestion question = { _("Export"), _("_Export"), name, filters, n_filters };

  _sp_file_dialog_ask_save (parent, &question, create_answer (func, user_data, NULL));
}

/**
 * sp_file_dialog_choose_folder:
 * @free_func: (nullable): frees @user_data once the dialog is gone
 *
 * Asks for a folder to write to.
 */
void
sp_file_dialog_choose_folder (GtkWindow *parent, SpFilesFunc func, gpointer user_data, GDestroyNotify free_func)
{
  const SpFileQuestion question = { _("Export to a Folder"), _("_Export"), NULL, NULL, 0 };

  _sp_file_dialog_ask_folder (parent, &question, create_answer (func, user_data, free_func));
}
