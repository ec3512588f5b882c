/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-overview-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sp-accessible.h"
#include "sp-breakdown-view.h"
#include "sp-column-layout.h"
#include "sp-data-table.h"
#include "sp-facing-cards.h"
#include "sp-flow.h"
#include "sp-glance.h"
#include "sp-gradual.h"
#include "sp-overview-state.h"
#include "sp-row-list.h"
#include "sp-rows.h"
#include "sp-score-bar.h"
#include "sp-tooltip.h"

/* More than that is for the other pages. */
#define MAX_POINTS 6
#define MAX_GLANCE_ROWS 8
#define MAX_FACINGS 2

struct _SpOverviewPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  SpBreakdownView *breakdown;
  GtkWidget *scroller;
  GtkLabel *badge;
  GtkLabel *title;
  GtkLabel *grade;
  GtkLabel *confidence;
  GtkWidget *why;
  GtkLabel *meta;
  GtkLabel *review;
  GtkListBox *limits;
  GtkListBox *scores;
  GtkWidget *judgement;
  GtkLabel *comparison;
  GtkBox *facings;
  SpFlow *sections;
  GtkListBox *lists[SP_N_OVERVIEW_LISTS]; /* (nullable): of the sections, once they are made */
  GtkListBox *facts;                      /* (nullable) */

  SpSession *session;   /* (owned) */
  SpDocument *document; /* (owned) (nullable): that the page is of */
  gboolean has_points;  /* the breakdown shows those of the analysis */
  gboolean is_stale;    /* to be filled when it is seen */

  SpOverviewState *state; /* (owned) (nullable): of which the page is filled */
  guint next_section;     /* that is not on it yet */
};

G_DEFINE_FINAL_TYPE (SpOverviewPage, sp_overview_page, ADW_TYPE_BIN)

typedef GtkWidget *(*PointRowFunc) (const SpPoint *point);

static void
place_point (GtkListBox *list, guint position, const SpPoint *point, PointRowFunc make)
{
  g_autofree char *key = sp_point_dup_key (point);

  if (!sp_row_list_keep (list, position, key))
    sp_row_list_insert (list, position, key, make (point));
}

static void
show_grade (SpOverviewPage *self, const SpOverviewState *state)
{
  const char *classes[] = { "grade-badge", state->grade_class, NULL };

  gtk_label_set_label (self->badge, state->letter);
  gtk_widget_set_css_classes (GTK_WIDGET (self->badge), classes);
  gtk_label_set_label (self->title, state->title);
  gtk_label_set_label (self->grade, state->grade);
  /* A label takes its text as its name, each time. */
  sp_accessible_set_name (self->grade, _("Grade"));
  gtk_label_set_label (self->confidence, state->confidence != NULL ? state->confidence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->confidence), state->confidence != NULL);
  gtk_widget_set_visible (self->why, state->is_graded);
  gtk_label_set_label (self->meta, state->meta);
  gtk_label_set_label (self->review, state->review != NULL ? state->review : "");
  gtk_widget_set_visible (GTK_WIDGET (self->review), state->review != NULL);
  for (guint i = 0; i < state->limits->len; i++)
    place_point (self->limits, i, g_ptr_array_index (state->limits, i), sp_limit_row_new);
  sp_row_list_cut (self->limits, state->limits->len);
  gtk_widget_set_visible (GTK_WIDGET (self->limits), state->limits->len > 0);
}

/* Where there is room, name and note share a line above the bar. */
static GtkWidget *
score_new (const SpScoreLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = g_object_new (SP_TYPE_FLOW, "spacing", 9, "line-spacing", 2, NULL);
  GtkWidget *text = gtk_label_new (line->text);
  GtkWidget *bar = g_object_new (SP_TYPE_SCORE_BAR, NULL);
  GtkWidget *note = gtk_label_new (line->note);

  gtk_widget_set_layout_manager (box, sp_column_layout_new (4));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "heading");
  sp_accessible_set_name (text, sp_dimension_get_title (line->dimension));
  sp_score_bar_set (SP_SCORE_BAR (bar), line->value, line->low, line->high, line->text);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  sp_flow_append (SP_FLOW (words), text);
  sp_flow_append (SP_FLOW (words), note);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

/* Each score is the door to its table of points. */
static GtkWidget *
score_row_new (const SpScoreLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  /* Translators: “Protection: 38 of 100”, and a note on it */
  g_autofree char *spoken = g_strdup_printf (_("%s. %s"), line->text, line->note);

  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), score_new (line));
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "score");
  sp_tooltip_set (row, _("Show the table of points"));
  sp_accessible_set_name (row, spoken);
  return row;
}

static void
show_scores (SpOverviewPage *self, const SpOverviewState *state)
{
  gtk_widget_set_visible (self->judgement, state->is_graded);
  if (!state->is_graded)
    return;
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      const SpScoreLine *line = &state->scores[i];
      g_autofree char *key = g_strdup_printf ("%s|%s|%g|%g|%g", line->text, line->note, line->value, line->low, line->high);

      if (!sp_row_list_keep (self->scores, i, key))
        sp_row_list_insert (self->scores, i, key, score_row_new (line));
    }
  sp_row_list_cut (self->scores, SP_N_DIMENSIONS);
  gtk_label_set_label (self->comparison, state->comparison);
}

static void
place_more (GtkListBox *list, guint position, guint n_more)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
  g_autoptr (SpPoint) point = sp_point_new (SP_MARK_NOTE, text, NULL, NULL);

  place_point (list, position, point, sp_point_row_new);
}

static void
place_nothing (GtkListBox *list, guint position, const char *nothing)
{
  if (!sp_row_list_keep (list, position, nothing))
    sp_row_list_insert (list, position, nothing, sp_prose_row_new (NULL, nothing));
}

static void
append_section (SpOverviewPage *self, const char *title, GtkWidget *child)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), sp_heading_new (title));
  gtk_box_append (GTK_BOX (box), child);
  sp_flow_append (self->sections, box);
}

static GPtrArray *
get_points (const SpOverviewState *state, SpOverviewList which)
{
  GPtrArray *const points[SP_N_OVERVIEW_LISTS] = {
    [SP_OVERVIEW_KEY_POINTS] = state->key_points,
    [SP_OVERVIEW_WATCH_OUT] = state->watch_out,
    [SP_OVERVIEW_PROMISES] = state->promises,
    [SP_OVERVIEW_NOT_SAID] = state->not_said,
  };

  return points[which];
}

/* A list that is empty is left out, unless there is something to say of that. */
static void
show_points (SpOverviewPage *self, SpOverviewList which)
{
  GtkListBox *list = self->lists[which];
  GPtrArray *points = get_points (self->state, which);
  const char *nothing = self->state->nothing[which];
  guint n_rows = MIN (points->len, MAX_POINTS);

  for (guint i = 0; i < n_rows; i++)
    place_point (list, i, g_ptr_array_index (points, i), sp_point_row_new);
  if (points->len > MAX_POINTS)
    place_more (list, n_rows++, points->len - MAX_POINTS);
  if (points->len == 0 && nothing != NULL)
    place_nothing (list, n_rows++, nothing);
  sp_row_list_cut (list, n_rows);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (list)), n_rows > 0);
}

static GtkListBox *
add_list (SpOverviewPage *self, const char *title)
{
  GtkWidget *list = sp_boxed_list_new (title);

  append_section (self, title, list);
  return GTK_LIST_BOX (list);
}

static void
add_glance (SpOverviewPage *self, GPtrArray *rows)
{
  GtkWidget *box;
  GtkWidget *legend;
  GtkWidget *more;

  if (rows->len == 0)
    return;
  legend = sp_cell_legend_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  more = g_object_new (GTK_TYPE_BUTTON, "label", _("Show All Data"), "halign", GTK_ALIGN_END, NULL);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (more), "win.show-page::data");
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "padded");
  gtk_box_append (GTK_BOX (box), sp_glance_table_new (rows, MAX_GLANCE_ROWS));
  /* Each row is heard in words. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), legend);
  gtk_box_append (GTK_BOX (box), more);
  append_section (self, _("Data at a Glance"), box);
}

static void
show_facts (SpOverviewPage *self)
{
  GPtrArray *facts = self->state->facts;

  for (guint i = 0; i < facts->len; i++)
    {
      const SpDocumentFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *key = g_strdup_printf ("%s|%s", fact->title, fact->value);

      if (!sp_row_list_keep (self->facts, i, key))
        sp_row_list_insert (self->facts, i, key, sp_property_row_new (fact->title, fact->value));
    }
  sp_row_list_cut (self->facts, facts->len);
}

/* Only what cannot both hold; the rest is on the findings page. */
static void
show_facings (SpOverviewPage *self, SpAnalysis *analysis)
{
  g_autoptr (GPtrArray) facings = sp_facings_new (analysis);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facings))) != NULL)
    gtk_box_remove (self->facings, child);
  for (guint i = 0; i < facings->len && n < MAX_FACINGS; i++)
    {
      const SpFacing *facing = g_ptr_array_index (facings, i);

      if (!facing->is_conflict)
        continue;
      gtk_box_append (self->facings, sp_facing_cards_new (facing));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facings), n > 0);
}

static gboolean
add_next_section_cb (GtkWidget *page)
{
  static const char *const titles[SP_N_OVERVIEW_LISTS] = {
    [SP_OVERVIEW_KEY_POINTS] = N_("What It Says"),
    [SP_OVERVIEW_WATCH_OUT] = N_("Watch Out"),
    [SP_OVERVIEW_PROMISES] = N_("Good Promises"),
    [SP_OVERVIEW_NOT_SAID] = N_("Not Said"),
  };
  SpOverviewPage *self = SP_OVERVIEW_PAGE (page);
  guint section = self->next_section++;

  if (section < SP_N_OVERVIEW_LISTS)
    {
      self->lists[section] = add_list (self, _(titles[section]));
      show_points (self, section);
      return TRUE;
    }
  if (section == SP_N_OVERVIEW_LISTS)
    {
      add_glance (self, self->state->glance);
      return TRUE;
    }
  self->facts = add_list (self, _("About This Document"));
  show_facts (self);
  return FALSE;
}

/* Grade and scores have a frame to themselves. */
static void
add_sections (SpOverviewPage *self)
{
  sp_gradual_stop (GTK_WIDGET (self));
  sp_flow_clear (self->sections);
  memset (self->lists, 0, sizeof self->lists);
  self->facts = NULL;
  self->next_section = 0;
  sp_gradual_fill_later (GTK_WIDGET (self), add_next_section_cb);
}

/* No review changes the data. Sections that are still to come find the new state when they are made. */
static void
update_sections (SpOverviewPage *self)
{
  for (guint i = 0; i < SP_N_OVERVIEW_LISTS; i++)
    if (self->lists[i] != NULL)
      show_points (self, i);
  if (self->facts != NULL)
    show_facts (self);
}

/* The table of points is long: it is made when somebody asks for it. */
static void
show_breakdown_cb (SpOverviewPage *self)
{
  int section = sp_session_get_breakdown (self->session);
  SpAnalysis *analysis = sp_session_get_analysis (self->session);

  if (section == SP_SESSION_NO_BREAKDOWN || analysis == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "overview");
      return;
    }
  if (!self->has_points)
    sp_breakdown_view_show (self->breakdown, sp_breakdown_state_new (analysis));
  self->has_points = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "breakdown");
}

static void
turn_to_breakdown (SpOverviewPage *self, guint section)
{
  sp_session_show_breakdown (self->session, section);
  sp_breakdown_view_turn_to (self->breakdown, section);
}

static void
score_activated_cb (GtkListBox *list, GtkListBoxRow *row, SpOverviewPage *self)
{
  turn_to_breakdown (self, (guint) gtk_list_box_row_get_index (row));
}

static void
why_clicked_cb (GtkButton *button, SpOverviewPage *self)
{
  turn_to_breakdown (self, SP_N_DIMENSIONS);
}

/* Of the same document all stays where it is, and what says the same stays as it is: only the reader's view of
 * it changed. */
static void
fill (SpOverviewPage *self, SpAnalysis *analysis)
{
  gboolean is_new = g_set_object (&self->document, sp_analysis_get_document (analysis));

  g_clear_pointer (&self->state, sp_overview_state_free);
  self->state = sp_overview_state_new (analysis);
  show_grade (self, self->state);
  show_scores (self, self->state);
  if (!is_new)
    {
      update_sections (self);
      return;
    }
  show_facings (self, analysis);
  add_sections (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
refresh_cb (SpOverviewPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);

  self->has_points = FALSE;
  sp_breakdown_view_clear (self->breakdown);
  show_breakdown_cb (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale && analysis != NULL)
    fill (self, analysis);
}

static void
sp_overview_page_map (GtkWidget *widget)
{
  SpOverviewPage *self = SP_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (sp_overview_page_parent_class)->map (widget);
  if (self->is_stale)
    refresh_cb (self);
}

static void
sp_overview_page_dispose (GObject *object)
{
  SpOverviewPage *self = SP_OVERVIEW_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (sp_overview_page_parent_class)->dispose (object);
}

static void
sp_overview_page_finalize (GObject *object)
{
  g_clear_pointer (&SP_OVERVIEW_PAGE (object)->state, sp_overview_state_free);
  G_OBJECT_CLASS (sp_overview_page_parent_class)->finalize (object);
}

static void
sp_overview_page_class_init (SpOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_overview_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_overview_page_finalize;
  widget_class->map = sp_overview_page_map;
  g_type_ensure (SP_TYPE_BREAKDOWN_VIEW);
  g_type_ensure (SP_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, breakdown);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, badge);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, grade);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, confidence);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, why);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, meta);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, review);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, limits);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, judgement);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, scores);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, comparison);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, facings);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, score_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_clicked_cb);
}

static void
sp_overview_page_init (SpOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_overview_page_new:
 *
 * Returns: (transfer floating): a page that follows @session
 */
GtkWidget *
sp_overview_page_new (SpSession *session)
{
  SpOverviewPage *self = g_object_new (SP_TYPE_OVERVIEW_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::breakdown", G_CALLBACK (show_breakdown_cb), self,
                           G_CONNECT_SWAPPED);
  refresh_cb (self);
  return GTK_WIDGET (self);
}
