/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-flow.h"

#define MAX_COLUMNS 4

struct _SpFlow
{
  GtkWidget parent_instance;

  int spacing;
  int line_spacing; /* -1: the same */
  int column_width; /* 0: lines */
  int max_lines;    /* 0: as many as it takes */
};

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  PROP_COLUMN_WIDTH,
  PROP_MAX_LINES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpFlow, sp_flow, GTK_TYPE_WIDGET)

static void
place (SpFlow *self, GtkWidget *child, int x, int y, int child_width, int child_height, int width)
{
  gboolean mirror = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { mirror ? width - x - child_width : x, y, child_width, child_height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

/* What has no line any more is neither seen nor reached by keyboard. */
static void
hide_from (GtkWidget *child)
{
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_child_visible (child, FALSE);
}

/* How large a child of a line is. */
static void
measure_child (GtkWidget *child, int width, int *child_width, int *child_height)
{
  int least, wished;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
  *child_width = MAX (least, MIN (wished, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL, NULL);
}

/* Returns the first child that does not fit into the line that begins with @child. */
static GtkWidget *
find_line_end (SpFlow *self, GtkWidget *child, int width, int *line_height)
{
  int x = 0;

  *line_height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &child_width, &child_height);
      if (x > 0 && x + child_width > width)
        break;
      x += child_width + self->spacing;
      *line_height = MAX (*line_height, child_height);
    }
  return child;
}

static void
place_line (SpFlow *self, GtkWidget *child, GtkWidget *end, int y, int line_height, int width)
{
  int x = 0;

  for (; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &child_width, &child_height);
      gtk_widget_set_child_visible (child, TRUE);
      place (self, child, x, y + (line_height - child_height) / 2, child_width, child_height, width);
      x += child_width + self->spacing;
    }
}

/* Sets lines into @width; returns the height. Only measures unless @allocate. */
static int
lay_lines (SpFlow *self, int width, gboolean allocate)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int height = 0;

  for (int line = 0; child != NULL; line++)
    {
      int line_height;
      GtkWidget *end;

      if (line > 0 && line == self->max_lines)
        {
          if (allocate)
            hide_from (child);
          break;
        }
      end = find_line_end (self, child, width, &line_height);
      if (line > 0)
        height += self->line_spacing < 0 ? self->spacing : self->line_spacing;
      if (allocate)
        place_line (self, child, end, height, line_height, width);
      height += line_height;
      child = end;
    }
  return height;
}

static int
find_shortest (const int *heights, int n)
{
  int shortest = 0;

  for (int i = 1; i < n; i++)
    if (heights[i] < heights[shortest])
      shortest = i;
  return shortest;
}

/* The same in columns. */
static int
lay_columns (SpFlow *self, int width, gboolean allocate)
{
  int n = CLAMP ((width + self->spacing) / (self->column_width + self->spacing), 1, MAX_COLUMNS);
  int column_width = (width - (n - 1) * self->spacing) / n;
  int heights[MAX_COLUMNS] = { 0 };
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = find_shortest (heights, n);
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &child_height, NULL, NULL);
      if (allocate)
        place (self, child, column * (column_width + self->spacing), heights[column], column_width,
               child_height, width);
      heights[column] += child_height + self->spacing;
      height = MAX (height, heights[column] - self->spacing);
    }
  return height;
}

static int
lay (SpFlow *self, int width, gboolean allocate)
{
  return self->column_width > 0 ? lay_columns (self, width, allocate) : lay_lines (self, width, allocate);
}

static void
measure_width (SpFlow *self, int *minimum, int *natural)
{
  int sum = 0;

  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      sum += child_natural + self->spacing;
    }
  *natural = MAX (*minimum, sum - self->spacing);
}

static void
sp_flow_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  SpFlow *self = SP_FLOW (widget);
  int least, wished;

  measure_width (self, &least, &wished);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wished;
      return;
    }
  *minimum = *natural = lay (self, for_size < 0 ? wished : MAX (for_size, least), FALSE);
}

static void
sp_flow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay (SP_FLOW (widget), width, TRUE);
}

static GtkSizeRequestMode
sp_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sp_flow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SpFlow *self = SP_FLOW (object);

  if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (id == PROP_LINE_SPACING)
    g_value_set_int (value, self->line_spacing);
  else if (id == PROP_COLUMN_WIDTH)
    g_value_set_int (value, self->column_width);
  else if (id == PROP_MAX_LINES)
    g_value_set_int (value, self->max_lines);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_flow_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SpFlow *self = SP_FLOW (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_LINE_SPACING)
    self->line_spacing = g_value_get_int (value);
  else if (id == PROP_COLUMN_WIDTH)
    self->column_width = g_value_get_int (value);
  else if (id == PROP_MAX_LINES)
    self->max_lines = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sp_flow_dispose (GObject *object)
{
  sp_flow_clear (SP_FLOW (object));
  G_OBJECT_CLASS (sp_flow_parent_class)->dispose (object);
}

static void
sp_flow_class_init (SpFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sp_flow_get_property;
  object_class->set_property = sp_flow_set_property;
  object_class->dispose = sp_flow_dispose;
  widget_class->measure = sp_flow_measure;
  widget_class->size_allocate = sp_flow_size_allocate;
  widget_class->get_request_mode = sp_flow_get_request_mode;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINE_SPACING] =
    g_param_spec_int ("line-spacing", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLUMN_WIDTH] =
    g_param_spec_int ("column-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAX_LINES] =
    g_param_spec_int ("max-lines", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "flow");
}

static void
sp_flow_init (SpFlow *self)
{
  self->line_spacing = -1;
}

/**
 * sp_flow_append:
 *
 * Adds @child at the end.
 */
void
sp_flow_append (SpFlow *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * sp_flow_clear:
 *
 * Takes all children out.
 */
void
sp_flow_clear (SpFlow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
