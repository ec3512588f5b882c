/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-file-dialog.h"

G_BEGIN_DECLS

/* What a dialog asks for. */
typedef struct
{
  const char *title;
  const char *accept_label;
  const char *name;            /* (nullable): proposed */
  const SpFileFilter *filters;
  gsize n_filters;
} SpFileQuestion;

/* Who waits for an answer. */
typedef struct
{
  SpFilesFunc func;
  gpointer user_data;
  GDestroyNotify free_func; /* (nullable): of @user_data */
} SpFileAnswer;

GtkFileFilter *_sp_file_filter_build (const SpFileFilter *filter);
void _sp_file_answer_give (SpFileAnswer *answer, GListModel *files);

/* What differs between the looks. */
void _sp_file_dialog_ask_open (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer);
void _sp_file_dialog_ask_save (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer);
void _sp_file_dialog_ask_folder (GtkWindow *parent, const SpFileQuestion *question, SpFileAnswer *answer);

G_END_DECLS
