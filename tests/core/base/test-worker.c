/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-progress.h"
#include "sp-worker.h"

static GMutex lock;
static GString *order;

static void
append_letter (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_mutex_lock (&lock);
  g_string_append (order, task_data);
  g_mutex_unlock (&lock);
  g_task_return_boolean (task, TRUE);
}

static void
wait_for_gate (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_mutex_lock (task_data);
  g_mutex_unlock (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
push (SpWorker *worker, int priority, gconstpointer data, GTaskThreadFunc func, GCancellable *cancellable)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, NULL, NULL);

  g_task_set_priority (task, priority);
  g_task_set_task_data (task, (gpointer) data, NULL);
  sp_worker_push (worker, task, func);
}

static void
runs_urgent_tasks_first_and_skips_cancelled_ones (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SpWorker *worker = sp_worker_new ("test");
  GMutex gate;

  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  order = g_string_new (NULL);
  push (worker, G_PRIORITY_HIGH, &gate, wait_for_gate, NULL);
  push (worker, G_PRIORITY_LOW, "c", append_letter, NULL);
  push (worker, G_PRIORITY_DEFAULT, "a", append_letter, NULL);
  push (worker, G_PRIORITY_DEFAULT, "x", append_letter, cancellable);
  push (worker, G_PRIORITY_DEFAULT, "b", append_letter, NULL);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  sp_worker_shutdown (worker);

  g_assert_cmpstr (order->str, ==, "abc");
  g_string_free (order, TRUE);
  g_mutex_clear (&gate);
}

static void
shut_down_from_inside (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  sp_worker_shutdown (task_data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_finalized (gpointer object)
{
  return g_atomic_pointer_get ((gpointer *) object) == NULL;
}

static void
ends_when_its_own_thread_shuts_it_down (void)
{
  SpWorker *worker = sp_worker_new ("test");
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);
  gpointer weak = task;
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  g_object_add_weak_pointer (G_OBJECT (task), &weak);
  g_task_set_task_data (task, worker, NULL);
  sp_worker_push (worker, task, shut_down_from_inside);
  g_object_unref (task);

  while (!is_finalized (&weak) && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (is_finalized (&weak));
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  ++*(guint *) user_data;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
reports_progress_once_for_many_changes (void)
{
  g_autoptr (SpProgress) progress = sp_progress_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *message = NULL;
  guint n_notified = 0;

  g_signal_connect (progress, "notify::fraction", G_CALLBACK (count_cb), &n_notified);
  for (guint i = 0; i <= 100; i++)
    sp_progress_report (progress, i / 100.0, "Reading");
  g_timeout_add (300, quit_cb, loop);
  g_main_loop_run (loop);

  message = sp_progress_dup_message (progress);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpfloat (sp_progress_get_fraction (progress), ==, 1.0);
  g_assert_cmpstr (message, ==, "Reading");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/worker/runs_urgent_tasks_first_and_skips_cancelled_ones",
                   runs_urgent_tasks_first_and_skips_cancelled_ones);
  g_test_add_func ("/core/worker/ends_when_its_own_thread_shuts_it_down", ends_when_its_own_thread_shuts_it_down);
  g_test_add_func ("/core/progress/reports_progress_once_for_many_changes",
                   reports_progress_once_for_many_changes);
  return g_test_run ();
}
