/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CliBatch:
 * @next: gives the next piece of work, %NULL at the end; in the calling thread
 * @work: does it, in any thread
 * @done: takes the finished piece, in the order given and in the calling thread; %FALSE stops
 *
 * Runs pieces of work on several threads and hands them out in order. Only so many are held at a
 * time that memory does not grow with their number.
 */
typedef struct
{
  gpointer (*next) (gpointer user_data);
  void (*work) (gpointer piece, gpointer user_data);
  gboolean (*done) (gpointer piece, gpointer user_data);
} CliBatch;

void cli_batch_run (const CliBatch *batch, guint n_threads, gpointer user_data);

G_END_DECLS
