/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-pane-view.h"

G_BEGIN_DECLS

struct _SpPaneView
{
  AdwBin parent_instance;

  GtkWidget *view; /* what the platform has for it */
  GtkPackType pane_position;
  gboolean show_pane;
  gboolean collapsed;
  int content_width;
};

/* What differs between the looks: the view, bound to our properties, and what it takes. */
void _sp_pane_view_arrange (SpPaneView *self);
void _sp_pane_view_set_pane (SpPaneView *self, GtkWidget *pane);
void _sp_pane_view_set_content (SpPaneView *self, GtkWidget *content);

G_END_DECLS
