/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader says, as against what the analysis says: the review of a policy and the profile.
 * The library keeps both as the texts they are, and does not look into them. */
#include "sp-library-private.h"
#include "sp-library-store.h"

/* Reads the one value of @query, NULL where there is no row. */
static gboolean
read_text (SpQuery *query, char **text, GError **error)
{
  gboolean has_row;

  if (!sp_query_next (query, &has_row, error))
    return FALSE;
  *text = has_row ? sp_query_dup_text (query, 0) : NULL;
  return TRUE;
}

static gboolean
load_review (SpDatabase *database, gint64 id, char **json, GError **error)
{
  g_autoptr (SpQuery) query = sp_query_new (database, "SELECT json FROM review WHERE policy = :policy", error);

  if (query == NULL)
    return FALSE;
  sp_query_bind_int (query, ":policy", id);
  return read_text (query, json, error);
}

static gboolean
load_profile (SpDatabase *database, char **json, GError **error)
{
  g_autoptr (SpQuery) query =
    sp_query_new (database, "SELECT value FROM setting WHERE name = 'profile'", error);

  return query != NULL && read_text (query, json, error);
}

static gboolean
set_review (SpDatabase *database, gint64 id, const char *json, GError **error)
{
  g_autoptr (SpQuery) query = sp_query_new (database,
                                            json != NULL
                                              ? "INSERT OR REPLACE INTO review VALUES (:policy, :json)"
                                              : "DELETE FROM review WHERE policy = :policy",
                                            error);

  if (query == NULL || !sp_library_store_check (database, id, error))
    return FALSE;
  sp_query_bind_int (query, ":policy", id);
  if (json != NULL)
    sp_query_bind_text (query, ":json", json);
  return sp_query_run (query, error);
}

static gboolean
set_profile (SpDatabase *database, const char *json, GError **error)
{
  g_autoptr (SpQuery) query = NULL;

  if (json == NULL)
    return sp_database_execute (database, "DELETE FROM setting WHERE name = 'profile'", error);
  query = sp_query_new (database, "INSERT OR REPLACE INTO setting VALUES ('profile', :json)", error);
  if (query == NULL)
    return FALSE;
  sp_query_bind_text (query, ":json", json);
  return sp_query_run (query, error);
}

static void
return_text (GTask *task, gboolean success, char *text, GError *error)
{
  if (success)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

static void
load_review_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpLibraryJob *job = task_data;
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  char *json = NULL;
  gboolean success = database != NULL && load_review (database, job->id, &json, &error);

  return_text (task, success, json, error);
}

static void
load_profile_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  char *json = NULL;
  gboolean success = database != NULL && load_profile (database, &json, &error);

  return_text (task, success, json, error);
}

static void
set_review_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpLibraryJob *job = task_data;
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  gboolean success = database != NULL && set_review (database, job->id, job->text, &error);

  _sp_library_return_success (task, success, error);
}

static void
set_profile_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpLibraryJob *job = task_data;
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  gboolean success = database != NULL && set_profile (database, job->text, &error);

  _sp_library_return_success (task, success, error);
}

static SpLibraryJob *
text_job_new (gint64 id, const char *text)
{
  SpLibraryJob *job = _sp_library_job_new (id);

  job->text = g_strdup (text);
  return job;
}

/**
 * sp_library_load_review_async:
 *
 * Reads what the reader corrected and dismissed in a policy.
 */
void
sp_library_load_review_async (SpLibrary *self, gint64 id, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_load_review_async, load_review_in_worker, _sp_library_job_new (id),
                    cancellable, callback, user_data);
}

/**
 * sp_library_load_profile_async:
 *
 * Reads what matters to the reader.
 */
void
sp_library_load_profile_async (SpLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_load_profile_async, load_profile_in_worker, _sp_library_job_new (0),
                    cancellable, callback, user_data);
}

/**
 * sp_library_load_text_finish:
 *
 * Ends loading a review or the profile.
 *
 * Returns: (transfer full) (nullable): the text as it was set; %NULL without @error where there is none
 */
char *
sp_library_load_text_finish (SpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sp_library_set_review_async:
 * @json: (nullable): %NULL forgets it
 *
 * Keeps the review of a policy, in the place of an older one. Analysing the policy again leaves it
 * as it is. Ended by sp_library_change_finish().
 */
void
sp_library_set_review_async (SpLibrary *self, gint64 id, const char *json, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_set_review_async, set_review_in_worker, text_job_new (id, json),
                    cancellable, callback, user_data);
}

/**
 * sp_library_set_profile_async:
 * @json: (nullable): %NULL forgets it
 *
 * Keeps what matters to the reader. Ended by sp_library_change_finish().
 */
void
sp_library_set_profile_async (SpLibrary *self, const char *json, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SP_IS_LIBRARY (self));

  _sp_library_push (self, sp_library_set_profile_async, set_profile_in_worker, text_job_new (0, json),
                    cancellable, callback, user_data);
}
