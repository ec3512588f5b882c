/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-folding-bin.h"

struct _SpFoldingBin
{
  AdwBreakpointBin parent_instance;

  AdwBreakpoint *breakpoint; /* (unowned) (nullable) */
  gboolean folded;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpFoldingBin, sp_folding_bin, ADW_TYPE_BREAKPOINT_BIN)

/* A breakpoint bin asks for no height of its own; but this one folds in its width only. */
static void
sp_folding_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (widget));

  if (orientation == GTK_ORIENTATION_VERTICAL && child != NULL)
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
  else
    GTK_WIDGET_CLASS (sp_folding_bin_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
sp_folding_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, SP_FOLDING_BIN (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_folding_bin_class_init (SpFoldingBinClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = sp_folding_bin_get_property;
  GTK_WIDGET_CLASS (klass)->measure = sp_folding_bin_measure;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
sp_folding_bin_init (SpFoldingBin *self)
{
}

static void
set_folded (SpFoldingBin *self, gboolean folded)
{
  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
apply_cb (SpFoldingBin *self)
{
  set_folded (self, TRUE);
}

static void
unapply_cb (SpFoldingBin *self)
{
  set_folded (self, FALSE);
}

SpFoldingBin *
sp_folding_bin_new (GtkWidget *child)
{
  return g_object_new (SP_TYPE_FOLDING_BIN, "child", child, NULL);
}

gboolean
sp_folding_bin_get_folded (SpFoldingBin *self)
{
  return self->folded;
}

/**
 * sp_folding_bin_set_widths:
 * @folded_width: the least width at all, in pixels
 * @unfolded_width: the width from which the child has all its room, in scaled pixels
 *
 * Says when to fold.
 */
void
sp_folding_bin_set_widths (SpFoldingBin *self, int folded_width, int unfolded_width)
{
  AdwBreakpointCondition *condition = adw_breakpoint_condition_new_length (
    ADW_BREAKPOINT_CONDITION_MAX_WIDTH, unfolded_width - 1, ADW_LENGTH_UNIT_SP);

  gtk_widget_set_size_request (GTK_WIDGET (self), folded_width, 1);
  if (self->breakpoint != NULL)
    adw_breakpoint_bin_remove_breakpoint (ADW_BREAKPOINT_BIN (self), self->breakpoint);
  self->breakpoint = adw_breakpoint_new (condition);
  g_signal_connect_object (self->breakpoint, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->breakpoint, "unapply", G_CALLBACK (unapply_cb), self, G_CONNECT_SWAPPED);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (self), self->breakpoint);
}

static int
get_requested_width (GtkWidget *widget)
{
  int width = 0;

  if (widget != NULL)
    gtk_widget_get_size_request (widget, &width, NULL);
  return MAX (width, 0);
}

/**
 * sp_folding_bin_fit:
 * @sidebar: (nullable): what stands beside @content where there is room
 * @content: (nullable): not there yet while a UI file is read
 * @content_width: the least width that @content likes to keep beside it, or 0
 *
 * Makes it fold where the widths that both request do not fit, or that one.
 *
 * Returns: the width that @sidebar requests
 */
int
sp_folding_bin_fit (SpFoldingBin *self, GtkWidget *sidebar, GtkWidget *content, int content_width)
{
  int sidebar_width = get_requested_width (sidebar);
  int least_width = get_requested_width (content);

  sp_folding_bin_set_widths (self, MAX (sidebar_width, least_width),
                             sidebar_width + MAX (least_width, content_width));
  return sidebar_width;
}
