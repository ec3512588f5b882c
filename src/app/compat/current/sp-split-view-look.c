/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-folding-bin.h"
#include "sp-split-view-private.h"

/* A wide window on a large screen leaves room for long titles. */
#define SIDEBAR_GROWTH 60

static SpFoldingBin *
get_bin (SpSplitView *self)
{
  return SP_FOLDING_BIN (adw_bin_get_child (ADW_BIN (self)));
}

/* Where there is room for both, a view that is collapsed all the same hides its sidebar. */
static void
update_cb (SpSplitView *self)
{
  AdwNavigationSplitView *view = ADW_NAVIGATION_SPLIT_VIEW (self->view);
  gboolean folded = sp_folding_bin_get_folded (get_bin (self));

  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self->content), folded);
  if (!folded && !self->show_sidebar)
    adw_navigation_split_view_set_show_content (view, TRUE);
  adw_navigation_split_view_set_collapsed (view, folded || !self->show_sidebar);
  _sp_split_view_notify_collapsed (self);
}

void
_sp_split_view_arrange (SpSplitView *self)
{
  AdwNavigationSplitView *view = ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_split_view_new ());

  self->view = GTK_WIDGET (view);
  self->sidebar = g_object_new (ADW_TYPE_NAVIGATION_PAGE, NULL);
  self->content = g_object_new (ADW_TYPE_NAVIGATION_PAGE, NULL);
  adw_navigation_split_view_set_sidebar (view, ADW_NAVIGATION_PAGE (self->sidebar));
  adw_navigation_split_view_set_content (view, ADW_NAVIGATION_PAGE (self->content));
  adw_navigation_split_view_set_show_content (view, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (sp_folding_bin_new (self->view)));
  g_signal_connect_object (get_bin (self), "notify::folded", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
}

void
_sp_split_view_set_part (SpSplitView *self, GtkWidget *part, GtkWidget *child)
{
  AdwNavigationSplitView *view = ADW_NAVIGATION_SPLIT_VIEW (self->view);
  int width;

  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (part), child);
  width = sp_folding_bin_fit (get_bin (self), adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self->sidebar)),
                              adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self->content)), 0);
  adw_navigation_split_view_set_min_sidebar_width (view, width);
  adw_navigation_split_view_set_max_sidebar_width (view, width + SIDEBAR_GROWTH);
}

void
_sp_split_view_set_title (GtkWidget *part, const char *title)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (part), title);
}

gboolean
sp_split_view_get_collapsed (SpSplitView *self)
{
  return sp_folding_bin_get_folded (get_bin (self));
}

gboolean
sp_split_view_get_show_content (SpSplitView *self)
{
  return adw_navigation_split_view_get_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->view));
}

void
sp_split_view_set_show_content (SpSplitView *self, gboolean show_content)
{
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->view), show_content);
}

void
sp_split_view_set_show_sidebar (SpSplitView *self, gboolean show_sidebar)
{
  self->show_sidebar = show_sidebar;
  update_cb (self);
}
