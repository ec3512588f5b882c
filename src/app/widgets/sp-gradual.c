/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a long page over several frames: what is seen first is there at once, and the window answers while
 * the rest is made. */
#include "config.h"

#include "sp-gradual.h"

/* Of a frame, for making widgets; to measure and draw them takes as long again. */
#define SLICE_US 4000

/* A list view makes no more rows than that, however long its list; what is seen first are the first. */
#define MAX_ROWS 200
#define MORE_ROWS 4

#define KEY "sp-gradual"

static gboolean
fill_slice (GtkWidget *page, SpGradualFunc fill)
{
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (fill (page))
    if (g_get_monotonic_time () >= end)
      return TRUE;
  return FALSE;
}

typedef struct
{
  SpGradualFunc fill;
  gboolean has_begun; /* the frame with what was made at once */
} Filling;

static gboolean
tick_cb (GtkWidget *page, GdkFrameClock *clock, gpointer user_data)
{
  Filling *filling = user_data;
  gboolean has_begun = filling->has_begun;

  filling->has_begun = TRUE;
  if (!has_begun || fill_slice (page, filling->fill))
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (page), KEY, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * sp_gradual_fill:
 * @fill: called until nothing is left
 *
 * Makes at once what a frame has time for, and the rest in those that follow.
 */
void
sp_gradual_fill (GtkWidget *page, SpGradualFunc fill)
{
  sp_gradual_stop (page);
  if (fill_slice (page, fill))
    sp_gradual_fill_later (page, fill);
}

/**
 * sp_gradual_fill_later:
 *
 * The same after the next frame, which shows what the page has already.
 */
void
sp_gradual_fill_later (GtkWidget *page, SpGradualFunc fill)
{
  Filling *filling = g_new0 (Filling, 1);
  guint id;

  sp_gradual_stop (page);
  filling->fill = fill;
  id = gtk_widget_add_tick_callback (page, tick_cb, filling, g_free);
  g_object_set_data (G_OBJECT (page), KEY, GUINT_TO_POINTER (id));
}

/**
 * sp_gradual_stop:
 *
 * Leaves the page as it is. What is filled anew has to be stopped before it is emptied.
 */
void
sp_gradual_stop (GtkWidget *page)
{
  guint id = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (page), KEY));

  if (id != 0)
    gtk_widget_remove_tick_callback (page, id);
}

/**
 * sp_gradual_list_more:
 * @listed: the first items of a list, those that have rows yet
 *
 * Lists a few more of them: a part of filling a list view.
 *
 * Returns: whether any are left
 */
gboolean
sp_gradual_list_more (GtkSliceListModel *listed)
{
  guint n = gtk_slice_list_model_get_size (listed);

  gtk_slice_list_model_set_size (listed, n < MAX_ROWS ? n + MORE_ROWS : G_MAXUINT);
  return n < MAX_ROWS;
}
