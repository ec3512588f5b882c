/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-tag-bar.h"

#include "sp-colors.h"

#define HEIGHT 4
#define GAP 1
#define MIN_WIDTH 24

struct _SpTagBar
{
  GtkWidget parent_instance;

  guint counts[SP_N_CATEGORIES];
};

G_DEFINE_FINAL_TYPE (SpTagBar, sp_tag_bar, GTK_TYPE_WIDGET)

static void
sp_tag_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
sp_tag_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SpTagBar *self = SP_TAG_BAR (widget);
  gboolean mirror = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float x = 0;
  guint sum = 0;

  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    sum += self->counts[i];
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    {
      float part = sum > 0 ? width * self->counts[i] / sum : 0;
      GdkRGBA color;

      if (self->counts[i] == 0)
        continue;
      sp_category_get_color (widget, i, &color);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (mirror ? width - x - part : x, 0,
                                                      MAX (part - GAP, 1), HEIGHT));
      x += part;
    }
}

static void
sp_tag_bar_class_init (SpTagBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sp_tag_bar_measure;
  widget_class->snapshot = sp_tag_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "tagbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sp_tag_bar_init (SpTagBar *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * sp_tag_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
sp_tag_bar_new (void)
{
  return g_object_new (SP_TYPE_TAG_BAR, NULL);
}

/**
 * sp_tag_bar_set_counts:
 *
 * Sets how often each tag stands there.
 */
void
sp_tag_bar_set_counts (SpTagBar *self, const guint counts[SP_N_CATEGORIES])
{
  memcpy (self->counts, counts, sizeof self->counts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
