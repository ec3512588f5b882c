/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-toolbar-view.h"

G_BEGIN_DECLS

struct _SpToolbarView
{
  AdwBin parent_instance;

  AdwHeaderBar *header;
  AdwWindowTitle *title;
  AdwViewSwitcher *switcher;       /* in the header bar */
  AdwViewSwitcherBar *switcher_bar; /* below the content */
  AdwBin *content;
  int switcher_width;
  gboolean show_switcher;
};

/* What differs between the looks: how the parts are put together, and which of the switchers is seen. */
void _sp_toolbar_view_arrange (SpToolbarView *self);
void _sp_toolbar_view_update (SpToolbarView *self);

G_END_DECLS
