/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a policy are made when somebody turns to them, else one after the other once the window
 * is there: nobody waits for all of them. */
#include "config.h"

#include "sp-window-private.h"

#include "sp-clauses-page.h"
#include "sp-coverage-page.h"
#include "sp-data-page.h"
#include "sp-findings-page.h"
#include "sp-overview-page.h"

static const struct
{
  const char *name; /* in the stack */
  GtkWidget *(*make) (SpSession *session);
} pages[] = {
  { "overview", sp_overview_page_new }, { "clauses", sp_clauses_page_new }, { "findings", sp_findings_page_new },
  { "coverage", sp_coverage_page_new }, { "data", sp_data_page_new },
};

/* Returns: whether it was not there yet */
static gboolean
make_page (SpWindow *self, guint i)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->pages, pages[i].name));

  if (adw_bin_get_child (place) != NULL)
    return FALSE;
  adw_bin_set_child (place, pages[i].make (self->session));
  return TRUE;
}

static gboolean
make_next_page_cb (gpointer user_data)
{
  SpWindow *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (make_page (self, i))
      return G_SOURCE_CONTINUE;
  self->pages_source = 0;
  return G_SOURCE_REMOVE;
}

static void
make_shown_page_cb (SpWindow *self)
{
  _sp_window_get_page (self, sp_session_get_page (self->session));
}

/* Returns: (nullable): the page, made if need be */
GtkWidget *
_sp_window_get_page (SpWindow *self, const char *name)
{
  GtkWidget *place = adw_view_stack_get_child_by_name (self->pages, name);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      make_page (self, i);
  return place != NULL ? adw_bin_get_child (ADW_BIN (place)) : NULL;
}

/* Makes the pages from now on. */
void
_sp_window_make_pages (SpWindow *self)
{
  g_signal_connect_object (self->session, "notify::page", G_CALLBACK (make_shown_page_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::analysis", G_CALLBACK (make_shown_page_cb), self,
                           G_CONNECT_SWAPPED);
  self->pages_source = g_idle_add (make_next_page_cb, self);
}

void
_sp_window_stop_pages (SpWindow *self)
{
  g_clear_handle_id (&self->pages_source, g_source_remove);
}
