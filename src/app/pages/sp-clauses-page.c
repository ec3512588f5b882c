/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-clauses-page.h"

#include <glib/gi18n.h>

#include "sp-clauses-state.h"
#include "sp-flow.h"
#include "sp-reading-view.h"
#include "sp-rows.h"

struct _SpClausesPage
{
  AdwBin parent_instance;

  AdwFlap *flap;
  SpReadingView *reader;
  SpFlow *chips;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *match_count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkToggleButton *show_details;
  GtkBox *details;

  SpSession *session; /* (owned) (nullable) */
  SpClauseFilter filter;
  guint n_matches;
};

G_DEFINE_FINAL_TYPE (SpClausesPage, sp_clauses_page, ADW_TYPE_BIN)

/* Details of the selected clause. */

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
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
tag_row_new (const SpTagLine *line)
{
  GtkWidget *row = sp_prose_row_new (line->title, line->confidence);

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

static void
add_tags (SpClausesPage *self, const SpClauseDetails *details)
{
  GtkWidget *list;

  gtk_box_append (self->details, heading_new (_("Speaks Of")));
  if (details->tags->len == 0)
    {
      gtk_box_append (self->details, plain_new (_("No tag")));
      return;
    }
  list = sp_boxed_list_new (_("Tags"));
  for (guint i = 0; i < details->tags->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), tag_row_new (g_ptr_array_index (details->tags, i)));
  gtk_box_append (self->details, list);
}

static void
add_findings (SpClausesPage *self, const SpClauseDetails *details)
{
  GtkWidget *list;

  if (details->findings->len == 0)
    return;
  list = sp_boxed_list_new (_("Findings"));
  gtk_box_append (self->details, heading_new (_("Found Here")));
  for (guint i = 0; i < details->findings->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), finding_row_new (g_ptr_array_index (details->findings, i)));
  gtk_box_append (self->details, list);
}

static void
show_clause (SpClausesPage *self, guint segment)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  g_autoptr (SpClauseDetails) details = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->details))) != NULL)
    gtk_box_remove (self->details, child);
  if (analysis == NULL || segment == SP_SESSION_NO_SEGMENT)
    {
      gtk_box_append (self->details, plain_new (_("Select a clause to see what it speaks of.")));
      return;
    }
  details = sp_clause_details_new (analysis, segment);
  if (details->section != NULL)
    gtk_box_append (self->details, plain_new (details->section));
  add_tags (self, details);
  add_findings (self, details);
}

static void
clause_selected_cb (SpReadingView *reader, guint segment, SpClausesPage *self)
{
  sp_session_set_segment (self->session, segment);
  show_clause (self, segment);
}

/* Filters. */

static void
show_match_count (SpClausesPage *self)
{
  guint i = sp_reading_view_move_match (self->reader, 0);
  g_autofree char *count = NULL;

  if (*gtk_editable_get_text (self->search_entry) == '\0')
    count = g_strdup ("");
  else if (self->n_matches == 0)
    count = g_strdup (_("Not found"));
  else
    /* Translators: the number of a match, and how many there are */
    count = g_strdup_printf (_("%u of %u"), i, self->n_matches);
  gtk_label_set_label (self->match_count, count);
  gtk_widget_set_sensitive (self->previous, self->n_matches > 0);
  gtk_widget_set_sensitive (self->next, self->n_matches > 0);
}

static void
find_again (SpClausesPage *self)
{
  self->n_matches = sp_reading_view_find (self->reader, gtk_editable_get_text (self->search_entry));
  show_match_count (self);
}

static void
refill_reader (SpClausesPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  g_autoptr (SpClausesState) state = sp_clauses_state_new (analysis, &self->filter);

  sp_reading_view_show (self->reader, state);
  show_clause (self, SP_SESSION_NO_SEGMENT);
  if (gtk_search_bar_get_search_mode (self->search_bar))
    find_again (self);
}

static void
chip_toggled_cb (GtkToggleButton *chip, SpClausesPage *self)
{
  guint bit = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "bit"));
  guint *bits = g_object_get_data (G_OBJECT (chip), "is-mark") != NULL ? &self->filter.marks
                                                                     : &self->filter.categories;

  if (gtk_toggle_button_get_active (chip))
    *bits |= bit;
  else
    *bits &= ~bit;
  refill_reader (self);
}

static void
everything_toggled_cb (GtkToggleButton *chip, SpClausesPage *self)
{
  self->filter.everything = gtk_toggle_button_get_active (chip);
  refill_reader (self);
}

static GtkWidget *
chip_new (const char *title, guint count)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  g_autofree char *number = g_strdup_printf ("%u", count);
  /* Translators: the name of a filter, and how many clauses it shows */
  g_autofree char *spoken = g_strdup_printf (ngettext ("%s, %u clause", "%s, %u clauses", count), title, count);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count_label = gtk_label_new (number);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_box_append (GTK_BOX (box), count_label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return chip;
}

static void
add_chip (SpClausesPage *self, const char *title, GtkWidget *image, guint bit, gboolean is_mark, guint count)
{
  GtkWidget *chip = chip_new (title, count);

  gtk_box_prepend (GTK_BOX (gtk_button_get_child (GTK_BUTTON (chip))), image);
  g_object_set_data (G_OBJECT (chip), "bit", GUINT_TO_POINTER (bit));
  g_object_set_data (G_OBJECT (chip), "is-mark", is_mark ? chip : NULL);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, 0);
  sp_flow_append (self->chips, chip);
}

static void
add_everything_chip (SpClausesPage *self, guint n_boilerplate)
{
  GtkWidget *chip = chip_new (_("Show Everything"), n_boilerplate);

  gtk_widget_set_tooltip_text (chip, _("Also navigation and other text that was left out"));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (everything_toggled_cb), self, 0);
  sp_flow_append (self->chips, chip);
}

static void
refill_chips (SpClausesPage *self, const SpClausesState *state)
{
  sp_flow_clear (self->chips);
  for (guint i = 0; i < SP_N_MARKS; i++)
    if (state->mark_counts[i] > 0)
      add_chip (self, sp_mark_get_title (i), sp_mark_image_new (i), 1u << i, TRUE, state->mark_counts[i]);
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    if (state->category_counts[i] > 0)
      add_chip (self, sp_category_get_title (i), sp_category_image_new (i), 1u << i, FALSE,
                state->category_counts[i]);
  if (state->n_boilerplate > 0)
    add_everything_chip (self, state->n_boilerplate);
}

static void
refresh_cb (SpClausesPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  g_autoptr (SpClausesState) state = NULL;

  self->filter = (SpClauseFilter) { 0 };
  if (analysis == NULL)
    return;
  state = sp_clauses_state_new (analysis, &self->filter);
  refill_chips (self, state);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  refill_reader (self);
}

static void
evidence_requested_cb (SpSession *session, guint segment, guint64 start, guint64 end, SpClausesPage *self)
{
  const SpEvidence evidence = { segment, sp_span ((gsize) start, (gsize) end) };

  if (sp_reading_view_reveal (self->reader, &evidence))
    return;
  /* A filter hides it: what was asked for goes before what was filtered. */
  refresh_cb (self);
  sp_reading_view_reveal (self->reader, &evidence);
}

/* Search. */

static void
search_changed_cb (GtkSearchEntry *entry, SpClausesPage *self)
{
  find_again (self);
}

static void
move_match (SpClausesPage *self, int step)
{
  sp_reading_view_move_match (self->reader, step);
  show_match_count (self);
}

static void
next_cb (GtkWidget *widget, SpClausesPage *self)
{
  move_match (self, 1);
}

static void
previous_cb (GtkWidget *widget, SpClausesPage *self)
{
  move_match (self, -1);
}

static void
stop_search_cb (GtkSearchEntry *entry, SpClausesPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
search_mode_changed_cb (SpClausesPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (self->search_entry, "");
}

static void
sp_clauses_page_dispose (GObject *object)
{
  SpClausesPage *self = SP_CLAUSES_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_clauses_page_parent_class)->dispose (object);
}

static void
sp_clauses_page_class_init (SpClausesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_clauses_page_dispose;
  g_type_ensure (SP_TYPE_FLOW);
  g_type_ensure (SP_TYPE_READING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-clauses-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, flap);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, reader);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, match_count);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, previous);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, next);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, show_details);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, details);
  gtk_widget_class_bind_template_callback (widget_class, clause_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
sp_clauses_page_init (SpClausesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sp_clauses_page_set_session:
 *
 * Makes the page follow @session. Called once.
 */
void
sp_clauses_page_set_session (SpClausesPage *self, SpSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "evidence-requested", G_CALLBACK (evidence_requested_cb), self, 0);
  refresh_cb (self);
}

/**
 * sp_clauses_page_search:
 *
 * Opens the search bar and puts the caret there.
 */
void
sp_clauses_page_search (SpClausesPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
