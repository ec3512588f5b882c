/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("smallprint-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->library = sp_library_new (fixture->path);
  fixture->knowledge = sp_knowledge_new (NULL, &error);
  g_assert_no_error (error);
  fixture->analyzer = sp_analyzer_new (fixture->knowledge);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *const suffixes[] = { "", "-wal", "-shm" };

  g_clear_object (&fixture->library);
  g_clear_object (&fixture->analyzer);
  g_clear_pointer (&fixture->knowledge, sp_knowledge_unref);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* --- Asynchronous calls, waited for --- */

void
keep_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

GPtrArray *
list_entries (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_library_list_async (fixture->library, NULL, keep_result_cb, &result);
  wait_for (&result);
  return sp_library_list_finish (fixture->library, result, error);
}

SpLibraryEntry *
add_analysis (Fixture *fixture, SpAnalysis *analysis)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SpLibraryEntry *entry;

  sp_library_add_async (fixture->library, analysis, NULL, keep_result_cb, &result);
  wait_for (&result);
  entry = sp_library_add_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  return entry;
}

SpSource *
load_source (Fixture *fixture, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_library_load_async (fixture->library, id, NULL, keep_result_cb, &result);
  wait_for (&result);
  return sp_library_load_finish (fixture->library, result, error);
}

gboolean
change (Fixture *fixture, ChangeFunc func, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  func (fixture->library, id, NULL, keep_result_cb, &result);
  wait_for (&result);
  return sp_library_change_finish (fixture->library, result, error);
}

gboolean
purge (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_library_purge_async (fixture->library, NULL, keep_result_cb, &result);
  wait_for (&result);
  return sp_library_change_finish (fixture->library, result, error);
}

SpAnalysis *
analyze (Fixture *fixture, const char *text, const char *name, const char *media_type)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (SpSource) source = sp_source_new (bytes, name, media_type);
  g_autoptr (GError) error = NULL;
  SpAnalysis *analysis = sp_analyzer_analyze (fixture->analyzer, source, NULL, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

SpLibraryEntry *
add_text (Fixture *fixture, const char *text, const char *name)
{
  g_autoptr (SpAnalysis) analysis = analyze (fixture, text, name, "text/plain");

  return add_analysis (fixture, analysis);
}

/* --- The file as another program sees it --- */

static int
append_row_cb (gpointer user_data, int n_columns, char **values, char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (user_data, "%s|", values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (user_data, '\n');
  return 0;
}

char *
ask_file (const char *path, const char *sql)
{
  GString *rows = g_string_new (NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  g_assert_cmpint (sqlite3_exec (handle, sql, append_row_cb, rows, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  return g_string_free (rows, FALSE);
}

void
assert_count (Fixture *fixture, const char *table, guint expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autofree char *answer = ask_file (fixture->path, sql);

  g_test_message ("%s", table);
  g_assert_cmpint (atoi (answer), ==, expected);
}
