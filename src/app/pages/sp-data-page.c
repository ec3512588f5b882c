/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-data-page.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-data-state.h"
#include "sp-data-table.h"
#include "sp-flow.h"
#include "sp-row-list.h"
#include "sp-rows.h"
#include "sp-shown.h"
#include "sp-statement-words.h"

/* In a narrower window the list comes first. */
#define NARROW 640

struct _SpDataPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkDropDown *recipient;
  GtkDropDown *purpose;
  GtkToggleButton *show_table;
  GtkToggleButton *show_list;
  GtkBox *legend;
  GtkStack *views;
  SpDataTable *table;
  GtkListBox *list;

  SpSession *session; /* (owned) */
  SpDataState *state; /* (owned) (nullable) */
  gboolean is_stale;  /* to be filled when it is seen */
  gboolean is_filling;
  gboolean has_table;
  gboolean has_list;
  gboolean was_seen;
};

G_DEFINE_FINAL_TYPE (SpDataPage, sp_data_page, ADW_TYPE_BIN)

/* What a statement says, and the way to its words. */
static GtkWidget *
statement_row_new (SpAnalysis *analysis, const SpStatement *statement)
{
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  g_autofree char *words = sp_statement_dup_words (statement, text);
  SpEvidence evidence = sp_analysis_locate_statement (analysis, statement);
  g_autofree char *quote = sp_analysis_dup_quote (analysis, &evidence);

  g_strdelimit (quote, "\n", ' ');
  return sp_statement_row_new (words, quote, &evidence);
}

static GtkWidget *
list_statements_cb (const GArray *indices, gpointer user_data)
{
  SpDataPage *self = user_data;
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  GPtrArray *statements = sp_analysis_get_statements (analysis);
  GtkWidget *list = sp_boxed_list_new (_("Statements"));

  for (guint i = 0; i < indices->len; i++)
    {
      const SpStatement *statement = g_ptr_array_index (statements, g_array_index (indices, guint, i));

      gtk_list_box_append (GTK_LIST_BOX (list), statement_row_new (analysis, statement));
    }
  return list;
}

static void
fill_row_cb (AdwExpanderRow *row, gpointer user_data)
{
  SpDataPage *self = SP_DATA_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (row), SP_TYPE_DATA_PAGE));
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  GPtrArray *statements = sp_analysis_get_statements (analysis);
  g_autoptr (GArray) indices = sp_data_row_list_statements (user_data, self->state->columns->len);

  for (guint i = 0; i < indices->len; i++)
    adw_expander_row_add_row (
      row, statement_row_new (analysis, g_ptr_array_index (statements, g_array_index (indices, guint, i))));
}

static GtkWidget *
row_new (SpDataRow *row)
{
  /* Translators: what is said of sensitive data */
  g_autofree char *words = row->is_sensitive ? g_strdup_printf (_("Sensitive data: %s"), row->words) : g_strdup (row->words);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", row->name, words);

  return sp_unfolding_row_new (row->name, words, spoken, sp_cell_image_new (row->state), fill_row_cb, row);
}

static void
show_rows (SpDataPage *self)
{
  for (guint i = 0; i < self->state->rows->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->state->rows, i)));
}

/* The choice at @position of a drop-down; the first one stands for all. */
static gboolean
get_choice (GtkDropDown *drop_down, const GArray *choices, const char **id)
{
  guint position = gtk_drop_down_get_selected (drop_down);

  if (position == 0 || position == GTK_INVALID_LIST_POSITION || position > choices->len)
    return FALSE;
  *id = g_array_index (choices, SpDataChoice, position - 1).id;
  return TRUE;
}

/* Only the view that is looked at is made. */
static void
show_view_cb (SpDataPage *self)
{
  gboolean is_list = gtk_toggle_button_get_active (self->show_list);

  gtk_stack_set_visible_child_name (self->views, is_list ? "list" : "table");
  if (self->state == NULL)
    return;
  if (is_list && !self->has_list)
    show_rows (self);
  if (!is_list && !self->has_table)
    sp_data_table_show (self->table, self->state, list_statements_cb, self);
  self->has_list = self->has_list || is_list;
  self->has_table = self->has_table || !is_list;
}

static void
show_state (SpDataPage *self, const SpDataFilter *filter)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);

  sp_data_table_clear (self->table);
  sp_row_list_cut (self->list, 0);
  g_clear_pointer (&self->state, sp_data_state_free);
  self->state = sp_data_state_new (sp_analysis_get_data_map (analysis), sp_analysis_get_statements (analysis),
                                   filter);
  self->has_table = self->has_list = FALSE;
  show_view_cb (self);
}

static void
filter_changed_cb (SpDataPage *self)
{
  SpDataFilter filter = { 0 };

  if (self->is_filling || self->state == NULL)
    return;
  filter.by_recipient = get_choice (self->recipient, self->state->recipients, &filter.recipient);
  filter.by_purpose = get_choice (self->purpose, self->state->purposes, &filter.purpose);
  show_state (self, &filter);
}

static void
fill_drop_down (GtkDropDown *drop_down, const char *all, const GArray *choices)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, all);
  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_append (titles, g_array_index (choices, SpDataChoice, i).title);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (drop_down, 0);
  /* Named anew: its choices name it else. */
  sp_accessible_set_name (drop_down, gtk_widget_get_tooltip_text (GTK_WIDGET (drop_down)));
}

static void
clear (SpDataPage *self)
{
  sp_data_table_clear (self->table);
  sp_row_list_cut (self->list, 0);
  g_clear_pointer (&self->state, sp_data_state_free);
}

static void
refresh_cb (SpDataPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  clear (self);
  if (analysis == NULL)
    return;
  if (sp_analysis_get_data_map (analysis)->len == 0)
    {
      adw_status_page_set_description (
        self->nothing,
        sp_shown_explain_nothing (analysis, _("No sentence was recognised that names a type of data together with "
                                              "who uses it or what for. That says nothing about what the policy "
                                              "allows: read it under Clauses.")));
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  show_state (self, NULL);
  self->is_filling = TRUE;
  fill_drop_down (self->recipient, _("Anyone"), self->state->recipients);
  fill_drop_down (self->purpose, _("Any purpose"), self->state->purposes);
  self->is_filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "data");
}

static void
sp_data_page_map (GtkWidget *widget)
{
  SpDataPage *self = SP_DATA_PAGE (widget);

  GTK_WIDGET_CLASS (sp_data_page_parent_class)->map (widget);
  if (!self->was_seen && gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (widget))) < NARROW)
    gtk_toggle_button_set_active (self->show_list, TRUE);
  self->was_seen = TRUE;
  if (self->is_stale)
    refresh_cb (self);
}

static void
sp_data_page_dispose (GObject *object)
{
  SpDataPage *self = SP_DATA_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_data_page_parent_class)->dispose (object);
}

static void
sp_data_page_finalize (GObject *object)
{
  g_clear_pointer (&SP_DATA_PAGE (object)->state, sp_data_state_free);
  G_OBJECT_CLASS (sp_data_page_parent_class)->finalize (object);
}

static void
sp_data_page_class_init (SpDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_data_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_data_page_finalize;
  widget_class->map = sp_data_page_map;
  g_type_ensure (SP_TYPE_FLOW);
  g_type_ensure (SP_TYPE_DATA_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, recipient);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, show_table);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, show_list);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, legend);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, views);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpDataPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_view_cb);
}

/* The button inside has the focus, and would be called after its class. */
static void
name_button (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  sp_accessible_set_name (button, gtk_widget_get_tooltip_text (GTK_WIDGET (drop_down)));
}

static void
sp_data_page_init (SpDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_button (self->recipient);
  name_button (self->purpose);
  gtk_box_append (self->legend, sp_cell_legend_new ());
}

/**
 * sp_data_page_new:
 *
 * Returns: (transfer floating): a page that follows @session
 */
GtkWidget *
sp_data_page_new (SpSession *session)
{
  SpDataPage *self = g_object_new (SP_TYPE_DATA_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
  return GTK_WIDGET (self);
}
