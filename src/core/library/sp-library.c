/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-library-private.h"

#include "sp-library-schema.h"
#include "sp-library-store.h"
#include "sp-worker.h"

struct _SpLibrary
{
  GObject parent_instance;

  char *path;           /* (owned) */
  SpWorker *worker;     /* (owned) */
  SpDatabase *database; /* (owned) (nullable): the worker's alone; opened by the first job */
};

G_DEFINE_FINAL_TYPE (SpLibrary, sp_library, G_TYPE_OBJECT)

static void
sp_library_finalize (GObject *object)
{
  SpLibrary *self = SP_LIBRARY (object);

  /* Jobs hold a reference, so there are none left. */
  g_clear_pointer (&self->worker, sp_worker_shutdown);
  g_clear_pointer (&self->database, sp_database_close);
  g_free (self->path);
  G_OBJECT_CLASS (sp_library_parent_class)->finalize (object);
}

static void
sp_library_class_init (SpLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_library_finalize;
}

static void
sp_library_init (SpLibrary *self)
{
  self->worker = sp_worker_new ("library");
}

static void
job_free (SpLibraryJob *job)
{
  g_clear_object (&job->analysis);
  g_free (job->text);
  g_free (job);
}

SpLibraryJob *
_sp_library_job_new (gint64 id)
{
  SpLibraryJob *job = g_new0 (SpLibraryJob, 1);

  job->id = id;
  return job;
}

/* @job: (transfer full): what @func gets as its task data */
void
_sp_library_push (SpLibrary *self, gpointer tag, GTaskThreadFunc func, SpLibraryJob *job,
                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* What is written is written: a late cancellation must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  sp_worker_push (self->worker, task, func);
}

/* Opens the file at the first use, and again after a failure: somebody may have put it right. */
SpDatabase *
_sp_library_get_database (SpLibrary *self, GCancellable *cancellable, GError **error)
{
  if (self->database == NULL)
    self->database = sp_database_open (self->path, &sp_library_format, error);
  if (self->database != NULL)
    sp_database_set_cancellable (self->database, cancellable);
  return self->database;
}

void
_sp_library_return_pointer (GTask *task, gpointer result, GDestroyNotify free_func, GError *error)
{
  if (result != NULL)
    g_task_return_pointer (task, result, free_func);
  else
    g_task_return_error (task, error);
}

void
_sp_library_return_success (GTask *task, gboolean success, GError *error)
{
  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
list_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  GPtrArray *entries = NULL;

  if (database != NULL)
    entries = sp_library_store_list (database, &error);
  _sp_library_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref, error);
}

static void
add_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpLibraryJob *job = task_data;
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  SpLibraryEntry *entry = NULL;

  if (database != NULL)
    entry = sp_library_store_add (database, job->analysis, cancellable, &error);
  _sp_library_return_pointer (task, entry, g_object_unref, error);
}

static void
load_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpLibraryJob *job = task_data;
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  SpSource *source = NULL;

  if (database != NULL)
    source = sp_library_store_load (database, job->id, cancellable, &error);
  _sp_library_return_pointer (task, source, (GDestroyNotify) sp_source_free, error);
}

static void
remove_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpLibraryJob *job = task_data;
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  gboolean success = FALSE;

  if (database != NULL)
    success = sp_library_store_set_removed (database, job->id, TRUE, &error);
  _sp_library_return_success (task, success, error);
}

static void
restore_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpLibraryJob *job = task_data;
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  gboolean success = FALSE;

  if (database != NULL)
    success = sp_library_store_set_removed (database, job->id, FALSE, &error);
  _sp_library_return_success (task, success, error);
}

static void
purge_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  gboolean success = FALSE;

  if (database != NULL)
    success = sp_library_store_purge (database, &error);
  _sp_library_return_success (task, success, error);
}

/**
 * sp_library_dup_default_path:
 *
 * Returns: (transfer full): where the library of this user lies
 */
char *
sp_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "smallprint", "library.db", NULL);
}

/**
 * sp_library_new:
 * @path: of the database file; it and its folder are made when they are first needed
 *
 * Does not block and does not fail: the calls do, where the file cannot be used.
 *
 * Returns: (transfer full): a library
 */
SpLibrary *
sp_library_new (const char *path)
{
  SpLibrary *self = g_object_new (SP_TYPE_LIBRARY, NULL);

  self->path = g_strdup (path);
  return self;
}

void
sp_library_list_async (SpLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_list_async, list_in_worker, _sp_library_job_new (0), cancellable, callback,
                    user_data);
}

/**
 * sp_library_list_finish:
 *
 * Returns: (transfer full) (element-type SpLibraryEntry): what is kept, the newest first
 */
GPtrArray *
sp_library_list_finish (SpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sp_library_add_async:
 *
 * Keeps an analysis with the bytes it was made from. Bytes that are kept already keep their entry,
 * which gets the new figures and comes back if it was removed. All or nothing of it is written.
 */
void
sp_library_add_async (SpLibrary *self, SpAnalysis *analysis, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  SpLibraryJob *job;

  g_return_if_fail (SP_IS_LIBRARY (self));
  g_return_if_fail (SP_IS_ANALYSIS (analysis));

  job = _sp_library_job_new (0);
  job->analysis = g_object_ref (analysis);
  _sp_library_push (self, sp_library_add_async, add_in_worker, job, cancellable, callback, user_data);
}

/**
 * sp_library_add_finish:
 *
 * Returns: (transfer full): the entry as lists show it
 */
SpLibraryEntry *
sp_library_add_finish (SpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sp_library_load_async:
 *
 * Reads the file behind an entry, to be analysed again.
 */
void
sp_library_load_async (SpLibrary *self, gint64 id, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_load_async, load_in_worker, _sp_library_job_new (id), cancellable, callback,
                    user_data);
}

/**
 * sp_library_load_finish:
 *
 * Returns: (transfer full): the file as it was added
 */
SpSource *
sp_library_load_finish (SpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sp_library_remove_async:
 *
 * Takes an entry out of the list; sp_library_restore_async() brings it back as it was.
 */
void
sp_library_remove_async (SpLibrary *self, gint64 id, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_remove_async, remove_in_worker, _sp_library_job_new (id), cancellable, callback,
                    user_data);
}

void
sp_library_restore_async (SpLibrary *self, gint64 id, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_restore_async, restore_in_worker, _sp_library_job_new (id), cancellable, callback,
                    user_data);
}

/**
 * sp_library_purge_async:
 *
 * Deletes for good what was removed; its bytes are overwritten in the file.
 */
void
sp_library_purge_async (SpLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_purge_async, purge_in_worker, _sp_library_job_new (0), cancellable, callback,
                    user_data);
}

/**
 * sp_library_change_finish:
 *
 * Ends removing, restoring and purging.
 *
 * Returns: whether it is done
 */
gboolean
sp_library_change_finish (SpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
