/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the reader is: the page, the clause, the table of points, and the way back. */
#include "config.h"

#include "sp-session-private.h"

/* A place to come back to. */
typedef struct
{
  char *page; /* (owned) */
  guint segment;
  int breakdown;
} Place;

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->page);
}

/**
 * sp_session_get_page:
 *
 * Returns: "overview", "clauses", "findings", "coverage" or "data"
 */
const char *
sp_session_get_page (SpSession *self)
{
  return self->page;
}

static void
set_breakdown (SpSession *self, int breakdown)
{
  if (breakdown == self->breakdown)
    return;
  self->breakdown = breakdown;
  g_object_notify (G_OBJECT (self), "breakdown");
}

static void
remember_place (SpSession *self)
{
  Place here = { g_strdup (self->page), self->segment, self->breakdown };

  g_array_append_val (self->history, here);
  g_object_notify (G_OBJECT (self), "can-go-back");
}

/**
 * sp_session_set_page:
 *
 * Turns to a page, and there to what it shows first.
 */
void
sp_session_set_page (SpSession *self, const char *page)
{
  if (page == NULL)
    return;
  set_breakdown (self, SP_SESSION_NO_BREAKDOWN);
  if (g_str_equal (page, self->page))
    return;
  g_free (self->page);
  self->page = g_strdup (page);
  g_object_notify (G_OBJECT (self), "page");
}

/**
 * sp_session_get_segment:
 *
 * Returns: the selected clause, or %SP_SESSION_NO_SEGMENT
 */
guint
sp_session_get_segment (SpSession *self)
{
  return self->segment;
}

/**
 * sp_session_set_segment:
 *
 * Remembers the selected clause, so that Back finds it again.
 */
void
sp_session_set_segment (SpSession *self, guint segment)
{
  self->segment = segment;
}

/**
 * sp_session_get_breakdown:
 *
 * Returns: a #SpDimension or %SP_N_DIMENSIONS, if the overview shows the table of points; else
 *   %SP_SESSION_NO_BREAKDOWN
 */
int
sp_session_get_breakdown (SpSession *self)
{
  return self->breakdown;
}

/**
 * sp_session_show_breakdown:
 * @section: the #SpDimension to turn to, or %SP_N_DIMENSIONS for the top
 *
 * Turns to the table of points, and remembers the way back.
 */
void
sp_session_show_breakdown (SpSession *self, guint section)
{
  remember_place (self);
  sp_session_set_page (self, "overview");
  set_breakdown (self, (int) section);
}

/**
 * sp_session_reveal:
 *
 * Turns to the clause that @evidence quotes, and remembers the way back.
 */
void
sp_session_reveal (SpSession *self, const SpEvidence *evidence)
{
  remember_place (self);
  sp_session_set_page (self, "clauses");
  g_signal_emit_by_name (self, "evidence-requested", evidence->segment, (guint64) evidence->span.start,
                 (guint64) evidence->span.end);
}

/**
 * sp_session_get_can_go_back:
 *
 * Returns: whether there is a place to come back to
 */
gboolean
sp_session_get_can_go_back (SpSession *self)
{
  return self->history->len > 0;
}

/**
 * sp_session_go_back:
 *
 * Returns to where the last sp_session_reveal() was called.
 */
void
sp_session_go_back (SpSession *self)
{
  Place place;

  if (self->history->len == 0)
    return;
  place = g_array_index (self->history, Place, self->history->len - 1);
  place.page = g_strdup (place.page);
  g_array_set_size (self->history, self->history->len - 1);
  g_object_notify (G_OBJECT (self), "can-go-back");
  sp_session_set_page (self, place.page);
  set_breakdown (self, place.breakdown);
  if (g_str_equal (place.page, "clauses") && place.segment != SP_SESSION_NO_SEGMENT)
    g_signal_emit_by_name (self, "evidence-requested", place.segment, (guint64) 0, (guint64) 0);
  place_clear (&place);
}

void
_sp_session_forget_places (SpSession *self)
{
  g_array_set_size (self->history, 0);
  self->segment = SP_SESSION_NO_SEGMENT;
  g_object_notify (G_OBJECT (self), "can-go-back");
}

void
_sp_session_init_places (SpSession *self)
{
  self->page = g_strdup ("overview");
  self->segment = SP_SESSION_NO_SEGMENT;
  self->breakdown = SP_SESSION_NO_BREAKDOWN;
  self->history = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->history, place_clear);
}

void
_sp_session_clear_places (SpSession *self)
{
  g_clear_pointer (&self->history, g_array_unref);
  g_clear_pointer (&self->page, g_free);
}
