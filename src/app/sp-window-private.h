/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-clauses-page.h"
#include "sp-coverage-page.h"
#include "sp-data-page.h"
#include "sp-findings-page.h"
#include "sp-library-pane.h"
#include "sp-overview-page.h"
#include "sp-split-view.h"
#include "sp-toolbar-view.h"
#include "sp-welcome-page.h"
#include "sp-window.h"

G_BEGIN_DECLS

struct _SpWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  SpSplitView *split_view;
  SpToolbarView *toolbar_view;
  SpLibraryPane *library;
  GtkWidget *back;
  GtkStack *content;
  AdwStatusPage *problem;
  GtkWidget *retry;
  AdwViewStack *pages;
  SpWelcomePage *welcome;
  SpOverviewPage *overview;
  SpClausesPage *clauses;
  SpFindingsPage *findings;
  SpCoveragePage *coverage;
  SpDataPage *data;
  GtkLabel *disclaimer;
  GtkRevealer *progress_revealer;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkRevealer *drop_revealer;
  AdwStatusPage *drop_page;

  SpSession *session;   /* (owned) */
  GCancellable *drop_cancellable; /* (owned) (nullable): of the files that are counted while dragged */
  guint busy_source;    /* shows the progress unless all is done before */
  guint n_undo_toasts;  /* those that can still bring something back */
};

void _sp_window_add_actions (SpWindow *self);
void _sp_window_add_keys (GtkWidgetClass *widget_class);
void _sp_window_update_actions (SpWindow *self);
void _sp_window_accept_drops (SpWindow *self);
void _sp_window_toast (SpWindow *self, const char *text);

G_END_DECLS
