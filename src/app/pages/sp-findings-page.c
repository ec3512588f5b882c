/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-findings-page.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-facing-cards.h"
#include "sp-findings-state.h"
#include "sp-gradual.h"
#include "sp-rows.h"

struct _SpFindingsPage
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkStack *stack;
  GtkBox *groups;

  SpSession *session;   /* (owned) (nullable) */
  SpDocument *document; /* (owned) (nullable): that the rows are of */
  GPtrArray *state;     /* (owned) (nullable) (element-type SpFindingGroup) */
  GPtrArray *rows;      /* (owned) (element-type AdwExpanderRow): from top to bottom */
  gboolean is_stale;    /* to be filled when it is seen */

  struct
  {
    GPtrArray *facings;   /* (owned) (nullable) (element-type SpFacing): not yet on the page */
    guint group, row;     /* that come next */
    GtkListBox *list;     /* of that group */
  } filling;
};

G_DEFINE_FINAL_TYPE (SpFindingsPage, sp_findings_page, ADW_TYPE_BIN)

static SpFindingsPage *
get_page (GtkWidget *widget)
{
  return SP_FINDINGS_PAGE (gtk_widget_get_ancestor (widget, SP_TYPE_FINDINGS_PAGE));
}

/* The next row takes the place of the one that goes, and the focus with it. */
static void
focus_row (SpFindingsPage *self, guint position)
{
  if (self->rows->len > 0)
    sp_row_focus (g_ptr_array_index (self->rows, MIN (position, self->rows->len - 1)));
}

static guint
find_row (SpFindingsPage *self, GtkWidget *button)
{
  guint position = 0;

  g_ptr_array_find (self->rows, gtk_widget_get_ancestor (button, ADW_TYPE_EXPANDER_ROW), &position);
  return position;
}

static void
dismiss_cb (GtkWidget *button, const SpFindingRow *finding)
{
  SpFindingsPage *self = get_page (button);
  guint position = find_row (self, button);
  g_autofree char *title = g_strdup (finding->title);

  adw_expander_row_set_expanded (g_ptr_array_index (self->rows, position), FALSE);
  sp_session_dismiss_finding (self->session, finding->id, title);
  focus_row (self, position);
}

static void
restore_cb (GtkWidget *button, const SpFindingRow *finding)
{
  SpFindingsPage *self = get_page (button);
  guint position = find_row (self, button);

  sp_session_restore_finding (self->session, finding->id);
  focus_row (self, position);
}

/* The last row of a finding: what it rests on, and the way to object to it. */
static GtkWidget *
rule_row_new (SpFindingsPage *self, const SpFindingRow *finding)
{
  SpReview *review = sp_session_get_review (self->session);
  gboolean is_dismissed = review != NULL && sp_review_is_dismissed (review, finding->id);
  GtkWidget *row = sp_prose_row_new (NULL, finding->rule);
  const char *label = is_dismissed ? _("Restore") : _("Dismiss");
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", label, "valign", GTK_ALIGN_CENTER,
                                    "tooltip-text",
                                    is_dismissed ? _("Count this finding again")
                                                 : _("Leave this finding out, because it is wrong"),
                                    NULL);
  /* Translators: “Dismiss” or “Restore”, and the title of a finding */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), label, finding->title);

  sp_accessible_set_name (button, spoken);
  g_signal_connect (button, "clicked", G_CALLBACK (is_dismissed ? restore_cb : dismiss_cb), (gpointer) finding);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_row_cb (AdwExpanderRow *row, gpointer user_data)
{
  const SpFindingRow *finding = user_data;

  sp_expander_row_add_quotes (row, finding->quotes);
  if (finding->why != NULL)
    adw_expander_row_add_row (
      row, finding->is_finding ? sp_prose_row_new (_("Why it matters"), finding->why)
                               : sp_prose_row_new (NULL, finding->why));
  if (finding->near_miss->len > 0)
    {
      adw_expander_row_add_row (row, sp_prose_row_new (_("What came nearest"), finding->near_miss_reason));
      sp_expander_row_add_quotes (row, finding->near_miss);
    }
  if (finding->advice != NULL)
    adw_expander_row_add_row (row, sp_prose_row_new (_("What you can do"), finding->advice));
  adw_expander_row_add_row (row, finding->is_finding
                                   ? rule_row_new (get_page (GTK_WIDGET (row)), finding)
                                   : sp_prose_row_new (NULL, finding->rule));
}

static GtkWidget *
finding_new (SpFindingsPage *self, SpFindingRow *finding)
{
  const char *mark = sp_mark_get_title (finding->mark);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", mark, finding->title);
  GtkWidget *row = sp_unfolding_row_new (finding->title, finding->explanation, spoken,
                                         sp_mark_image_new (finding->mark), fill_row_cb, finding);

  g_object_set_data (G_OBJECT (row), "sp-id", (gpointer) finding->id);
  g_ptr_array_add (self->rows, row);
  return row;
}

static GtkWidget *
section_new (const char *title, guint n)
{
  /* Translators: a heading, and how many rows stand below it */
  g_autofree char *heading = g_strdup_printf (_("%s (%u)"), title, n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), sp_heading_new (heading));
  return box;
}

static void
begin_group (SpFindingsPage *self, const SpFindingGroup *group)
{
  GtkWidget *box = section_new (group->title, group->rows->len);
  GtkWidget *list = sp_boxed_list_new (group->title);

  if (group->is_dismissed)
    gtk_widget_add_css_class (list, "dismissed");
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->groups, box);
  self->filling.list = GTK_LIST_BOX (list);
}

/* Once. */
static void
add_facings (SpFindingsPage *self)
{
  g_autoptr (GPtrArray) facings = g_steal_pointer (&self->filling.facings);
  GtkWidget *box;

  if (facings == NULL || facings->len == 0)
    return;
  box = section_new (_("Hard to Reconcile"), facings->len);
  gtk_box_set_spacing (GTK_BOX (box), 18);
  for (guint i = 0; i < facings->len; i++)
    gtk_box_append (GTK_BOX (box), sp_facing_cards_new (g_ptr_array_index (facings, i)));
  gtk_box_append (self->groups, box);
}

/* What warns, then what does not fit together, then the rest. */
static gboolean
add_next_cb (GtkWidget *page)
{
  SpFindingsPage *self = SP_FINDINGS_PAGE (page);
  const SpFindingGroup *group;

  if (self->filling.group == self->state->len)
    {
      add_facings (self);
      return FALSE;
    }
  group = g_ptr_array_index (self->state, self->filling.group);
  if (self->filling.row == 0)
    {
      if (group->is_dismissed || group->mark >= SP_MARK_NOT_SAID)
        add_facings (self);
      begin_group (self, group);
    }
  gtk_list_box_append (self->filling.list,
                       finding_new (self, g_ptr_array_index (group->rows, self->filling.row++)));
  if (self->filling.row == group->rows->len)
    {
      self->filling.group++;
      self->filling.row = 0;
    }
  return TRUE;
}

static GHashTable *
list_unfolded (SpFindingsPage *self)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwExpanderRow *row = g_ptr_array_index (self->rows, i);

      if (adw_expander_row_get_expanded (row))
        g_hash_table_add (ids, g_object_get_data (G_OBJECT (row), "sp-id"));
    }
  return ids;
}

static void
unfold (SpFindingsPage *self, GHashTable *ids)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwExpanderRow *row = g_ptr_array_index (self->rows, i);

      if (g_hash_table_contains (ids, g_object_get_data (G_OBJECT (row), "sp-id")))
        adw_expander_row_set_expanded (row, TRUE);
    }
}

static void
clear (SpFindingsPage *self)
{
  GtkWidget *child;

  sp_gradual_stop (GTK_WIDGET (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->filling.facings, g_ptr_array_unref);
  g_clear_pointer (&self->state, g_ptr_array_unref);
}

/* What a reader has open before his eyes is filled at one go, lest it jumps. */
static void
fill (SpFindingsPage *self, SpAnalysis *analysis, gboolean at_once)
{
  gboolean any;

  self->state = sp_findings_state_list_groups (analysis);
  self->filling.facings = sp_facings_new (analysis);
  self->filling.group = self->filling.row = 0;
  any = self->state->len + self->filling.facings->len > 0;
  gtk_stack_set_visible_child_name (self->stack, any ? "findings" : "nothing");
  if (!at_once)
    sp_gradual_fill (GTK_WIDGET (self), add_next_cb);
  else
    while (add_next_cb (GTK_WIDGET (self)))
      ;
}

/* Of the same document all stays where it is: only the reader's view of it changed. */
static void
refresh_cb (SpFindingsPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  SpDocument *document = analysis != NULL ? sp_analysis_get_document (analysis) : NULL;
  gboolean is_same = document == self->document;
  g_autoptr (GHashTable) unfolded = NULL;

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  unfolded = list_unfolded (self);
  clear (self);
  g_set_object (&self->document, document);
  if (analysis == NULL)
    return;
  fill (self, analysis, is_same);
  if (is_same)
    unfold (self, unfolded);
  else
    gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
sp_findings_page_map (GtkWidget *widget)
{
  SpFindingsPage *self = SP_FINDINGS_PAGE (widget);

  GTK_WIDGET_CLASS (sp_findings_page_parent_class)->map (widget);
  if (self->is_stale)
    refresh_cb (self);
}

static void
sp_findings_page_dispose (GObject *object)
{
  SpFindingsPage *self = SP_FINDINGS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (sp_findings_page_parent_class)->dispose (object);
}

static void
sp_findings_page_finalize (GObject *object)
{
  SpFindingsPage *self = SP_FINDINGS_PAGE (object);

  g_clear_pointer (&self->filling.facings, g_ptr_array_unref);
  g_clear_pointer (&self->state, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (sp_findings_page_parent_class)->finalize (object);
}

static void
sp_findings_page_class_init (SpFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_findings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_findings_page_finalize;
  widget_class->map = sp_findings_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpFindingsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpFindingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpFindingsPage, groups);
}

static void
sp_findings_page_init (SpFindingsPage *self)
{
  self->rows = g_ptr_array_new ();
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
