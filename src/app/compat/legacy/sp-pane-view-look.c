/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before AdwOverlaySplitView. */
#include "config.h"

#include "sp-pane-view-private.h"

void
_sp_pane_view_arrange (SpPaneView *self)
{
  self->view = adw_flap_new ();
  adw_flap_set_separator (ADW_FLAP (self->view), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  g_object_bind_property (self, "show-pane", self->view, "reveal-flap",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self, "pane-position", self->view, "flap-position", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->view, "folded", self, "collapsed", G_BINDING_SYNC_CREATE);
}

/* A flap folds by what its children request, or by what they wish for: so each is made to wish for what
 * it is to keep. */

static GtkWidget *
pane_clamp_new (GtkWidget *pane)
{
  int width;

  gtk_widget_get_size_request (pane, &width, NULL);
  return g_object_new (ADW_TYPE_CLAMP, "child", pane, "maximum-size", width, "tightening-threshold", width, NULL);
}

static void
measure_content (GtkWidget *bin, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  SpPaneView *self = SP_PANE_VIEW (gtk_widget_get_ancestor (bin, SP_TYPE_PANE_VIEW));

  gtk_widget_measure (adw_bin_get_child (ADW_BIN (bin)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self != NULL)
    *natural = MAX (*minimum, self->content_width);
}

static void
allocate_content (GtkWidget *bin, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (bin)), width, height, baseline, NULL);
}

static GtkWidget *
content_bin_new (GtkWidget *content)
{
  GtkWidget *bin = g_object_new (ADW_TYPE_BIN, "child", content, NULL);

  gtk_widget_set_layout_manager (bin, gtk_custom_layout_new (NULL, measure_content, allocate_content));
  return bin;
}

void
_sp_pane_view_set_pane (SpPaneView *self, GtkWidget *pane)
{
  gtk_widget_add_css_class (pane, "pane");
  adw_flap_set_flap (ADW_FLAP (self->view), self->content_width > 0 ? pane_clamp_new (pane) : pane);
}

void
_sp_pane_view_set_content (SpPaneView *self, GtkWidget *content)
{
  adw_flap_set_content (ADW_FLAP (self->view), self->content_width > 0 ? content_bin_new (content) : content);
  if (self->content_width > 0)
    adw_flap_set_fold_threshold_policy (ADW_FLAP (self->view), ADW_FOLD_THRESHOLD_POLICY_NATURAL);
}
