/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-clause-pane.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-rows.h"

struct _SpClausePane
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (SpClausePane, sp_clause_pane, ADW_TYPE_BIN)

static GtkWidget *
heading_new (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
plain_new (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
tag_row_new (const SpTagLine *line)
{
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *row;

  if (line->reasons != NULL)
    /* Translators: how sure a tag is; words in quotation marks */
    text = g_strdup_printf (_("%s, because of %s"), line->confidence, line->reasons);
  sentence = sp_words_dup_capitalized (text != NULL ? text : line->confidence);
  row = sp_prose_row_new (line->title, sentence);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sp_category_image_new (line->category));
  return row;
}

static GtkWidget *
finding_row_new (const SpPoint *point)
{
  GtkWidget *row = sp_prose_row_new (point->title, point->detail != NULL ? point->detail : "");

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sp_mark_image_new (point->mark));
  return row;
}

/* Leads to its words in the clause. */
static GtkWidget *
statement_row_new (const SpPoint *point)
{
  GtkWidget *row = sp_prose_row_new (NULL, point->title);
  const SpEvidence *evidence = &g_array_index (point->evidence, SpEvidence, 0);

  gtk_widget_set_tooltip_text (row, _("Show in the policy"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.reveal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(utt)", (guint32) evidence->segment,
                                    (guint64) evidence->span.start, (guint64) evidence->span.end);
  return row;
}

static void
add_tags (SpClausePane *self, const SpClauseDetails *details)
{
  GtkWidget *list;

  gtk_box_append (self->box, heading_new (_("Speaks Of")));
  if (details->tags->len == 0)
    gtk_box_append (self->box, plain_new (details->can_be_corrected
                                            ? _("No tag")
                                            : _("Headings have no tags, nor has what stands around the policy, as menus.")));
  else
    {
      list = sp_boxed_list_new (_("Tags"));
      for (guint i = 0; i < details->tags->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (list), tag_row_new (g_ptr_array_index (details->tags, i)));
      gtk_box_append (self->box, list);
    }
  if (details->can_be_corrected)
    gtk_box_append (self->box, g_object_new (GTK_TYPE_BUTTON, "label", _("Correct Tags…"), "action-name",
                                             "win.correct-tags", "halign", GTK_ALIGN_START, NULL));
}

static void
add_points (SpClausePane *self, const char *heading, const char *name, const GPtrArray *points,
            GtkWidget *(*row_new) (const SpPoint *point))
{
  GtkWidget *list;

  if (points->len == 0)
    return;
  list = sp_boxed_list_new (name);
  gtk_box_append (self->box, heading_new (heading));
  for (guint i = 0; i < points->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (g_ptr_array_index (points, i)));
  gtk_box_append (self->box, list);
}

static void
sp_clause_pane_class_init (SpClausePaneClass *klass)
{
}

static void
sp_clause_pane_init (SpClausePane *self)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "details-box");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  sp_accessible_set_name (scroller, _("Details of the clause"));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * sp_clause_pane_show:
 * @details: (nullable): %NULL when no clause is selected
 *
 * Shows another clause.
 */
void
sp_clause_pane_show (SpClausePane *self, const SpClauseDetails *details)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if (details == NULL)
    {
      gtk_box_append (self->box, plain_new (_("Select a clause to see what it speaks of.")));
      return;
    }
  if (details->section != NULL)
    gtk_box_append (self->box, plain_new (details->section));
  add_tags (self, details);
  add_points (self, _("Who Does What"), _("Statements"), details->statements, statement_row_new);
  add_points (self, _("Found Here"), _("Findings"), details->findings, finding_row_new);
}
