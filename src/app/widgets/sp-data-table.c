/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-data-table.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-flow.h"
#include "sp-gradual.h"
#include "sp-rows.h"
#include "sp-tooltip.h"

/* Long enough for nearly all names; one line each keeps more of the table in sight. */
#define NAME_CHARS 24

#define POPOVER_WIDTH 320
#define POPOVER_HEAD_HEIGHT 50
#define POPOVER_ROW_HEIGHT 95
#define POPOVER_MAX_HEIGHT 360

struct _SpDataTable
{
  AdwBin parent_instance;

  const SpDataState *state; /* (unowned) (nullable): what is shown */
  GtkGrid *names;
  GtkGrid *cells;
  guint next_row; /* that is not there yet */
  int next_line;  /* of both grids */
  GtkWidget *popover; /* (nullable): of the cell that is open */
  SpStatementsFunc func;
  gpointer user_data; /* (unowned): outlives the cells */
};

G_DEFINE_FINAL_TYPE (SpDataTable, sp_data_table, ADW_TYPE_BIN)

/* The cells: a grid that Tab enters once. */

#define SP_TYPE_CELL_GRID (sp_cell_grid_get_type ())
G_DECLARE_FINAL_TYPE (SpCellGrid, sp_cell_grid, SP, CELL_GRID, GtkGrid)

struct _SpCellGrid
{
  GtkGrid parent_instance;
};

G_DEFINE_FINAL_TYPE (SpCellGrid, sp_cell_grid, GTK_TYPE_GRID)

static gboolean
sp_cell_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (sp_cell_grid_parent_class)->focus (widget, direction);
}

static void
sp_cell_grid_class_init (SpCellGridClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = sp_cell_grid_focus;
}

static void
sp_cell_grid_init (SpCellGrid *self)
{
  gtk_grid_set_column_homogeneous (GTK_GRID (self), TRUE);
  gtk_grid_set_row_homogeneous (GTK_GRID (self), TRUE);
}

/**
 * sp_cell_image_new:
 *
 * Returns: (transfer floating): shape and hue of @state, with its word
 */
GtkWidget *
sp_cell_image_new (SpCellState state)
{
  return sp_icon_image_new (sp_cell_state_get_icon_name (state), sp_cell_state_get_style_class (state),
                            sp_cell_state_get_title (state));
}

/**
 * sp_sensitive_image_new:
 *
 * Returns: (transfer floating): what stands beside the name of sensitive data
 */
GtkWidget *
sp_sensitive_image_new (void)
{
  return sp_icon_image_new ("sp-tag-security-symbolic", "mark-serious", _("Sensitive data"));
}

static void
add_to_legend (GtkWidget *legend, GtkWidget *image, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  sp_flow_append (SP_FLOW (legend), box);
}

/**
 * sp_cell_legend_new:
 *
 * Returns: (transfer floating): what the shapes in a table of data mean
 */
GtkWidget *
sp_cell_legend_new (void)
{
  GtkWidget *legend = g_object_new (SP_TYPE_FLOW, "spacing", 9, "line-spacing", 3, NULL);

  for (guint i = 0; i < SP_N_CELL_STATES; i++)
    add_to_legend (legend, sp_cell_image_new (i), sp_cell_state_get_title (i));
  add_to_legend (legend, sp_sensitive_image_new (), _("Sensitive"));
  gtk_widget_add_css_class (legend, "caption");
  return legend;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkPopover *popover)
{
  gtk_popover_popdown (popover);
}

/* A scrolled window does not ask how high wrapped rows are, so it is told. */
static GtkWidget *
popover_new (SpDataTable *self, const SpDataCell *cell)
{
  GtkWidget *list = self->func (cell->statements, self->user_data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  int height = POPOVER_HEAD_HEIGHT + (int) cell->statements->len * POPOVER_ROW_HEIGHT;
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", box, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "min-content-height", MIN (height, POPOVER_MAX_HEIGHT),
                                      "width-request", POPOVER_WIDTH, NULL);
  GtkWidget *popover = g_object_new (GTK_TYPE_POPOVER, "child", scroller, NULL);

  gtk_widget_add_css_class (box, "popover-list");
  gtk_box_append (GTK_BOX (box), sp_heading_new (cell->spoken));
  gtk_box_append (GTK_BOX (box), list);
  sp_accessible_set_name (popover, cell->spoken);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), popover);
  return popover;
}

/* One popover serves all cells: a button with one of its own costs three times as much. */
static void
cell_clicked_cb (GtkWidget *button, SpDataTable *self)
{
  GdkRectangle place = { 0, 0, gtk_widget_get_width (button), gtk_widget_get_height (button) };
  double x, y;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (!gtk_widget_translate_coordinates (button, GTK_WIDGET (self), 0, 0, &x, &y))
    return;
  place.x = (int) x;
  place.y = (int) y;
  self->popover = popover_new (self, g_object_get_data (G_OBJECT (button), "sp-cell"));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Most cells are silent: a box with a dot is the least that shows it. */
static GtkWidget *
silent_cell_new (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (box, "data-line");
  gtk_widget_add_css_class (box, "data-silent");
  return box;
}

static GtkWidget *
cell_new (SpDataTable *self, SpDataCell *cell)
{
  GtkWidget *button;

  if (cell->state == SP_CELL_SILENT)
    return silent_cell_new ();
  button = g_object_new (GTK_TYPE_BUTTON, "icon-name", sp_cell_state_get_icon_name (cell->state), "has-frame", FALSE,
                         NULL);
  sp_tooltip_set (button, cell->spoken);
  gtk_widget_add_css_class (button, sp_cell_state_get_style_class (cell->state));
  gtk_widget_add_css_class (button, "data-cell");
  gtk_widget_add_css_class (button, "data-line");
  sp_accessible_set_name (button, cell->spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_object_set_data (G_OBJECT (button), "sp-cell", cell);
  g_signal_connect (button, "clicked", G_CALLBACK (cell_clicked_cb), self);
  return button;
}

static GtkWidget *
column_title_new (const char *text)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                  "width-chars", 9, "max-width-chars", 12, "lines", 3, "ellipsize", PANGO_ELLIPSIZE_END,
                  "justify", GTK_JUSTIFY_CENTER, "valign", GTK_ALIGN_END, NULL);

  sp_tooltip_set (label, text);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "data-title");
  return label;
}

static GtkWidget *
run_title_new (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "data-run");
  return label;
}

/* Titles of the columns, and above them what each run of them is. */
static GtkWidget *
header_new (const SpDataState *state)
{
  GtkWidget *grid = gtk_grid_new ();
  guint start = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < state->columns->len; i++)
    {
      const SpDataColumn *column = g_ptr_array_index (state->columns, i);
      const SpDataColumn *next =
        i + 1 < state->columns->len ? g_ptr_array_index (state->columns, i + 1) : NULL;

      gtk_grid_attach (GTK_GRID (grid), column_title_new (column->title), (int) i, 1, 1, 1);
      if (next != NULL && next->kind == column->kind)
        continue;
      gtk_grid_attach (GTK_GRID (grid), run_title_new (sp_data_column_kind_get_title (column->kind)),
                       (int) start, 0, (int) (i + 1 - start), 1);
      start = i + 1;
    }
  return grid;
}

static GtkWidget *
row_title_new (const SpDataRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", row->title, "xalign", 0.0, "width-chars", row->is_sensitive ? 9 : 11,
                  "max-width-chars", NAME_CHARS, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  sp_tooltip_set (label, row->name);
  gtk_box_append (GTK_BOX (box), label);
  if (row->is_sensitive)
    gtk_box_append (GTK_BOX (box), sp_sensitive_image_new ());
  gtk_widget_add_css_class (box, "data-row");
  gtk_widget_add_css_class (box, "data-line");
  return box;
}

static GtkWidget *
group_title_new (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "width-chars", 11, "max-width-chars",
                                   NAME_CHARS, "ellipsize", PANGO_ELLIPSIZE_END, "valign", GTK_ALIGN_END,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "data-group");
  return label;
}

/* A line without a cell would have no height. */
static void
add_group (SpDataTable *self, const char *title)
{
  gtk_grid_attach (self->cells, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), 0, self->next_line, 1, 1);
  gtk_grid_attach (self->names, group_title_new (title), 0, self->next_line, 1, 1);
  self->next_line++;
}

/* Hundreds of cells are more than a frame has time for. */
static gboolean
add_next_row_cb (GtkWidget *table)
{
  SpDataTable *self = SP_DATA_TABLE (table);
  SpDataRow *row;

  if (self->next_row == self->state->rows->len)
    return FALSE;
  row = g_ptr_array_index (self->state->rows, self->next_row++);
  if (row->group != NULL)
    add_group (self, row->group);
  gtk_grid_attach (self->names, row_title_new (row), 0, self->next_line, 1, 1);
  for (guint i = 0; i < self->state->columns->len; i++)
    gtk_grid_attach (self->cells, cell_new (self, &row->cells[i]), (int) i, self->next_line, 1, 1);
  self->next_line++;
  return TRUE;
}

static void
tie (GtkSizeGroupMode mode, GtkWidget *a, GtkWidget *b)
{
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (mode);

  gtk_size_group_add_widget (group, a);
  gtk_size_group_add_widget (group, b);
}

static GtkWidget *
scroller_new (GtkWidget *child, GtkPolicyType horizontal, GtkPolicyType vertical)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", child, "hscrollbar-policy", horizontal,
                       "vscrollbar-policy", vertical, "hexpand", TRUE, NULL);
}

static GtkWidget *
box_new (GtkWidget *start, GtkWidget *end)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), end);
  return box;
}

static void
sp_data_table_dispose (GObject *object)
{
  sp_data_table_clear (SP_DATA_TABLE (object));
  G_OBJECT_CLASS (sp_data_table_parent_class)->dispose (object);
}

static void
sp_data_table_class_init (SpDataTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_data_table_dispose;
}

static void
sp_data_table_init (SpDataTable *self)
{
}

/**
 * sp_data_table_show:
 * @state: lives as long as it is shown
 * @func: makes the list that a cell opens
 *
 * Sets what the table shows.
 */
void
sp_data_table_show (SpDataTable *self, const SpDataState *state, SpStatementsFunc func, gpointer user_data)
{
  GtkWidget *header = header_new (state);
  GtkWidget *cells = g_object_new (SP_TYPE_CELL_GRID, "valign", GTK_ALIGN_START, NULL);
  /* A taller window leaves room below the rows, not within them. */
  GtkWidget *names = g_object_new (GTK_TYPE_GRID, "row-homogeneous", TRUE, "valign", GTK_ALIGN_START,
                                   "hexpand", FALSE, NULL);
  GtkWidget *corner = gtk_label_new (NULL);
  GtkWidget *head = scroller_new (header, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  GtkWidget *body = scroller_new (cells, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  GtkWidget *table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *rows = scroller_new (box_new (names, body), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);

  sp_data_table_clear (self);
  self->state = state;
  self->names = GTK_GRID (names);
  self->cells = GTK_GRID (cells);
  self->func = func;
  self->user_data = user_data;
  tie (GTK_SIZE_GROUP_HORIZONTAL, header, cells);
  tie (GTK_SIZE_GROUP_HORIZONTAL, corner, names);
  tie (GTK_SIZE_GROUP_VERTICAL, names, cells);
  gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (head),
                                       gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (body)));
  gtk_widget_set_valign (body, GTK_ALIGN_START);
  gtk_widget_add_css_class (body, "data-body");
  /* It goes along with the cells, and has nothing to do by itself. */
  gtk_widget_set_focusable (head, FALSE);
  gtk_widget_set_vexpand (rows, TRUE);
  gtk_box_append (GTK_BOX (table), box_new (corner, head));
  gtk_box_append (GTK_BOX (table), rows);
  adw_bin_set_child (ADW_BIN (self), table);
  sp_gradual_fill (GTK_WIDGET (self), add_next_row_cb);
}

/**
 * sp_data_table_clear:
 *
 * Shows nothing, and forgets the state.
 */
void
sp_data_table_clear (SpDataTable *self)
{
  sp_gradual_stop (GTK_WIDGET (self));
  self->state = NULL;
  self->next_row = 0;
  self->next_line = 0;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
}
