/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets children one below the other, each as wide as the column.
 *
 * A vertical GtkBox does that too, but one in a horizontal box is asked how wide it would be at a height,
 * and answers by trying widths, by halves: a row with two lines of wrapped text is set some fifty times
 * over before it is shown once. A column is as wide as its widest child, whatever its height. */
#include "config.h"

#include "sp-column-layout.h"

struct _SpColumnLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpColumnLayout, sp_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
find_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return find_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return find_shown (gtk_widget_get_next_sibling (child));
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int least, wished;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wished);
    }
}

static void
sp_column_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation,
                          int for_size, int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  int gap = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int least, wished;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, for_size, &least, &wished, NULL, NULL);
      *minimum += gap + least;
      *natural += gap + wished;
      gap = SP_COLUMN_LAYOUT (layout)->spacing;
    }
}

static void
sp_column_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  GtkAllocation allocation = { 0, 0, width, 0 };

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &allocation.height, NULL, NULL);
      gtk_widget_size_allocate (child, &allocation, -1);
      allocation.y += allocation.height + SP_COLUMN_LAYOUT (layout)->spacing;
    }
}

static GtkSizeRequestMode
sp_column_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sp_column_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, SP_COLUMN_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_column_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    SP_COLUMN_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
sp_column_layout_class_init (SpColumnLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = sp_column_layout_get_property;
  object_class->set_property = sp_column_layout_set_property;
  layout_class->measure = sp_column_layout_measure;
  layout_class->allocate = sp_column_layout_allocate;
  layout_class->get_request_mode = sp_column_layout_get_request_mode;
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_column_layout_init (SpColumnLayout *self)
{
}

/**
 * sp_column_layout_new:
 * @spacing: pixels between two children
 *
 * Returns: (transfer full): the layout of a column
 */
GtkLayoutManager *
sp_column_layout_new (int spacing)
{
  return g_object_new (SP_TYPE_COLUMN_LAYOUT, "spacing", spacing, NULL);
}
