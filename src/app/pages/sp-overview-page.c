/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-overview-page.h"

#include <glib/gi18n.h>

#include "sp-flow.h"
#include "sp-overview-state.h"
#include "sp-rows.h"
#include "sp-score-bar.h"

/* More than that is for the findings page. */
#define MAX_POINTS 6

struct _SpOverviewPage
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkLabel *badge;
  GtkLabel *title;
  GtkLabel *grade;
  GtkLabel *meta;
  GtkListBox *limits;
  GtkBox *scores;
  SpFlow *sections;

  SpSession *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SpOverviewPage, sp_overview_page, ADW_TYPE_BIN)

/* A limit that rests on no clause leads nowhere. */
static GtkWidget *
limit_row_new (const SpPoint *point)
{
  GtkWidget *row;

  if (point->evidence->len > 0)
    return sp_point_row_new (point);
  row = sp_prose_row_new (NULL, point->title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sp_mark_image_new (point->mark));
  return row;
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grade), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Grade"), -1);
  gtk_label_set_label (self->meta, state->meta);
  sp_list_box_clear (self->limits);
  for (guint i = 0; i < state->limits->len; i++)
    gtk_list_box_append (self->limits, limit_row_new (g_ptr_array_index (state->limits, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->limits), state->limits->len > 0);
}

static GtkWidget *
score_new (const SpScoreLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = gtk_label_new (line->text);
  GtkWidget *bar = g_object_new (SP_TYPE_SCORE_BAR, NULL);
  GtkWidget *note = gtk_label_new (line->note);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sp_dimension_get_title (line->dimension), -1);
  sp_score_bar_set (SP_SCORE_BAR (bar), line->value, line->low, line->high, line->text);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), note);
  return box;
}

static void
show_scores (SpOverviewPage *self, const SpOverviewState *state)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->scores))) != NULL)
    gtk_box_remove (self->scores, child);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    gtk_box_append (self->scores, score_new (&state->scores[i]));
}

static void
append_more_row (SpOverviewPage *self, GtkWidget *list, guint n_more)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
  g_autoptr (SpPoint) point = sp_point_new (SP_MARK_NOTE, text, NULL, NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), sp_point_row_new (point));
}

static void
add_section (SpOverviewPage *self, const char *title, GPtrArray *points, const char *nothing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = sp_boxed_list_new (title);

  for (guint i = 0; i < MIN (points->len, MAX_POINTS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         sp_point_row_new (g_ptr_array_index (points, i)));
  if (points->len > MAX_POINTS)
    append_more_row (self, list, points->len - MAX_POINTS);
  if (points->len == 0)
    gtk_list_box_append (GTK_LIST_BOX (list), sp_prose_row_new (NULL, nothing));
  gtk_box_append (GTK_BOX (box), sp_heading_new (title));
  gtk_box_append (GTK_BOX (box), list);
  sp_flow_append (self->sections, box);
}

static void
refresh_cb (SpOverviewPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  g_autoptr (SpOverviewState) state = NULL;

  sp_flow_clear (self->sections);
  if (analysis == NULL)
    return;
  state = sp_overview_state_new (analysis);
  show_grade (self, state);
  show_scores (self, state);
  add_section (self, _("What It Says"), state->key_points, _("No key points were found"));
  add_section (self, _("Watch Out"), state->watch_out, _("Nothing was found that stands out"));
  add_section (self, _("Good Promises"), state->promises, _("None were found"));
  add_section (self, _("Not Said"), state->not_said, _("All questions are touched on"));
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
sp_overview_page_dispose (GObject *object)
{
  SpOverviewPage *self = SP_OVERVIEW_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_overview_page_parent_class)->dispose (object);
}

static void
sp_overview_page_class_init (SpOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_overview_page_dispose;
  g_type_ensure (SP_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, badge);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, grade);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, meta);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, limits);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, scores);
  gtk_widget_class_bind_template_child (widget_class, SpOverviewPage, sections);
}

static void
sp_overview_page_init (SpOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_overview_page_set_session:
 *
 * Makes the page follow @session. Called once.
 */
void
sp_overview_page_set_session (SpOverviewPage *self, SpSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
}
