/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-clause-gutter.h"

#include "sp-colors.h"

#define WIDTH 54
#define BAR_WIDTH 3
#define BAR_GAP 2
#define ICON_SIZE 14
#define ICON_GAP 4

struct _SpClauseGutter
{
  GtkWidget parent_instance;

  GtkTextView *view;   /* (unowned): the parent */
  GArray *marks;       /* (owned) (element-type SpGutterMark): ascending */
  GHashTable *icons;   /* (owned) (element-type utf8 GtkIconPaintable) */
};

G_DEFINE_FINAL_TYPE (SpClauseGutter, sp_clause_gutter, GTK_TYPE_WIDGET)

static void
get_color (SpClauseGutter *self, const char *name, GdkRGBA *color)
{
  if (!sp_color_lookup (GTK_WIDGET (self), name, color))
    *color = (GdkRGBA) { 0.5f, 0.5f, 0.5f, 1.0f };
}

static GdkPaintable *
get_icon (SpClauseGutter *self, const char *name)
{
  GtkIconPaintable *icon = g_hash_table_lookup (self->icons, name);

  if (icon == NULL)
    {
      GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

      icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (display), name, NULL, ICON_SIZE,
                                         gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                         GTK_TEXT_DIR_NONE, GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
      g_hash_table_insert (self->icons, g_strdup (name), icon);
    }
  return GDK_PAINTABLE (icon);
}

/* Top and height of the lines from @start to @end, and of the first of them, in the gutter. */
static void
get_extent (SpClauseGutter *self, guint start, guint end, int *top, int *bottom, int *first_bottom)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter from, to;
  GdkRectangle first, last;
  int offset;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_view_get_iter_location (self->view, &from, &first);
  gtk_text_view_get_iter_location (self->view, &to, &last);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_LEFT, 0, first.y, NULL, &offset);
  *top = offset;
  *first_bottom = offset + first.height;
  *bottom = offset + last.y + last.height - first.y;
}

static void
draw_bars (SpClauseGutter *self, GtkSnapshot *snapshot, const SpGutterMark *mark, int top, int bottom)
{
  int x = WIDTH - BAR_WIDTH;

  for (guint i = 0; mark->colors[i] != NULL; i++, x -= BAR_WIDTH + BAR_GAP)
    {
      GdkRGBA color;

      get_color (self, mark->colors[i], &color);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (x, top, BAR_WIDTH, bottom - top));
    }
}

static void
draw_icons (SpClauseGutter *self, GtkSnapshot *snapshot, const SpGutterMark *mark, int top, int bottom)
{
  /* On whole pixels, or they are blurred. */
  float y = top + (bottom - top - ICON_SIZE) / 2;
  float x = WIDTH - 3 * (BAR_WIDTH + BAR_GAP) - ICON_GAP - ICON_SIZE;

  for (guint i = 0; mark->icon_names[i] != NULL && mark->colors[i] != NULL; i++)
    {
      GdkPaintable *icon = get_icon (self, mark->icon_names[i]);
      GdkRGBA colors[4];

      for (guint j = 0; j < G_N_ELEMENTS (colors); j++)
        get_color (self, mark->colors[i], &colors[j]);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
      gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE,
                                                ICON_SIZE, colors, G_N_ELEMENTS (colors));
      gtk_snapshot_restore (snapshot);
      x -= ICON_SIZE + ICON_GAP;
    }
}

static guint
find_first_mark (SpClauseGutter *self, guint offset)
{
  guint low = 0, high = self->marks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->marks, SpGutterMark, middle).end < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
sp_clause_gutter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SpClauseGutter *self = SP_CLAUSE_GUTTER (widget);
  int height = gtk_widget_get_height (widget);
  GdkRectangle visible;
  GtkTextIter iter;

  if (self->view == NULL || self->marks == NULL)
    return;
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, &iter, visible.y, NULL);
  for (guint i = find_first_mark (self, (guint) gtk_text_iter_get_offset (&iter)); i < self->marks->len; i++)
    {
      const SpGutterMark *mark = &g_array_index (self->marks, SpGutterMark, i);
      int top, bottom, first_bottom;

      get_extent (self, mark->start, mark->end, &top, &bottom, &first_bottom);
      if (top > height)
        break;
      draw_bars (self, snapshot, mark, top, bottom);
      draw_icons (self, snapshot, mark, top, first_bottom);
    }
}

static void
sp_clause_gutter_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
sp_clause_gutter_dispose (GObject *object)
{
  SpClauseGutter *self = SP_CLAUSE_GUTTER (object);

  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->icons, g_hash_table_unref);
  G_OBJECT_CLASS (sp_clause_gutter_parent_class)->dispose (object);
}

static void
sp_clause_gutter_class_init (SpClauseGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_clause_gutter_dispose;
  widget_class->measure = sp_clause_gutter_measure;
  widget_class->snapshot = sp_clause_gutter_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gutter");
  /* The same is said in words in the details of the clause. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sp_clause_gutter_init (SpClauseGutter *self)
{
  self->icons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * sp_clause_gutter_new:
 *
 * Returns: (transfer floating): an empty gutter
 */
SpClauseGutter *
sp_clause_gutter_new (void)
{
  return g_object_new (SP_TYPE_CLAUSE_GUTTER, NULL);
}

static void
follow_adjustment (SpClauseGutter *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
}

/**
 * sp_clause_gutter_attach:
 *
 * Makes it the left gutter of @view.
 */
void
sp_clause_gutter_attach (SpClauseGutter *self, GtkTextView *view)
{
  self->view = view;
  gtk_text_view_set_gutter (view, GTK_TEXT_WINDOW_LEFT, GTK_WIDGET (self));
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (follow_adjustment), self,
                           G_CONNECT_SWAPPED);
  follow_adjustment (self);
}

/**
 * sp_clause_gutter_set_marks:
 * @marks: (transfer full) (element-type SpGutterMark): ascending; strings are static
 *
 * Sets what is drawn. The marks belong to the buffer that the view shows now.
 */
void
sp_clause_gutter_set_marks (SpClauseGutter *self, GArray *marks)
{
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
