/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-coverage-page.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-coverage-state.h"
#include "sp-flow.h"
#include "sp-gradual.h"
#include "sp-row-list.h"
#include "sp-rows.h"
#include "sp-share-bar.h"
#include "sp-tooltip.h"

struct _SpCoveragePage
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkStack *stack;
  SpFlow *choices;
  GtkLabel *law;
  GtkLabel *reason;
  GtkLabel *in_force;
  SpShareBar *bar;
  SpFlow *legend;
  GtkListBox *items;

  SpSession *session;     /* (owned) */
  GPtrArray *packs;       /* (owned) (element-type SpPackCoverage): as the choices stand */
  SpCoverageState *state; /* (owned) (nullable): what the rows show */
  guint n_items;          /* rows so far */
  gboolean is_stale;      /* to be filled when it is seen */
};

G_DEFINE_FINAL_TYPE (SpCoveragePage, sp_coverage_page, ADW_TYPE_BIN)

static void
add_prose (AdwExpanderRow *row, const char *heading, const char *text)
{
  if (text != NULL)
    adw_expander_row_add_row (row, sp_prose_row_new (heading, text));
}

static void
fill_row_cb (AdwExpanderRow *row, gpointer user_data)
{
  const SpCoverageRow *item = user_data;

  sp_expander_row_add_quotes (row, item->quotes);
  add_prose (row, NULL, item->note);
  add_prose (row, _("Looked for"), item->looked_for);
  if (item->near_miss->len > 0)
    add_prose (row, _("What came nearest"), item->near_miss_reason);
  sp_expander_row_add_quotes (row, item->near_miss);
  add_prose (row, _("How common this is"), item->common);
  add_prose (row, _("Source"), item->source);
}

static GtkWidget *
legend_entry_new (SpCoveragePart part, guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *title = sp_coverage_part_get_title (part);
  g_autofree char *text = sp_coverage_part_dup_count (part, count);

  gtk_box_append (GTK_BOX (box), sp_icon_image_new (sp_coverage_part_get_icon_name (part),
                                                    sp_coverage_part_get_style_class (part), title));
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  return box;
}

static void
show_bar (SpCoveragePage *self)
{
  SpShare shares[SP_N_COVERAGE_PARTS];

  sp_flow_clear (self->legend);
  for (guint i = 0; i < SP_N_COVERAGE_PARTS; i++)
    {
      shares[i] = (SpShare) { sp_coverage_part_get_style_class (i), self->state->counts[i] };
      if (self->state->counts[i] > 0)
        sp_flow_append (self->legend, legend_entry_new (i, self->state->counts[i]));
    }
  sp_share_bar_set (self->bar, shares, SP_N_COVERAGE_PARTS, self->state->summary);
}

static void
add_item (SpCoveragePage *self, SpCoverageRow *row)
{
  GtkWidget *image =
    sp_icon_image_new (sp_coverage_part_get_icon_name (row->part), sp_coverage_part_get_style_class (row->part),
                       sp_coverage_part_get_title (row->part));

  gtk_list_box_append (self->items,
                       sp_unfolding_row_new (row->title, row->article, row->spoken, image, fill_row_cb, row));
}

static gboolean
add_next_cb (GtkWidget *page)
{
  SpCoveragePage *self = SP_COVERAGE_PAGE (page);

  if (self->n_items < self->state->rows->len)
    add_item (self, g_ptr_array_index (self->state->rows, self->n_items++));
  return self->n_items < self->state->rows->len;
}

static void
clear_items (SpCoveragePage *self)
{
  sp_gradual_stop (GTK_WIDGET (self));
  sp_row_list_cut (self->items, 0);
  self->n_items = 0;
}

static void
show_pack (SpCoveragePage *self, const SpPackCoverage *coverage)
{
  clear_items (self);
  g_clear_pointer (&self->state, sp_coverage_state_free);
  self->state = sp_coverage_state_new (sp_session_get_analysis (self->session), coverage);
  gtk_label_set_label (self->law, _(coverage->pack->title));
  gtk_label_set_label (self->reason, self->state->reason);
  gtk_label_set_label (self->in_force, self->state->in_force != NULL ? self->state->in_force : "");
  gtk_widget_set_visible (GTK_WIDGET (self->in_force), self->state->in_force != NULL);
  show_bar (self);
  sp_gradual_fill (GTK_WIDGET (self), add_next_cb);
}

static void
pack_chosen_cb (GtkToggleButton *button, SpCoveragePage *self)
{
  if (gtk_toggle_button_get_active (button))
    show_pack (self, g_object_get_data (G_OBJECT (button), "sp-pack"));
}

/* Of parts of our own: the content that libadwaita has for buttons would name the button by its label. */
static GtkWidget *
starred_new (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("starred-symbolic"));
  gtk_box_append (GTK_BOX (box), sp_chip_label_new (title));
  return box;
}

static GtkWidget *
choice_new (SpCoveragePage *self, SpPackCoverage *coverage)
{
  const char *title = _(coverage->pack->title);
  gboolean suggested = coverage->suggested != NULL;
  GtkWidget *button = gtk_toggle_button_new ();
  /* Translators: %s is the name of a law */
  g_autofree char *spoken = suggested ? g_strdup_printf (_("%s, suggested"), title) : g_strdup (title);

  gtk_button_set_child (GTK_BUTTON (button), suggested ? starred_new (title) : sp_chip_label_new (title));
  sp_tooltip_set (button, spoken);
  gtk_widget_add_css_class (button, "chip");
  sp_accessible_set_name (button, spoken);
  g_object_set_data (G_OBJECT (button), "sp-pack", coverage);
  g_signal_connect (button, "toggled", G_CALLBACK (pack_chosen_cb), self);
  return button;
}

static void
show_choices (SpCoveragePage *self)
{
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < self->packs->len; i++)
    {
      GtkWidget *button = choice_new (self, g_ptr_array_index (self->packs, i));

      sp_flow_append (self->choices, button);
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      else
        first = GTK_TOGGLE_BUTTON (button);
    }
  if (first != NULL)
    gtk_toggle_button_set_active (first, TRUE);
}

static void
refresh_cb (SpCoveragePage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  SpPreferences *preferences;
  GPtrArray *packs;

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  clear_items (self);
  sp_flow_clear (self->choices);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->state, sp_coverage_state_free);
  if (analysis == NULL)
    return;
  preferences = sp_session_get_preferences (self->session);
  packs = sp_analysis_get_packs (analysis);
  self->packs = sp_coverage_state_sort_packs (packs, sp_preferences_get_first_packs (preferences),
                                              sp_preferences_get_hidden_packs (preferences));
  show_choices (self);
  gtk_stack_set_visible_child_name (self->stack, self->packs->len > 0 ? "coverage"
                                                 : packs->len > 0     ? "hidden"
                                                                      : "nothing");
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
sp_coverage_page_map (GtkWidget *widget)
{
  SpCoveragePage *self = SP_COVERAGE_PAGE (widget);

  GTK_WIDGET_CLASS (sp_coverage_page_parent_class)->map (widget);
  if (self->is_stale)
    refresh_cb (self);
}

static void
sp_coverage_page_dispose (GObject *object)
{
  SpCoveragePage *self = SP_COVERAGE_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_coverage_page_parent_class)->dispose (object);
}

static void
sp_coverage_page_finalize (GObject *object)
{
  SpCoveragePage *self = SP_COVERAGE_PAGE (object);

  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->state, sp_coverage_state_free);
  G_OBJECT_CLASS (sp_coverage_page_parent_class)->finalize (object);
}

static void
sp_coverage_page_class_init (SpCoveragePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_coverage_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_coverage_page_finalize;
  widget_class->map = sp_coverage_page_map;
  g_type_ensure (SP_TYPE_FLOW);
  g_type_ensure (SP_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-coverage-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, choices);
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, law);
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, reason);
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, in_force);
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, bar);
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, legend);
  gtk_widget_class_bind_template_child (widget_class, SpCoveragePage, items);
}

static void
sp_coverage_page_init (SpCoveragePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_coverage_page_new:
 *
 * Returns: (transfer floating): a page that follows @session
 */
GtkWidget *
sp_coverage_page_new (SpSession *session)
{
  SpCoveragePage *self = g_object_new (SP_TYPE_COVERAGE_PAGE, NULL);
  SpPreferences *preferences = sp_session_get_preferences (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (preferences, "notify::first-packs", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::hidden-packs", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
  return GTK_WIDGET (self);
}
