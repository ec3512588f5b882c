/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-worker.h"

struct _SpWorker
{
  GThread *thread;    /* (owned) */
  GAsyncQueue *queue; /* (owned) (element-type Job) */
  guint64 n_pushed;   /* (atomic by the pushing thread alone) */
};

typedef struct
{
  GTask *task; /* (owned) (nullable): %NULL ends the thread */
  GTaskThreadFunc func;
  guint64 serial;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_free (job);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *x = a;
  const Job *y = b;

  if (x->task == NULL || y->task == NULL)
    return (x->task == NULL) - (y->task == NULL);
  if (g_task_get_priority (x->task) != g_task_get_priority (y->task))
    return g_task_get_priority (x->task) < g_task_get_priority (y->task) ? -1 : 1;
  return x->serial < y->serial ? -1 : x->serial > y->serial;
}

static void
run_job (Job *job)
{
  if (!g_task_return_error_if_cancelled (job->task))
    job->func (job->task, g_task_get_source_object (job->task), g_task_get_task_data (job->task),
               g_task_get_cancellable (job->task));
}

static gpointer
worker_thread (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (queue);
      gboolean last = job->task == NULL;

      if (!last)
        run_job (job);
      job_free (job);
      if (last)
        return NULL;
    }
}

static void
push_job (SpWorker *self, GTask *task, GTaskThreadFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->task = task != NULL ? g_object_ref (task) : NULL;
  job->func = func;
  job->serial = self->n_pushed++;
  g_async_queue_push_sorted (self->queue, job, compare_jobs, NULL);
}

/**
 * sp_worker_new:
 * @name: shown by debuggers; at most 15 bytes are
 *
 * Returns: (transfer full): a running worker; end it with sp_worker_shutdown()
 */
SpWorker *
sp_worker_new (const char *name)
{
  SpWorker *self = g_new0 (SpWorker, 1);

  self->queue = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->thread = g_thread_new (name, worker_thread, g_async_queue_ref (self->queue));
  return self;
}

/**
 * sp_worker_shutdown:
 * @self: (transfer full):
 *
 * Waits until all pushed tasks are done (cancel them first to be quick), then frees the worker.
 * Where the worker's own thread drops the last reference to the worker's owner, nobody can wait for
 * it: the thread then ends by itself after its last task.
 */
void
sp_worker_shutdown (SpWorker *self)
{
  push_job (self, NULL, NULL);
  if (self->thread == g_thread_self ())
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}

/**
 * sp_worker_push:
 * @task: its task data must be a copy or immutable; its priority orders the queue
 * @func: runs in the worker's thread and returns the task's result or error
 *
 * Queues @task. All pushes come from one thread. A task cancelled before its turn is not run.
 */
void
sp_worker_push (SpWorker *self, GTask *task, GTaskThreadFunc func)
{
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  push_job (self, task, func);
}
