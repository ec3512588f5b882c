/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-reading-view.h"

#include <glib/gi18n.h>

#include "sp-clause-gutter.h"
#include "sp-find.h"
#include "sp-placed-clauses.h"
#include "sp-reading-tags.h"
#include "sp-zoom.h"

#define NO_SEGMENT G_MAXUINT
#define LINE_WIDTH 680 /* about 70 characters at the usual size */
#define CARET_ALIGN 0.3
#define TRY_MS 20
#define MAX_TRIES 50

struct _SpReadingView
{
  AdwBin parent_instance;

  AdwClampScrollable *clamp;
  GtkTextView *view;
  SpClauseGutter *gutter;
  GtkTextBuffer *buffer;

  SpReadingTags tags; /* (unowned): belong to the buffer */

  GArray *placed;  /* (owned) (element-type SpPlacedClause) */
  GArray *matches; /* (owned) (element-type SpMatch) */
  guint match;
  guint segment; /* the one with the caret */

  guint scroll_id;
  int n_tries;
};

enum
{
  CLAUSE_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SpReadingView, sp_reading_view, ADW_TYPE_BIN)

static void
get_range (SpReadingView *self, guint start, guint end, GtkTextIter *from, GtkTextIter *to)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, from, (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, to, (int) end);
}

static void
move_tag (SpReadingView *self, GtkTextTag *tag, guint start, guint end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (self->buffer, &from, &to);
  gtk_text_buffer_remove_tag (self->buffer, tag, &from, &to);
  if (end <= start)
    return;
  get_range (self, start, end, &from, &to);
  gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
}

static void
select_clause (SpReadingView *self, const SpPlacedClause *placed)
{
  if (placed == NULL || placed->clause.segment == self->segment)
    return;
  self->segment = placed->clause.segment;
  move_tag (self, self->tags.selected, placed->start, placed->end);
  g_signal_emit (self, signals[CLAUSE_SELECTED], 0, self->segment);
}

static void
cursor_moved_cb (SpReadingView *self)
{
  int offset;

  g_object_get (self->buffer, "cursor-position", &offset, NULL);
  select_clause (self, sp_placed_clauses_find_offset (self->placed, (guint) offset));
}

/* Filling. */

static GtkTextTag *
get_tag (SpReadingView *self, const SpClause *clause)
{
  switch (clause->kind)
    {
    case SP_BLOCK_HEADING:
      return self->tags.headings[CLAMP (clause->level, 1, SP_N_HEADING_TAGS) - 1];
    case SP_BLOCK_ITEM:
      return self->tags.item;
    case SP_BLOCK_BOILERPLATE:
      return self->tags.dropped;
    case SP_BLOCK_PARAGRAPH:
    case SP_BLOCK_ROW:
    default:
      return self->tags.paragraph;
    }
}

static void
apply_tags (SpReadingView *self)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const SpPlacedClause *placed = &g_array_index (self->placed, SpPlacedClause, i);
      GtkTextIter from, to;

      get_range (self, placed->start, placed->end + 1, &from, &to);
      gtk_text_iter_set_line_offset (&from, 0);
      gtk_text_buffer_apply_tag (self->buffer, get_tag (self, &placed->clause), &from, &to);
    }
}

static void
add_mark (SpGutterMark *mark, guint i, SpCategory category)
{
  g_autofree char *color = g_strdup_printf ("tag_%s", sp_category_get_id (category));
  g_autofree char *icon = sp_category_dup_icon_name (category);

  g_strdelimit (color, "-", '_');
  mark->colors[i] = g_intern_string (color);
  if (i + 1 < G_N_ELEMENTS (mark->icon_names))
    mark->icon_names[i] = g_intern_string (icon);
}

static void
mark_edges (SpReadingView *self)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (SpGutterMark));

  for (guint i = 0; i < self->placed->len; i++)
    {
      const SpPlacedClause *placed = &g_array_index (self->placed, SpPlacedClause, i);
      SpGutterMark mark = { placed->start, placed->end, { NULL }, { NULL } };
      guint n = 0;

      for (guint j = 0; j < SP_N_CATEGORIES && n + 1 < G_N_ELEMENTS (mark.colors); j++)
        if (placed->clause.categories & (1u << j))
          add_mark (&mark, n++, j);
      if (n > 0)
        g_array_append_val (marks, mark);
    }
  sp_clause_gutter_set_marks (self->gutter, marks);
}

static void
shade_sentences (SpReadingView *self, const GArray *shades)
{
  for (guint i = 0; i < shades->len; i++)
    {
      const SpShade *shade = &g_array_index (shades, SpShade, i);
      const SpPlacedClause *placed = sp_placed_clauses_find_segment (self->placed, shade->segment);
      GtkTextIter from, to;

      if (placed == NULL)
        continue;
      get_range (self, sp_placed_clause_to_characters (placed, shade->span.start),
                 sp_placed_clause_to_characters (placed, shade->span.end), &from, &to);
      gtk_text_buffer_apply_tag (self->buffer, self->tags.shades[shade->category], &from, &to);
    }
}

static void
update_colors_cb (SpReadingView *self)
{
  sp_reading_tags_update_colors (&self->tags, GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self->gutter));
}

/* The text view would take Ctrl+V for itself, though it cannot be edited. */
static void
add_paste_key (SpReadingView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                      gtk_named_action_new ("app.paste")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
sp_reading_view_dispose (GObject *object)
{
  SpReadingView *self = SP_READING_VIEW (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->placed, g_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  G_OBJECT_CLASS (sp_reading_view_parent_class)->dispose (object);
}

static void
sp_reading_view_class_init (SpReadingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_reading_view_dispose;
  signals[CLAUSE_SELECTED] = g_signal_new ("clause-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-reading-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpReadingView, clamp);
  gtk_widget_class_bind_template_child (widget_class, SpReadingView, view);
}

static void
sp_reading_view_init (SpReadingView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->segment = NO_SEGMENT;
  self->placed = g_array_new (FALSE, FALSE, sizeof (SpPlacedClause));
  self->matches = g_array_new (FALSE, FALSE, sizeof (SpMatch));
  self->buffer = gtk_text_view_get_buffer (self->view);
  self->gutter = sp_clause_gutter_new ();
  sp_clause_gutter_attach (self->gutter, self->view);
  sp_reading_tags_init (&self->tags, self->buffer);
  add_paste_key (self);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_colors_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_colors_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "realize", G_CALLBACK (update_colors_cb), NULL);
}

/**
 * sp_reading_view_show:
 *
 * Sets the clauses of @state. What was found and selected is forgotten.
 */
void
sp_reading_view_show (SpReadingView *self, const SpClausesState *state)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkTextIter start;

  g_array_unref (self->placed);
  self->placed = sp_placed_clauses_new (state->clauses, text);
  g_array_set_size (self->matches, 0);
  self->segment = NO_SEGMENT;

  g_signal_handlers_block_by_func (self->buffer, cursor_moved_cb, self);
  gtk_text_buffer_set_text (self->buffer, text->str, (int) text->len);
  apply_tags (self);
  shade_sentences (self, state->shades);
  mark_edges (self);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  g_signal_handlers_unblock_by_func (self->buffer, cursor_moved_cb, self);
}

/**
 * sp_reading_view_update:
 *
 * Marks the clauses anew, if they are the same: the text stays where it is.
 *
 * Returns: whether they are
 */
gboolean
sp_reading_view_update (SpReadingView *self, const SpClausesState *state)
{
  if (state->clauses->len != self->placed->len)
    return FALSE;
  for (guint i = 0; i < state->clauses->len; i++)
    if (g_array_index (state->clauses, SpClause, i).segment
        != g_array_index (self->placed, SpPlacedClause, i).clause.segment)
      return FALSE;
  for (guint i = 0; i < state->clauses->len; i++)
    g_array_index (self->placed, SpPlacedClause, i).clause = g_array_index (state->clauses, SpClause, i);
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    move_tag (self, self->tags.shades[i], 0, 0);
  shade_sentences (self, state->shades);
  mark_edges (self);
  return TRUE;
}

/* By mark, because heights are not known before the text has been laid out. */
static void
scroll_to_caret (SpReadingView *self)
{
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1, TRUE, 0.0,
                                CARET_ALIGN);
}

static gboolean
is_caret_seen (SpReadingView *self)
{
  GdkRectangle visible, caret;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (self->view, &iter, &caret);
  gtk_text_view_get_visible_rect (self->view, &visible);
  return caret.y >= visible.y && caret.y + caret.height <= visible.y + visible.height;
}

/* The text of a page that was turned to just now has no width yet, and what was scrolled before it gets one
 * is lost. */
static gboolean
scroll_again_cb (gpointer user_data)
{
  SpReadingView *self = user_data;
  gboolean has_width = gtk_widget_get_width (GTK_WIDGET (self->view)) > 0;

  if (--self->n_tries > 0 && !(has_width && is_caret_seen (self)))
    {
      if (has_width)
        scroll_to_caret (self);
      return G_SOURCE_CONTINUE;
    }
  self->scroll_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
scroll_cb (gpointer user_data)
{
  SpReadingView *self = user_data;

  self->scroll_id = 0;
  scroll_to_caret (self);
  if (gtk_widget_get_width (GTK_WIDGET (self->view)) == 0)
    self->scroll_id = g_timeout_add (TRY_MS, scroll_again_cb, self);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, and not while a key is dealt with: GTK then draws a scrollbar that has no place yet,
 * and warns. */
static void
scroll_to (SpReadingView *self, guint offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->n_tries = MAX_TRIES;
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, scroll_cb, self, NULL);
}

/**
 * sp_reading_view_reveal:
 * @evidence: with an empty span only the clause is selected
 *
 * Scrolls to the quoted words and marks them.
 *
 * Returns: whether that clause is shown at all
 */
gboolean
sp_reading_view_reveal (SpReadingView *self, const SpEvidence *evidence)
{
  const SpPlacedClause *placed = sp_placed_clauses_find_segment (self->placed, evidence->segment);
  guint start, end;

  if (placed == NULL)
    return FALSE;
  start = sp_placed_clause_to_characters (placed, evidence->span.start);
  end = sp_placed_clause_to_characters (placed, evidence->span.end);
  move_tag (self, self->tags.evidence, start, sp_span_is_empty (evidence->span) ? start : end);
  scroll_to (self, sp_span_is_empty (evidence->span) ? placed->start : start);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return TRUE;
}

/**
 * sp_reading_view_mark_reasons:
 * @reasons: (element-type SpEvidence): words that spoke for the tags of the selected clause
 *
 * Underlines them, and nothing else.
 */
void
sp_reading_view_mark_reasons (SpReadingView *self, const GArray *reasons)
{
  GtkTextIter from, to;

  move_tag (self, self->tags.reason, 0, 0);
  for (guint i = 0; i < reasons->len; i++)
    {
      const SpEvidence *reason = &g_array_index (reasons, SpEvidence, i);
      const SpPlacedClause *placed = sp_placed_clauses_find_segment (self->placed, reason->segment);

      if (placed == NULL)
        continue;
      get_range (self, sp_placed_clause_to_characters (placed, reason->span.start),
                 sp_placed_clause_to_characters (placed, reason->span.end), &from, &to);
      gtk_text_buffer_apply_tag (self->buffer, self->tags.reason, &from, &to);
    }
}

static void
mark_matches (SpReadingView *self)
{
  GtkTextIter from, to;

  move_tag (self, self->tags.match, 0, 0);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const SpMatch *match = &g_array_index (self->matches, SpMatch, i);

      get_range (self, match->start, match->end, &from, &to);
      gtk_text_buffer_apply_tag (self->buffer, self->tags.match, &from, &to);
    }
}

static void
show_match (SpReadingView *self)
{
  const SpMatch *match;

  if (self->matches->len == 0)
    {
      move_tag (self, self->tags.current_match, 0, 0);
      return;
    }
  match = &g_array_index (self->matches, SpMatch, self->match);
  move_tag (self, self->tags.current_match, match->start, match->end);
  scroll_to (self, match->start);
}

/**
 * sp_reading_view_find:
 *
 * Marks all places of @needle and scrolls to the next one from the caret.
 *
 * Returns: how many there are
 */
guint
sp_reading_view_find (SpReadingView *self, const char *needle)
{
  g_autofree char *text = NULL;
  int offset;

  g_object_get (self->buffer, "text", &text, "cursor-position", &offset, NULL);
  g_array_unref (self->matches);
  self->matches = sp_find_matches (text, needle);
  self->match = sp_find_nearest (self->matches, (guint) offset);
  mark_matches (self);
  show_match (self);
  return self->matches->len;
}

/**
 * sp_reading_view_move_match:
 * @step: 1 for the next, -1 for the previous, 0 to stay
 *
 * Moves on among the matches, round and round.
 *
 * Returns: the number of the current one, from 1; 0 without matches
 */
guint
sp_reading_view_move_match (SpReadingView *self, int step)
{
  guint n = self->matches->len;

  if (n == 0)
    return 0;
  if (step != 0)
    {
      self->match = (self->match + n + (guint) step) % n;
      show_match (self);
    }
  return self->match + 1;
}

/**
 * sp_reading_view_set_zoom:
 * @percent: 100 is the usual size; the nearest step is taken
 *
 * Makes the text larger or smaller, and its lines longer or shorter with it.
 */
void
sp_reading_view_set_zoom (SpReadingView *self, int percent)
{
  int nearest = sp_zoom_find_nearest (percent);
  g_autofree char *style_class = g_strdup_printf ("zoom-%d", nearest);
  const char *classes[] = { "reading", style_class, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->view), classes);
  adw_clamp_scrollable_set_maximum_size (self->clamp, LINE_WIDTH * nearest / 100);
}
