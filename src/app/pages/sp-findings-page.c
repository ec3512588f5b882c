/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-findings-page.h"

#include <glib/gi18n.h>

#include "sp-findings-state.h"
#include "sp-rows.h"

struct _SpFindingsPage
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkStack *stack;
  GtkBox *groups;

  SpSession *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SpFindingsPage, sp_findings_page, ADW_TYPE_BIN)

static void
fill_row (AdwExpanderRow *row, const SpFindingRow *finding)
{
  for (guint i = 0; i < finding->quotes->len; i++)
    {
      const SpQuote *quote = g_ptr_array_index (finding->quotes, i);

      adw_expander_row_add_row (row, sp_quote_row_new (quote->text, &quote->evidence));
    }
  if (finding->why != NULL)
    adw_expander_row_add_row (
      row, finding->quotes->len > 0 ? sp_prose_row_new (_("Why it matters"), finding->why)
                                    : sp_prose_row_new (NULL, finding->why));
  if (finding->advice != NULL)
    adw_expander_row_add_row (row, sp_prose_row_new (_("What you can do"), finding->advice));
  adw_expander_row_add_row (row, sp_prose_row_new (NULL, finding->rule));
}

static GtkWidget *
finding_new (SpMark mark, const SpFindingRow *finding)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", finding->title,
                                 "subtitle", finding->explanation != NULL ? finding->explanation : "", NULL);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", sp_mark_get_title (mark), finding->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), sp_mark_image_new (mark));
  fill_row (ADW_EXPANDER_ROW (row), finding);
  return row;
}

static GtkWidget *
group_new (const SpFindingGroup *group)
{
  const char *title = sp_mark_get_title (group->mark);
  /* Translators: a heading, and how many rows stand below it */
  g_autofree char *heading = g_strdup_printf (_("%s (%u)"), title, group->rows->len);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = sp_boxed_list_new (title);

  for (guint i = 0; i < group->rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         finding_new (group->mark, g_ptr_array_index (group->rows, i)));
  gtk_box_append (GTK_BOX (box), sp_heading_new (heading));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

static void
refresh_cb (SpFindingsPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  g_autoptr (GPtrArray) groups = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  if (analysis == NULL)
    return;
  groups = sp_findings_state_list_groups (analysis);
  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (self->groups, group_new (g_ptr_array_index (groups, i)));
  gtk_stack_set_visible_child_name (self->stack, groups->len > 0 ? "findings" : "nothing");
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
sp_findings_page_dispose (GObject *object)
{
  SpFindingsPage *self = SP_FINDINGS_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_findings_page_parent_class)->dispose (object);
}

static void
sp_findings_page_class_init (SpFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_findings_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpFindingsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpFindingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpFindingsPage, groups);
}

static void
sp_findings_page_init (SpFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_findings_page_set_session:
 *
 * Makes the page follow @session. Called once.
 */
void
sp_findings_page_set_session (SpFindingsPage *self, SpSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
}
