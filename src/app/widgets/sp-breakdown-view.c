/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-breakdown-view.h"

#include <glib/gi18n.h>

#include "sp-gradual.h"
#include "sp-point.h"
#include "sp-row-list.h"
#include "sp-rows.h"

struct _SpBreakdownView
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkLabel *grade;
  GtkLabel *review;
  GtkListBox *overall;
  GtkBox *tables;

  GtkWidget *lists[SP_N_DIMENSIONS]; /* (unowned) (nullable) */
  SpBreakdownState *state;           /* (owned) (nullable) */

  struct
  {
    guint table, row; /* that come next */
  } filling;
};

G_DEFINE_FINAL_TYPE (SpBreakdownView, sp_breakdown_view, ADW_TYPE_BIN)

static void
fill_row_cb (AdwExpanderRow *row, gpointer user_data)
{
  const SpBreakdownRow *question = user_data;

  sp_expander_row_add_quotes (row, question->quotes);
  if (question->looked_for != NULL)
    adw_expander_row_add_row (row, sp_prose_row_new (_("Looked for"), question->looked_for));
  if (question->near_miss->len > 0)
    {
      adw_expander_row_add_row (row, sp_prose_row_new (_("What came nearest"), question->near_miss_reason));
      sp_expander_row_add_quotes (row, question->near_miss);
    }
  if (question->quotes->len + question->near_miss->len == 0 && question->looked_for == NULL)
    adw_expander_row_add_row (
      row, sp_prose_row_new (NULL, _("Counted over the whole text; no single clause stands behind it.")));
}

static GtkWidget *
row_new (SpBreakdownRow *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *points = g_object_new (GTK_TYPE_LABEL, "label", question->points, "xalign", 1.0, "width-chars", 8,
                                    NULL);

  gtk_widget_add_css_class (points, "numeric");
  gtk_box_append (GTK_BOX (box),
                  sp_icon_image_new (question->icon_name, question->style_class, question->points));
  gtk_box_append (GTK_BOX (box), points);
  return sp_unfolding_row_new (question->title, question->answer, question->spoken, box, fill_row_cb, question);
}

static GtkWidget *
sum_row_new (const char *text)
{
  GtkWidget *row = sp_prose_row_new (NULL, text);

  gtk_widget_add_css_class (row, "sum");
  return row;
}

/* The heading, and a list that is filled later. */
static void
add_table (SpBreakdownView *self, guint i)
{
  const char *title = self->state->tables[i].title;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->lists[i] = sp_boxed_list_new (title);
  gtk_box_append (GTK_BOX (box), sp_heading_new (title));
  gtk_box_append (GTK_BOX (box), self->lists[i]);
  gtk_box_append (self->tables, box);
}

static void
end_table (GtkListBox *list, const SpBreakdownTable *table)
{
  gtk_list_box_append (list, sum_row_new (table->sum));
  if (table->range != NULL)
    gtk_list_box_append (list, sp_prose_row_new (NULL, table->range));
}

static gboolean
add_next_cb (GtkWidget *view)
{
  SpBreakdownView *self = SP_BREAKDOWN_VIEW (view);
  guint i = self->filling.table;
  const SpBreakdownTable *table = &self->state->tables[i];
  GtkListBox *list = GTK_LIST_BOX (self->lists[i]);

  if (self->filling.row < table->rows->len)
    {
      gtk_list_box_append (list, row_new (g_ptr_array_index (table->rows, self->filling.row++)));
      return TRUE;
    }
  end_table (list, table);
  self->filling.row = 0;
  self->filling.table++;
  return self->filling.table < SP_N_DIMENSIONS;
}

static void
show_overall (SpBreakdownView *self)
{
  for (guint i = 0; i < self->state->overall->len; i++)
    {
      const char *line = g_ptr_array_index (self->state->overall, i);

      gtk_list_box_append (self->overall, i + 1 == self->state->overall->len ? sum_row_new (line)
                                                                            : sp_prose_row_new (NULL, line));
    }
  for (guint i = 0; i < self->state->caps->len; i++)
    gtk_list_box_append (self->overall, sp_limit_row_new (g_ptr_array_index (self->state->caps, i)));
  for (guint i = 0; i < self->state->dismissed->len; i++)
    gtk_list_box_append (self->overall, sp_prose_row_new (_("Dismissed by you"),
                                                          g_ptr_array_index (self->state->dismissed, i)));
}

static void
sp_breakdown_view_finalize (GObject *object)
{
  g_clear_pointer (&SP_BREAKDOWN_VIEW (object)->state, sp_breakdown_state_free);
  G_OBJECT_CLASS (sp_breakdown_view_parent_class)->finalize (object);
}

static void
sp_breakdown_view_class_init (SpBreakdownViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sp_breakdown_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-breakdown-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpBreakdownView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpBreakdownView, grade);
  gtk_widget_class_bind_template_child (widget_class, SpBreakdownView, review);
  gtk_widget_class_bind_template_child (widget_class, SpBreakdownView, overall);
  gtk_widget_class_bind_template_child (widget_class, SpBreakdownView, tables);
}

static void
sp_breakdown_view_init (SpBreakdownView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_breakdown_view_clear:
 *
 * Shows nothing.
 */
void
sp_breakdown_view_clear (SpBreakdownView *self)
{
  GtkWidget *child;

  sp_gradual_stop (GTK_WIDGET (self));
  sp_row_list_cut (self->overall, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tables))) != NULL)
    gtk_box_remove (self->tables, child);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    self->lists[i] = NULL;
  g_clear_pointer (&self->state, sp_breakdown_state_free);
}

/**
 * sp_breakdown_view_show:
 * @state: (transfer full)
 *
 * Shows a table of points, from its top.
 */
void
sp_breakdown_view_show (SpBreakdownView *self, SpBreakdownState *state)
{
  sp_breakdown_view_clear (self);
  self->state = state;
  gtk_label_set_label (self->grade, state->grade);
  gtk_label_set_label (self->review, state->review != NULL ? state->review : "");
  gtk_widget_set_visible (GTK_WIDGET (self->review), state->review != NULL);
  show_overall (self);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    add_table (self, i);
  self->filling.table = self->filling.row = 0;
  sp_gradual_fill (GTK_WIDGET (self), add_next_cb);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * sp_breakdown_view_turn_to:
 * @section: a #SpDimension, or %SP_N_DIMENSIONS for the top
 *
 * Moves focus and sight to the table of a score.
 */
void
sp_breakdown_view_turn_to (SpBreakdownView *self, guint section)
{
  GtkWidget *list = section < SP_N_DIMENSIONS ? self->lists[section] : GTK_WIDGET (self->overall);
  GtkListBoxRow *first;

  if (list == NULL)
    return;
  /* What stands above has to be there, or it would push the table out of sight when it comes. */
  while (section < SP_N_DIMENSIONS && gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL
         && add_next_cb (GTK_WIDGET (self)))
    ;
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  if (first != NULL)
    sp_row_focus (GTK_WIDGET (first));
}

