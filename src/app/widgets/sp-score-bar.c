/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-score-bar.h"

#include "sp-accessible.h"

#include <math.h>

#define MIN_WIDTH 80
#define BAR_HEIGHT 12

struct _SpScoreBar
{
  GtkWidget parent_instance;

  GtkWidget *range; /* (owned) */
  GtkWidget *mark;  /* (owned) */
  double value;     /* 0..100, or NaN */
  double low;
  double high;
};

G_DEFINE_FINAL_TYPE (SpScoreBar, sp_score_bar, GTK_TYPE_WIDGET)

static void
allocate_part (SpScoreBar *self, GtkWidget *part, double from, double to, int width, int height)
{
  gboolean mirror = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int start = (int) floor (width * from / 100 + 0.5);
  int end = (int) floor (width * to / 100 + 0.5);
  GtkAllocation allocation = { mirror ? width - end : start, 0, end - start, height };

  if (gtk_widget_get_child_visible (part))
    gtk_widget_size_allocate (part, &allocation, -1);
}

static void
sp_score_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SpScoreBar *self = SP_SCORE_BAR (widget);

  if (isnan (self->value))
    return;
  /* Not below the value, through which it would shine. */
  allocate_part (self, self->range, MAX (self->low, self->value), self->high, width, height);
  allocate_part (self, self->mark, 0, self->value, width, height);
}

static void
sp_score_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : BAR_HEIGHT;
  *natural = *minimum;
}

static void
sp_score_bar_dispose (GObject *object)
{
  SpScoreBar *self = SP_SCORE_BAR (object);

  g_clear_pointer (&self->range, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  G_OBJECT_CLASS (sp_score_bar_parent_class)->dispose (object);
}

static void
sp_score_bar_class_init (SpScoreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_score_bar_dispose;
  widget_class->measure = sp_score_bar_measure;
  widget_class->size_allocate = sp_score_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "scorebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static GtkWidget *
add_part (SpScoreBar *self, const char *style_class)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (part, style_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static void
sp_score_bar_init (SpScoreBar *self)
{
  self->value = self->low = self->high = NAN;
  self->range = add_part (self, "range");
  self->mark = add_part (self, "value");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * sp_score_bar_set:
 * @value: 0..100, or NaN for an empty bar
 * @low: lower end of the range, @value where there is none
 * @high: its upper end
 * @text: the same in words, for assistive technology
 *
 * Sets what the bar shows.
 */
void
sp_score_bar_set (SpScoreBar *self, double value, double low, double high, const char *text)
{
  gboolean known = !isnan (value);

  self->value = value;
  self->low = low;
  self->high = high;
  gtk_widget_set_child_visible (self->mark, known && value >= 0.5);
  gtk_widget_set_child_visible (self->range, known && high > MAX (low, value));
  sp_accessible_set_name (self, text);
  if (known)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
