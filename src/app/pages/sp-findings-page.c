/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-findings-page.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-facing-cards.h"
#include "sp-findings-state.h"
#include "sp-gradual.h"
#include "sp-row-list.h"
#include "sp-rows.h"
#include "sp-shown.h"

struct _SpFindingsPage
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkStack *stack;
  GtkBox *groups;
  AdwStatusPage *nothing;

  SpSession *session;   /* (owned) */
  SpDocument *document; /* (owned) (nullable): that the rows are of */
  GPtrArray *state;     /* (owned) (nullable) (element-type SpFindingGroup): what the page is to show */
  GPtrArray *sections;  /* (owned) (element-type Section): what it shows, from top to bottom */
  GtkWidget *facings;   /* (nullable): what is hard to reconcile, between two of them */
  gboolean is_stale;    /* to be filled when it is seen */

  struct
  {
    guint group, row;   /* that come next */
    GtkWidget *last;    /* (nullable): what stands above that */
  } filling;
};

/* A group on the page. */
typedef struct
{
  const char *title; /* (static) */
  GtkWidget *box;
  GtkLabel *heading;
  GtkListBox *list;
} Section;

G_DEFINE_FINAL_TYPE (SpFindingsPage, sp_findings_page, ADW_TYPE_BIN)

static SpFindingsPage *
get_page (GtkWidget *widget)
{
  return SP_FINDINGS_PAGE (gtk_widget_get_ancestor (widget, SP_TYPE_FINDINGS_PAGE));
}

static void
dismiss_cb (GtkWidget *button, SpFindingRow *finding)
{
  g_autofree char *title = g_strdup (finding->title);

  sp_session_dismiss_finding (get_page (button)->session, finding->id, title);
}

static void
restore_cb (GtkWidget *button, SpFindingRow *finding)
{
  sp_session_restore_finding (get_page (button)->session, finding->id);
}

/* The last row of a finding: what it rests on, and the way to object to it. */
static GtkWidget *
rule_row_new (SpFindingsPage *self, SpFindingRow *finding)
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
  g_signal_connect (button, "clicked", G_CALLBACK (is_dismissed ? restore_cb : dismiss_cb), finding);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_row_cb (AdwExpanderRow *row, gpointer user_data)
{
  SpFindingRow *finding = user_data;

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
finding_new (SpFindingRow *finding)
{
  const char *mark = sp_mark_get_title (finding->mark);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", mark, finding->title);
  GtkWidget *row = sp_unfolding_row_new (finding->title, finding->explanation, spoken,
                                         sp_mark_image_new (finding->mark), fill_row_cb, finding);

  g_object_set_data_full (G_OBJECT (row), "sp-finding", sp_finding_row_ref (finding),
                          (GDestroyNotify) sp_finding_row_unref);
  return row;
}

static char *
dup_heading (const char *title, guint n)
{
  /* Translators: a heading, and how many rows stand below it */
  return g_strdup_printf (_("%s (%u)"), title, n);
}

/* Below what was placed last. */
static void
place (SpFindingsPage *self, GtkWidget *box)
{
  if (gtk_widget_get_parent (box) == NULL)
    gtk_box_insert_child_after (self->groups, box, self->filling.last);
  self->filling.last = box;
}

static Section *
section_new (const SpFindingGroup *group)
{
  Section *self = g_new0 (Section, 1);
  GtkWidget *list = sp_boxed_list_new (group->title);

  self->title = group->title;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->heading = GTK_LABEL (sp_heading_new (""));
  self->list = GTK_LIST_BOX (list);
  if (group->is_dismissed)
    gtk_widget_add_css_class (list, "dismissed");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self->box), list);
  return self;
}

static void
remove_section (SpFindingsPage *self, guint position)
{
  Section *section = g_ptr_array_index (self->sections, position);

  gtk_box_remove (self->groups, section->box);
  g_ptr_array_remove_index (self->sections, position);
}

/* Brings the section of @group to its place; those that stood before it are of groups that are gone. */
static void
begin_group (SpFindingsPage *self, const SpFindingGroup *group)
{
  g_autofree char *heading = dup_heading (group->title, group->rows->len);
  guint position = self->filling.group, found = position;
  Section *section;

  while (found < self->sections->len
         && !g_str_equal (((Section *) g_ptr_array_index (self->sections, found))->title, group->title))
    found++;
  if (found == self->sections->len)
    g_ptr_array_insert (self->sections, (int) position, section_new (group));
  else
    for (; found > position; found--)
      remove_section (self, position);
  section = g_ptr_array_index (self->sections, position);
  gtk_label_set_label (section->heading, heading);
  place (self, section->box);
}

/* Once for a text: no review changes them. */
static void
place_facings (SpFindingsPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  g_autoptr (GPtrArray) facings = NULL;
  g_autofree char *heading = NULL;

  if (self->facings == NULL)
    {
      facings = sp_facings_new (analysis);
      heading = dup_heading (_("Hard to Reconcile"), facings->len);
      self->facings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
      gtk_widget_set_visible (self->facings, facings->len > 0);
      gtk_box_append (GTK_BOX (self->facings), sp_heading_new (heading));
      for (guint i = 0; i < facings->len; i++)
        gtk_box_append (GTK_BOX (self->facings), sp_facing_cards_new (g_ptr_array_index (facings, i)));
    }
  if (self->filling.last != self->facings)
    place (self, self->facings);
}

static void
place_row (GtkListBox *list, guint position, SpFindingRow *finding)
{
  if (!sp_row_list_keep (list, position, finding->key))
    sp_row_list_insert (list, position, finding->key, finding_new (finding));
}

/* What warns, then what does not fit together, then the rest. */
static gboolean
place_next_cb (GtkWidget *page)
{
  SpFindingsPage *self = SP_FINDINGS_PAGE (page);
  const SpFindingGroup *group;
  Section *section;

  if (self->filling.group == self->state->len)
    {
      while (self->sections->len > self->state->len)
        remove_section (self, self->state->len);
      if (self->facings == NULL)
        place_facings (self);
      return FALSE;
    }
  group = g_ptr_array_index (self->state, self->filling.group);
  if (self->filling.row == 0)
    {
      if (group->is_dismissed || group->mark >= SP_MARK_NOT_SAID)
        place_facings (self);
      begin_group (self, group);
    }
  section = g_ptr_array_index (self->sections, self->filling.group);
  place_row (section->list, self->filling.row, g_ptr_array_index (group->rows, self->filling.row));
  self->filling.row++;
  if (self->filling.row == group->rows->len)
    {
      sp_row_list_cut (section->list, group->rows->len);
      self->filling.group++;
      self->filling.row = 0;
    }
  return TRUE;
}

/* All rows from top to bottom. */
static GPtrArray *
list_rows (SpFindingsPage *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);
      GtkListBoxRow *row;

      for (int j = 0; (row = gtk_list_box_get_row_at_index (section->list, j)) != NULL; j++)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Which row has the focus, or something in it; -1 if none. */
static int
find_focus (SpFindingsPage *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (guint i = 0; focus != NULL && i < rows->len; i++)
    if (gtk_widget_is_ancestor (focus, g_ptr_array_index (rows, i)))
      return (int) i;
  return -1;
}

/* The next row takes the place of one that goes, and the focus with it. */
static void
keep_focus (SpFindingsPage *self, int position)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  if (position >= 0 && rows->len > 0 && find_focus (self) < 0)
    sp_row_focus (g_ptr_array_index (rows, MIN ((guint) position, rows->len - 1)));
}

static void
clear (SpFindingsPage *self)
{
  while (self->sections->len > 0)
    remove_section (self, self->sections->len - 1);
  if (self->facings != NULL)
    gtk_box_remove (self->groups, self->facings);
  self->facings = NULL;
  g_clear_pointer (&self->state, g_ptr_array_unref);
}

static void
begin_filling (SpFindingsPage *self, SpAnalysis *analysis)
{
  g_autoptr (GPtrArray) facings = sp_facings_new (analysis);

  g_clear_pointer (&self->state, g_ptr_array_unref);
  self->state = sp_findings_state_list_groups (analysis);
  self->filling.group = self->filling.row = 0;
  self->filling.last = NULL;
  adw_status_page_set_description (
    self->nothing, sp_shown_explain_nothing (analysis, _("No rule recognised anything in this text. That says nothing about "
                                                         "what the policy allows: read it under Clauses.")));
  gtk_stack_set_visible_child_name (self->stack, self->state->len + facings->len > 0 ? "findings" : "nothing");
}

/* Of the same document only what changed is changed: the reader's view of it is another one, and what is
 * open before his eyes must not jump. */
static void
update (SpFindingsPage *self, SpAnalysis *analysis)
{
  int position = find_focus (self);

  begin_filling (self, analysis);
  while (place_next_cb (GTK_WIDGET (self)))
    ;
  keep_focus (self, position);
}

static void
refill (SpFindingsPage *self, SpAnalysis *analysis)
{
  clear (self);
  g_clear_object (&self->document);
  if (analysis == NULL)
    return;
  self->document = g_object_ref (sp_analysis_get_document (analysis));
  begin_filling (self, analysis);
  sp_gradual_fill (GTK_WIDGET (self), place_next_cb);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
refresh_cb (SpFindingsPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  sp_gradual_stop (GTK_WIDGET (self));
  if (analysis != NULL && sp_analysis_get_document (analysis) == self->document)
    update (self, analysis);
  else
    refill (self, analysis);
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

  g_clear_pointer (&self->state, g_ptr_array_unref);
  g_ptr_array_unref (self->sections);
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
  gtk_widget_class_bind_template_child (widget_class, SpFindingsPage, nothing);
}

static void
sp_findings_page_init (SpFindingsPage *self)
{
  self->sections = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_findings_page_new:
 *
 * Returns: (transfer floating): a page that follows @session
 */
GtkWidget *
sp_findings_page_new (SpSession *session)
{
  SpFindingsPage *self = g_object_new (SP_TYPE_FINDINGS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
  return GTK_WIDGET (self);
}
