/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-database.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "sp-compression.h"
#include "sp-error.h"

static const char *const steps[] = {
  "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, size REAL, data BLOB)",
  "ALTER TABLE thing ADD COLUMN note TEXT; UPDATE thing SET note = 'old'",
  "CREATE TABLE half (id INTEGER); CREATE TABLE thing (id INTEGER)", /* fails at its second half */
};

static const SpDatabaseFormat version_1 = { 0x74657374, steps, 1 };
static const SpDatabaseFormat version_2 = { 0x74657374, steps, 2 };
static const SpDatabaseFormat broken_version_3 = { 0x74657374, steps, 3 };
static const SpDatabaseFormat of_somebody_else = { 0x6f746872, steps, 1 };

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("smallprint-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "deep", "er", "test.db", NULL);
}

static void
remove_files (const char *folder, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      g_autofree char *path = g_build_filename (folder, *names, NULL);

      g_remove (path);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "deep/er/test.db", "deep/er/test.db-wal", "deep/er/test.db-shm",
                                "deep/er", "deep", "", NULL };

  remove_files (fixture->folder, names);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
ask (SpDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpQuery) query = sp_query_new (database, sql, &error);
  gboolean has_row;

  g_assert_no_error (error);
  g_assert_true (sp_query_next (query, &has_row, &error));
  g_assert_true (has_row);
  return sp_query_get_int (query, 0);
}

static SpDatabase *
open_database (Fixture *fixture, const SpDatabaseFormat *format)
{
  g_autoptr (GError) error = NULL;
  SpDatabase *database = sp_database_open (fixture->path, format, &error);

  g_assert_no_error (error);
  return database;
}

static void
makes_the_file_and_its_folders_for_the_owner_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpDatabase) database = open_database (fixture, &version_1);
  g_autofree char *parent = g_path_get_dirname (fixture->path);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (parent, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (ask (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (database, "PRAGMA secure_delete"), ==, 1);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
stores_and_reads_values_of_every_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpDatabase) database = open_database (fixture, &version_1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpQuery) insert = NULL;
  g_autoptr (SpQuery) select = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GBytes) read_bytes = NULL;
  g_autofree char *name = NULL;
  gboolean has_row;

  insert = sp_query_new (database, "INSERT INTO thing VALUES (:id, :name, :size, :data)", &error);
  sp_query_bind_int (insert, ":id", G_MAXINT64);
  sp_query_bind_text (insert, ":name", "“é”");
  sp_query_bind_double (insert, ":size", NAN);
  sp_query_bind_bytes (insert, ":data", bytes);
  g_assert_true (sp_query_run (insert, &error));
  g_assert_cmpint (sp_database_get_n_changes (database), ==, 1);

  select = sp_query_new (database, "SELECT id, name, size, data FROM thing", &error);
  g_assert_true (sp_query_next (select, &has_row, &error));
  g_assert_true (has_row);
  name = sp_query_dup_text (select, 1);
  read_bytes = sp_query_dup_bytes (select, 3);
  g_assert_true (sp_query_get_int (select, 0) == G_MAXINT64);
  g_assert_cmpstr (name, ==, "“é”");
  g_assert_true (isnan (sp_query_get_double (select, 2)));
  g_assert_true (g_bytes_equal (bytes, read_bytes));
  g_assert_true (sp_query_next (select, &has_row, &error));
  g_assert_false (has_row);
}

static void
brings_an_older_version_up_to_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpDatabase *database = open_database (fixture, &version_1);

  g_assert_true (sp_database_execute (database, "INSERT INTO thing (name) VALUES ('x')", &error));
  sp_database_close (database);

  database = open_database (fixture, &version_2);
  g_assert_cmpint (ask (database, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM thing WHERE note = 'old'"), ==, 1);
  sp_database_close (database);
}

static void
leaves_the_old_version_when_a_migration_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpDatabase *database = open_database (fixture, &version_1);

  sp_database_close (database);
  g_assert_null (sp_database_open (fixture->path, &broken_version_3, &error));
  g_assert_error (error, SP_ERROR, SP_ERROR_DATABASE);

  database = open_database (fixture, &version_1);
  g_assert_cmpint (ask (database, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM sqlite_schema"), ==, 1);
  sp_database_close (database);
}

/* Files that must be refused, and must be the same bytes afterwards. */
static void
check_refused (Fixture *fixture, const SpDatabaseFormat *format, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  g_assert_null (sp_database_open (fixture->path, format, &error));
  g_assert_error (error, SP_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
refuses_a_newer_version (Fixture *fixture, gconstpointer data)
{
  sp_database_close (open_database (fixture, &version_2));
  check_refused (fixture, &version_1, SP_ERROR_DATABASE_NEWER);
}

static void
refuses_a_database_of_another_program (Fixture *fixture, gconstpointer data)
{
  sp_database_close (open_database (fixture, &of_somebody_else));
  check_refused (fixture, &version_1, SP_ERROR_DATABASE);
}

static void
refuses_a_file_that_is_no_database (Fixture *fixture, gconstpointer data)
{
  sp_database_close (open_database (fixture, &version_1));
  g_assert_true (g_file_set_contents (fixture->path, "These are words, and no tables.\n", -1, NULL));
  check_refused (fixture, &version_1, SP_ERROR_DATABASE);
}

static void
names_a_folder_that_cannot_be_made (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sp_database_open ("/proc/version/library.db", &version_1, &error));
  g_assert_error (error, SP_ERROR, SP_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "/proc/version/library.db"));
}

static gboolean
insert_and_fail (SpDatabase *database, gpointer data, GError **error)
{
  return sp_database_execute (database, "INSERT INTO thing (name) VALUES ('x')", error)
         && sp_database_execute (database, "INSERT INTO nothing VALUES (1)", error);
}

static void
undoes_a_transaction_that_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpDatabase) database = open_database (fixture, &version_1);
  g_autoptr (GError) error = NULL;

  g_assert_false (sp_database_transact (database, insert_and_fail, NULL, &error));
  g_assert_error (error, SP_ERROR, SP_ERROR_DATABASE);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM thing"), ==, 0);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static gboolean
insert_and_count_forever (SpDatabase *database, gpointer data, GError **error)
{
  return sp_database_execute (database, "INSERT INTO thing (name) VALUES ('x')", error)
         && sp_database_execute (database,
                                 "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n)"
                                 " SELECT count(*) FROM n",
                                 error);
}

static void
ends_an_endless_query_when_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpDatabase) database = open_database (fixture, &version_1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  sp_database_set_cancellable (database, cancellable);
  g_assert_false (sp_database_transact (database, insert_and_count_forever, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);

  sp_database_set_cancellable (database, NULL);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM thing"), ==, 0);
}

static void
compresses_and_gives_back_the_same_bytes (void)
{
  const gsize sizes[] = { 0, 1, 100, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree guint8 *data = g_malloc0 (sizes[i] + 1);
      g_autoptr (GBytes) bytes = g_bytes_new (data, sizes[i]);
      g_autoptr (GBytes) packed = sp_bytes_compress (bytes, NULL, NULL);
      g_autoptr (GBytes) again = sp_bytes_compress (bytes, NULL, NULL);
      g_autoptr (GBytes) unpacked = sp_bytes_decompress (packed, sizes[i], NULL, NULL);

      g_test_message ("%" G_GSIZE_FORMAT " bytes", sizes[i]);
      g_assert_true (g_bytes_equal (bytes, unpacked));
      g_assert_true (g_bytes_equal (packed, again));
    }
}

static void
refuses_to_unpack_more_or_less_than_expected (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789", 10);
  g_autoptr (GBytes) packed = sp_bytes_compress (bytes, NULL, NULL);

  for (gsize size = 0; size < 20; size++)
    {
      g_autoptr (GBytes) unpacked = sp_bytes_decompress (packed, size, NULL, NULL);

      g_assert_cmpint (unpacked != NULL, ==, size == 10);
    }
  g_assert_null (sp_bytes_decompress (bytes, 10, NULL, NULL));
}

#define ADD(name) g_test_add ("/core/database/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (makes_the_file_and_its_folders_for_the_owner_alone);
  ADD (stores_and_reads_values_of_every_type);
  ADD (brings_an_older_version_up_to_date);
  ADD (leaves_the_old_version_when_a_migration_fails);
  ADD (refuses_a_newer_version);
  ADD (refuses_a_database_of_another_program);
  ADD (refuses_a_file_that_is_no_database);
  ADD (names_a_folder_that_cannot_be_made);
  ADD (undoes_a_transaction_that_fails);
  ADD (ends_an_endless_query_when_cancelled);
  g_test_add_func ("/core/compression/compresses_and_gives_back_the_same_bytes",
                   compresses_and_gives_back_the_same_bytes);
  g_test_add_func ("/core/compression/refuses_to_unpack_more_or_less_than_expected",
                   refuses_to_unpack_more_or_less_than_expected);
  return g_test_run ();
}
