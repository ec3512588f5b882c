/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-clauses-page.h"

#include <glib/gi18n.h>

#include "sp-announce.h"
#include "sp-clause-pane.h"
#include "sp-filter-bar.h"
#include "sp-gradual.h"
#include "sp-outline-view.h"
#include "sp-pane-view.h"
#include "sp-reading-view.h"

struct _SpClausesPage
{
  AdwBin parent_instance;

  SpPaneView *outline_pane;
  SpOutlineView *outline;
  SpReadingView *reader;
  SpFilterBar *filters;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *match_count;
  GtkWidget *previous;
  GtkWidget *next;
  SpClausePane *details;

  SpSession *session; /* (owned) */
  gboolean is_stale;  /* another analysis came while nobody looked */
  SpDocument *document; /* (owned) (nullable): whose text is shown */
  guint n_matches;
};

G_DEFINE_FINAL_TYPE (SpClausesPage, sp_clauses_page, ADW_TYPE_BIN)

static void
mark_reasons (SpClausesPage *self, const SpClauseDetails *details)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (SpEvidence));

  for (guint i = 0; details != NULL && i < details->tags->len; i++)
    {
      const SpTagLine *line = g_ptr_array_index (details->tags, i);

      g_array_append_vals (reasons, line->evidence->data, line->evidence->len);
    }
  sp_reading_view_mark_reasons (self->reader, reasons);
}

static void
show_clause (SpClausesPage *self, guint segment)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  g_autoptr (SpClauseDetails) details = NULL;

  if (analysis != NULL && segment != SP_SESSION_NO_SEGMENT)
    {
      details = sp_clause_details_new (analysis, segment);
      sp_outline_view_select (self->outline, segment);
    }
  sp_clause_pane_show (self->details, details);
  mark_reasons (self, details);
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
  sp_announce (GTK_WIDGET (self->search_entry), count);
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
  SpClauseFilter filter = sp_filter_bar_get_filter (self->filters);
  g_autoptr (SpClausesState) state = sp_clauses_state_new (analysis, &filter);

  sp_reading_view_show (self->reader, state);
  show_clause (self, SP_SESSION_NO_SEGMENT);
  if (gtk_search_bar_get_search_mode (self->search_bar))
    find_again (self);
}

static void
filter_changed_cb (SpFilterBar *filters, SpClausesPage *self)
{
  refill_reader (self);
}

static void
fill_text (SpClausesPage *self, SpAnalysis *analysis)
{
  const SpClauseFilter everybody = { 0 };
  g_autoptr (SpClausesState) state = sp_clauses_state_new (analysis, &everybody);

  sp_filter_bar_set_counts (self->filters, state);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  sp_reading_view_show (self->reader, state);
  g_set_object (&self->document, sp_analysis_get_document (analysis));
  show_clause (self, SP_SESSION_NO_SEGMENT);
}

/* The text, and the outline beside it. */
static gboolean
fill_next_cb (GtkWidget *page)
{
  SpClausesPage *self = SP_CLAUSES_PAGE (page);
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  gboolean has_text = self->document == sp_analysis_get_document (analysis);

  if (has_text)
    sp_outline_view_set_sections (self->outline, sp_outline_new (analysis));
  else
    fill_text (self, analysis);
  return !has_text;
}

static void
refill (SpClausesPage *self)
{
  sp_gradual_stop (GTK_WIDGET (self));
  self->is_stale = FALSE;
  if (sp_session_get_analysis (self->session) == NULL)
    return;
  g_clear_object (&self->document);
  sp_gradual_fill (GTK_WIDGET (self), fill_next_cb);
}

/* The same text with other tags: nobody loses the place. */
static gboolean
update_in_place (SpClausesPage *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  SpClauseFilter filter = sp_filter_bar_get_filter (self->filters);
  g_autoptr (SpClausesState) state = NULL;

  if (self->is_stale || analysis == NULL || sp_analysis_get_document (analysis) != self->document)
    return FALSE;
  state = sp_clauses_state_new (analysis, &filter);
  if (!sp_reading_view_update (self->reader, state))
    return FALSE;
  sp_outline_view_set_sections (self->outline, sp_outline_new (analysis));
  show_clause (self, sp_session_get_segment (self->session));
  return TRUE;
}

/* A long text takes a while to set: that is done when somebody looks. */
static void
refresh_cb (SpClausesPage *self)
{
  if (update_in_place (self))
    return;
  sp_gradual_stop (GTK_WIDGET (self));
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refill (self);
}

static void
refill_if_stale (SpClausesPage *self)
{
  if (self->is_stale)
    refill (self);
}

static void
evidence_requested_cb (SpSession *session, guint segment, guint64 start, guint64 end, SpClausesPage *self)
{
  const SpEvidence evidence = { segment, sp_span ((gsize) start, (gsize) end) };

  refill_if_stale (self);
  if (sp_reading_view_reveal (self->reader, &evidence))
    return;
  /* A filter hides it: what was asked for goes before what was filtered. */
  refill (self);
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
  /* One goes on to read where the match was. */
  gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD);
}

static void
section_activated_cb (SpOutlineView *outline, guint segment, SpClausesPage *self)
{
  if (sp_pane_view_get_collapsed (self->outline_pane))
    sp_pane_view_set_show_pane (self->outline_pane, FALSE);
  evidence_requested_cb (self->session, segment, 0, 0, self);
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

  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_clauses_page_parent_class)->dispose (object);
}

static void
sp_clauses_page_class_init (SpClausesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_clauses_page_dispose;
  g_type_ensure (SP_TYPE_CLAUSE_PANE);
  g_type_ensure (SP_TYPE_FILTER_BAR);
  g_type_ensure (SP_TYPE_OUTLINE_VIEW);
  g_type_ensure (SP_TYPE_PANE_VIEW);
  g_type_ensure (SP_TYPE_READING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-clauses-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, outline_pane);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, outline);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, reader);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, match_count);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, previous);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, next);
  gtk_widget_class_bind_template_child (widget_class, SpClausesPage, details);
  gtk_widget_class_bind_template_callback (widget_class, clause_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refill_if_stale);
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

static void
zoom_changed_cb (SpPreferences *preferences, GParamSpec *pspec, SpClausesPage *self)
{
  int percent;

  g_object_get (preferences, "text-zoom", &percent, NULL);
  sp_reading_view_set_zoom (self->reader, percent);
}

/**
 * sp_clauses_page_new:
 *
 * Returns: (transfer floating): a page that follows @session
 */
GtkWidget *
sp_clauses_page_new (SpSession *session)
{
  SpClausesPage *self = g_object_new (SP_TYPE_CLAUSES_PAGE, NULL);
  SpPreferences *preferences = sp_session_get_preferences (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "evidence-requested", G_CALLBACK (evidence_requested_cb), self, 0);
  g_signal_connect_object (preferences, "notify::text-zoom", G_CALLBACK (zoom_changed_cb), self, 0);
  zoom_changed_cb (preferences, NULL, self);
  refresh_cb (self);
  return GTK_WIDGET (self);
}

/**
 * sp_clauses_page_search:
 *
 * Opens the search bar and puts the caret there.
 */
void
sp_clauses_page_search (SpClausesPage *self)
{
  refill_if_stale (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
