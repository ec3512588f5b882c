/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpFilesFunc:
 * @files: (element-type GFile): what was chosen, at least one
 */
typedef void (*SpFilesFunc) (GListModel *files, gpointer user_data);

/**
 * SpFileFilter:
 * @name: what people see
 * @suffixes: without the stop, NULL-terminated
 */
typedef struct
{
  const char *name;
  const char *const *suffixes;
} SpFileFilter;

void sp_file_dialog_open (GtkWindow *parent, const SpFileFilter *filters, gsize n_filters, SpFilesFunc func,
                          gpointer user_data);
void sp_file_dialog_save (GtkWindow *parent, const char *name, const SpFileFilter *filters, gsize n_filters,
                          SpFilesFunc func, gpointer user_data);
void sp_file_dialog_choose_folder (GtkWindow *parent, SpFilesFunc func, gpointer user_data,
                                   GDestroyNotify free_func);

G_END_DECLS
