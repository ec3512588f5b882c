/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-batch.h"

/* Pieces in hand for each thread: one at work, one waiting. */
#define PIECES_PER_THREAD 2

typedef struct
{
  gpointer piece;
  gboolean finished; /* (mutex lock) */
} Slot;

typedef struct
{
  const CliBatch *batch;
  gpointer user_data;
  GMutex lock;
  GCond finished;
} Run;

static void
work_cb (gpointer data, gpointer user_data)
{
  Slot *slot = data;
  Run *run = user_data;

  run->batch->work (slot->piece, run->user_data);

  g_mutex_lock (&run->lock);
  slot->finished = TRUE;
  g_cond_signal (&run->finished);
  g_mutex_unlock (&run->lock);
}

static void
wait_for (Run *run, Slot *slot)
{
  g_mutex_lock (&run->lock);
  while (!slot->finished)
    g_cond_wait (&run->finished, &run->lock);
  g_mutex_unlock (&run->lock);
}

/* Takes in pieces until so many are in hand. */
static void
fill (Run *run, GThreadPool *pool, GQueue *slots, guint n_slots)
{
  while (slots->length < n_slots)
    {
      gpointer piece = run->batch->next (run->user_data);
      Slot *slot;

      if (piece == NULL)
        return;
      slot = g_new0 (Slot, 1);
      slot->piece = piece;
      g_queue_push_tail (slots, slot);
      g_thread_pool_push (pool, slot, NULL);
    }
}

static void
run_on_threads (Run *run, guint n_threads)
{
  GThreadPool *pool = g_thread_pool_new (work_cb, run, n_threads, TRUE, NULL);
  GQueue slots = G_QUEUE_INIT;
  gboolean go_on = TRUE;

  do
    {
      if (go_on)
        fill (run, pool, &slots, n_threads * PIECES_PER_THREAD);
      if (slots.length > 0)
        {
          g_autofree Slot *slot = g_queue_pop_head (&slots);

          wait_for (run, slot);
          go_on = run->batch->done (slot->piece, run->user_data) && go_on;
        }
    }
  while (slots.length > 0);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static void
run_here (Run *run)
{
  gpointer piece;

  while ((piece = run->batch->next (run->user_data)) != NULL)
    {
      run->batch->work (piece, run->user_data);
      if (!run->batch->done (piece, run->user_data))
        return;
    }
}

void
cli_batch_run (const CliBatch *batch, guint n_threads, gpointer user_data)
{
  Run run = { batch, user_data };

  g_mutex_init (&run.lock);
  g_cond_init (&run.finished);
  if (n_threads > 1)
    run_on_threads (&run, n_threads);
  else
    run_here (&run);
  g_cond_clear (&run.finished);
  g_mutex_clear (&run.lock);
}
