/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-folding-bin.h"
#include "sp-pane-view-private.h"

/* A wide window leaves room for longer lines. */
#define PANE_GROWTH 60

static AdwOverlaySplitView *
get_split_view (SpPaneView *self)
{
  return ADW_OVERLAY_SPLIT_VIEW (adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (self->view)));
}

void
_sp_pane_view_arrange (SpPaneView *self)
{
  GtkWidget *split_view = adw_overlay_split_view_new ();

  /* Not by the size of text: above the content, the pane has no more room than a narrow window. */
  adw_overlay_split_view_set_sidebar_width_unit (ADW_OVERLAY_SPLIT_VIEW (split_view), ADW_LENGTH_UNIT_PX);
  self->view = GTK_WIDGET (sp_folding_bin_new (split_view));
  g_object_bind_property (self, "show-pane", split_view, "show-sidebar",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self, "pane-position", split_view, "sidebar-position", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->view, "folded", split_view, "collapsed", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->view, "folded", self, "collapsed", G_BINDING_SYNC_CREATE);
}

static void
fit (SpPaneView *self)
{
  AdwOverlaySplitView *split_view = get_split_view (self);
  int width = sp_folding_bin_fit (SP_FOLDING_BIN (self->view), adw_overlay_split_view_get_sidebar (split_view),
                                  adw_overlay_split_view_get_content (split_view), self->content_width);

  adw_overlay_split_view_set_min_sidebar_width (split_view, width);
  adw_overlay_split_view_set_max_sidebar_width (split_view, width + PANE_GROWTH);
}

void
_sp_pane_view_set_pane (SpPaneView *self, GtkWidget *pane)
{
  adw_overlay_split_view_set_sidebar (get_split_view (self), pane);
  fit (self);
}

void
_sp_pane_view_set_content (SpPaneView *self, GtkWidget *content)
{
  adw_overlay_split_view_set_content (get_split_view (self), content);
  fit (self);
}
