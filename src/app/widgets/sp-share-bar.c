/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-share-bar.h"

#include "sp-accessible.h"

#define MIN_WIDTH 80
#define BAR_HEIGHT 16
#define GAP 2

struct _SpShareBar
{
  GtkWidget parent_instance;

  GArray *values; /* (owned) (element-type guint): one for each child */
  guint sum;
};

G_DEFINE_FINAL_TYPE (SpShareBar, sp_share_bar, GTK_TYPE_WIDGET)

static void
clear (SpShareBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->values, 0);
  self->sum = 0;
}

static void
sp_share_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SpShareBar *self = SP_SHARE_BAR (widget);
  gboolean mirror = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int room = width - GAP * ((int) self->values->len - 1);
  int gaps = 0;
  guint before = 0;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint after = before + g_array_index (self->values, guint, i++);
      int start = (int) (room * (gint64) before / self->sum) + gaps;
      int end = (int) (room * (gint64) after / self->sum) + gaps;
      GtkAllocation allocation = { mirror ? width - end : start, 0, end - start, height };

      gtk_widget_size_allocate (child, &allocation, -1);
      before = after;
      gaps += GAP;
    }
}

static void
sp_share_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : BAR_HEIGHT;
  *natural = *minimum;
}

static void
sp_share_bar_dispose (GObject *object)
{
  clear (SP_SHARE_BAR (object));
  G_OBJECT_CLASS (sp_share_bar_parent_class)->dispose (object);
}

static void
sp_share_bar_finalize (GObject *object)
{
  g_array_unref (SP_SHARE_BAR (object)->values);
  G_OBJECT_CLASS (sp_share_bar_parent_class)->finalize (object);
}

static void
sp_share_bar_class_init (SpShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_share_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_share_bar_finalize;
  widget_class->measure = sp_share_bar_measure;
  widget_class->size_allocate = sp_share_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sp_share_bar_init (SpShareBar *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * sp_share_bar_set:
 * @text: the same in words, for assistive technology
 *
 * Sets the parts, in reading direction.
 */
void
sp_share_bar_set (SpShareBar *self, const SpShare *shares, gsize n_shares, const char *text)
{
  clear (self);
  for (gsize i = 0; i < n_shares; i++)
    {
      GtkWidget *part;

      if (shares[i].value == 0)
        continue;
      part = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (part, shares[i].style_class);
      gtk_widget_set_parent (part, GTK_WIDGET (self));
      g_array_append_val (self->values, shares[i].value);
      self->sum += shares[i].value;
    }
  sp_accessible_set_name (self, text);
}
