/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-glance.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-data-table.h"
#include "sp-tooltip.h"

/* With large text in a narrow window no more has room; else columns are as wide as their words. */
#define LEAST_HEADER_CHARS 2
#define LEAST_TITLE_CHARS 8

static void
add_header (GtkGrid *grid)
{
  for (guint i = 0; i < SP_N_GLANCE_COLUMNS; i++)
    {
      const char *title = sp_glance_column_get_title (i);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "hexpand", TRUE, "ellipsize",
                                       PANGO_ELLIPSIZE_END, "width-chars", LEAST_HEADER_CHARS, NULL);

      sp_tooltip_set (label, title);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_grid_attach (grid, label, (int) i + 1, 0, 1, 1);
    }
}

/* The row is heard as one sentence, by its title; its marks say nothing more. */
static void
add_row (GtkGrid *grid, const SpGlanceRow *row, int line)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", row->title, "xalign", 0.0, "wrap", TRUE,
                                   "width-chars", LEAST_TITLE_CHARS, "hexpand", TRUE, NULL);
  GtkWidget *name = g_object_new (GTK_TYPE_BOX, "spacing", 6, "hexpand", FALSE, NULL);

  sp_accessible_set_name (title, row->words);
  gtk_box_append (GTK_BOX (name), title);
  if (row->is_sensitive)
    gtk_box_append (GTK_BOX (name), sp_sensitive_image_new ());
  gtk_grid_attach (grid, name, 0, line, 1, 1);
  for (guint i = 0; i < SP_N_GLANCE_COLUMNS; i++)
    {
      GtkWidget *image = sp_cell_image_new (row->cells[i]);

      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_grid_attach (grid, image, (int) i + 1, line, 1, 1);
    }
}

/**
 * sp_glance_table_new:
 * @rows: (element-type SpGlanceRow)
 * @max_rows: more are left out
 *
 * Returns: (transfer floating): the data map in small
 */
GtkWidget *
sp_glance_table_new (GPtrArray *rows, guint max_rows)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 9, "column-spacing", 6, NULL);

  gtk_widget_add_css_class (grid, "glance");
  sp_accessible_set_name (grid, _("Data at a glance"));
  add_header (GTK_GRID (grid));
  for (guint i = 0; i < MIN (rows->len, max_rows); i++)
    add_row (GTK_GRID (grid), g_ptr_array_index (rows, i), (int) i + 1);
  return grid;
}
