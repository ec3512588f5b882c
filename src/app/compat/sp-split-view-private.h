/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-split-view.h"

G_BEGIN_DECLS

struct _SpSplitView
{
  AdwBin parent_instance;

  GtkWidget *view;    /* what the platform has for it */
  GtkWidget *sidebar; /* around what was given, with a title */
  GtkWidget *content; /* the same */
  gboolean show_sidebar;
};

/* What differs between the looks, beside the public functions that ask and change. */
void _sp_split_view_arrange (SpSplitView *self);
void _sp_split_view_set_part (SpSplitView *self, GtkWidget *part, GtkWidget *child);
void _sp_split_view_set_title (GtkWidget *part, const char *title);
void _sp_split_view_notify_collapsed (SpSplitView *self);

G_END_DECLS
