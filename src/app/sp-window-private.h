/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-library-pane.h"
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
  GtkLabel *disclaimer;
  GtkRevealer *progress_revealer;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkRevealer *drop_revealer;
  AdwStatusPage *drop_page;

  SpSession *session;   /* (owned) */
  GCancellable *drop_cancellable; /* (owned) (nullable): of the files that are counted while dragged */
  guint pages_source;   /* makes the pages that nobody turned to yet */
  guint busy_source;    /* shows the progress unless all is done before */
  guint n_undo_toasts;  /* those that can still bring something back */
  GPtrArray *undo_toasts; /* (owned) (element-type AdwToast): with a button to undo, the last one last */
};

void       _sp_window_add_actions (SpWindow *self);
void       _sp_window_add_keys (GtkWidgetClass *widget_class);
void       _sp_window_update_actions (SpWindow *self);
void       _sp_window_accept_drops (SpWindow *self);
GtkWidget *_sp_window_get_page (SpWindow *self, const char *name);
void       _sp_window_make_pages (SpWindow *self);
void       _sp_window_stop_pages (SpWindow *self);
void       _sp_window_toast (SpWindow *self, const char *text);
void       _sp_window_dismiss_undo_toast (SpWindow *self);

G_END_DECLS
