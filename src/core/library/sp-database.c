/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <unistd.h>

#include "sp-error.h"

/* How long to wait for another program that writes to the same file. */
#define BUSY_TIMEOUT_MS 5000

/* Steps of SQLite's machine between two looks at the cancellable: well under a millisecond. */
#define STEPS_PER_PROGRESS 2000

struct _SpDatabase
{
  sqlite3 *handle;           /* (owned) */
  char *path;                /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
};

struct _SpQuery
{
  SpDatabase *database; /* (not owned) */
  sqlite3_stmt *stmt;   /* (owned) */
};

static void
set_error (SpDatabase *self, int code, GError **error)
{
  g_autofree char *path = g_filename_display_name (self->path);

  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, SP_ERROR, SP_ERROR_DATABASE,
                   /* Translators: %s is the path of a file. */
                   _("The library “%s” is damaged. Put a copy that you kept in its place, or move "
                     "it away to begin a new one."),
                   path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, SP_ERROR, SP_ERROR_DATABASE,
                   /* Translators: %s is the path of a file. */
                   _("The library “%s” is in use by another program. Try again when that is done."),
                   path);
      break;
    case SQLITE_FULL:
      g_set_error (error, SP_ERROR, SP_ERROR_DATABASE,
                   /* Translators: %s is the path of a file. */
                   _("There is no space left to write the library “%s”. Free some and try again."),
                   path);
      break;
    default:
      g_set_error (error, SP_ERROR, SP_ERROR_DATABASE,
                   /* Translators: the first %s is the path of a file, the second what SQLite says. */
                   _("The library “%s” cannot be used: %s. Check that the file and its folder can be "
                     "read and written."),
                   path, self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
    }
}

static int
look_at_cancellable_cb (gpointer user_data)
{
  SpDatabase *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Makes the file and its folder readable for their owner alone: what somebody reads is private. */
static gboolean
create_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (path);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_DATABASE,
                   /* Translators: the first %s is the path of a file, the second a reason. */
                   _("The library “%s” cannot be opened: %s. Check that the file and its folder can "
                     "be read and written."),
                   shown, g_strerror (errno));
      return FALSE;
    }
  return g_close (fd, error);
}

static gboolean
read_number (SpDatabase *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (SpQuery) query = sp_query_new (self, sql, error);
  gboolean has_row;

  if (query == NULL || !sp_query_next (query, &has_row, error))
    return FALSE;
  *number = has_row ? sp_query_get_int (query, 0) : 0;
  return TRUE;
}

static gboolean
write_pragma (SpDatabase *self, const char *pragma, int value, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s = %d", pragma, value);

  return sp_database_execute (self, sql, error);
}

/* A file without tables is new; one with tables must carry our mark. */
static gboolean
check_owner (SpDatabase *self, const SpDatabaseFormat *format, GError **error)
{
  g_autofree char *path = NULL;
  gint64 application_id, n_tables;

  if (!read_number (self, "PRAGMA application_id", &application_id, error)
      || !read_number (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (n_tables == 0 || application_id == format->application_id)
    return TRUE;

  path = g_filename_display_name (self->path);
  g_set_error (error, SP_ERROR, SP_ERROR_DATABASE,
               /* Translators: %s is the path of a file. */
               _("“%s” is a database of another program. Choose another place for the library."), path);
  return FALSE;
}

static gboolean
check_version (SpDatabase *self, const SpDatabaseFormat *format, gint64 version, GError **error)
{
  g_autofree char *path = NULL;

  if (version <= format->n_migrations)
    return TRUE;

  path = g_filename_display_name (self->path);
  g_set_error (error, SP_ERROR, SP_ERROR_DATABASE_NEWER,
               /* Translators: %s is the path of a file. */
               _("The library “%s” was written by a newer version of Smallprint. Update Smallprint to "
                 "open it."),
               path);
  return FALSE;
}

/* Runs inside a transaction: asks for the version again, for another program may have been first. */
static gboolean
climb (SpDatabase *self, gpointer data, GError **error)
{
  const SpDatabaseFormat *format = data;
  gint64 version;

  if (!read_number (self, "PRAGMA user_version", &version, error)
      || !check_version (self, format, version, error))
    return FALSE;
  for (guint i = version; i < format->n_migrations; i++)
    if (!sp_database_execute (self, format->migrations[i], error))
      return FALSE;
  return write_pragma (self, "application_id", format->application_id, error)
         && write_pragma (self, "user_version", format->n_migrations, error);
}

static gboolean
prepare_file (SpDatabase *self, const SpDatabaseFormat *format, GError **error)
{
  gint64 version;

  /* Nothing is written before it is clear that the file is ours and not from the future. */
  if (!check_owner (self, format, error) || !read_number (self, "PRAGMA user_version", &version, error)
      || !check_version (self, format, version, error))
    return FALSE;
  if (!sp_database_execute (self,
                            "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;"
                            "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON",
                            error))
    return FALSE;
  return version == format->n_migrations
         || sp_database_transact (self, climb, (gpointer) format, error);
}

/**
 * sp_database_open:
 *
 * Opens a database file, makes it (and its folder) if it is missing, and brings an older version up
 * to date, in one transaction. A file that is damaged, newer or somebody else's is not touched.
 *
 * Errors: also %SP_ERROR_DATABASE_NEWER.
 *
 * Returns: (transfer full): the open database
 */
SpDatabase *
sp_database_open (const char *path, const SpDatabaseFormat *format, GError **error)
{
  g_autoptr (SpDatabase) self = g_new0 (SpDatabase, 1);
  int code;

  self->path = g_strdup (path);
  if (!create_file (path, error))
    return NULL;

  code = sqlite3_open_v2 (path, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->handle, STEPS_PER_PROGRESS, look_at_cancellable_cb, self);
  /* The file may come from anywhere: its schema gets no say in what runs. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);

  if (!prepare_file (self, format, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
sp_database_close (SpDatabase *self)
{
  sqlite3_close (self->handle);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

const char *
sp_database_get_path (SpDatabase *self)
{
  return self->path;
}

/**
 * sp_database_set_cancellable:
 * @cancellable: (nullable): ends the queries that follow
 */
void
sp_database_set_cancellable (SpDatabase *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/**
 * sp_database_execute:
 * @sql: statements without values; rows are thrown away
 */
gboolean
sp_database_execute (SpDatabase *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    set_error (self, code, error);
  return code == SQLITE_OK;
}

/**
 * sp_database_transact:
 * @func: what has to happen as a whole
 *
 * Runs @func in a transaction. If it fails, or the process ends, nothing of it has happened.
 */
gboolean
sp_database_transact (SpDatabase *self, SpDatabaseFunc func, gpointer data, GError **error)
{
  if (!sp_database_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (func (self, data, error) && sp_database_execute (self, "COMMIT", error))
    return TRUE;

  /* A cancelled transaction must still be rolled back; some errors have done that already. */
  sp_database_set_cancellable (self, NULL);
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/**
 * sp_database_get_n_changes:
 *
 * Returns: how many rows the last statement wrote or removed
 */
int
sp_database_get_n_changes (SpDatabase *self)
{
  return sqlite3_changes (self->handle);
}

/**
 * sp_query_new:
 * @sql: one statement, with parameters as ":name"
 *
 * Returns: (transfer full): a query, to be bound and run
 */
SpQuery *
sp_query_new (SpDatabase *database, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  SpQuery *self;
  int code = sqlite3_prepare_v2 (database->handle, sql, -1, &stmt, NULL);

  if (code != SQLITE_OK)
    {
      set_error (database, code, error);
      return NULL;
    }

  self = g_new0 (SpQuery, 1);
  self->database = database;
  self->stmt = stmt;
  return self;
}

void
sp_query_free (SpQuery *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

static int
find_parameter (SpQuery *self, const char *parameter)
{
  int index = sqlite3_bind_parameter_index (self->stmt, parameter);

  g_assert (index > 0);
  return index;
}

void
sp_query_bind_int (SpQuery *self, const char *parameter, gint64 value)
{
  sqlite3_bind_int64 (self->stmt, find_parameter (self, parameter), value);
}

/**
 * sp_query_bind_double:
 * @value: NaN is stored as NULL
 */
void
sp_query_bind_double (SpQuery *self, const char *parameter, double value)
{
  sqlite3_bind_double (self->stmt, find_parameter (self, parameter), value);
}

/**
 * sp_query_bind_text:
 * @value: (nullable): is copied
 */
void
sp_query_bind_text (SpQuery *self, const char *parameter, const char *value)
{
  sqlite3_bind_text (self->stmt, find_parameter (self, parameter), value, -1, SQLITE_TRANSIENT);
}

void
sp_query_bind_bytes (SpQuery *self, const char *parameter, GBytes *value)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (value, &size);

  sqlite3_bind_blob64 (self->stmt, find_parameter (self, parameter), size > 0 ? data : "", size,
                       SQLITE_TRANSIENT);
}

/**
 * sp_query_next:
 * @has_row: (out): whether there is one more row to read
 *
 * Goes to the next row. After the last one the query can be bound and run again.
 */
gboolean
sp_query_next (SpQuery *self, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (self->stmt);

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    set_error (self->database, code, error);
  sqlite3_reset (self->stmt);
  return code == SQLITE_DONE;
}

/**
 * sp_query_run:
 *
 * Runs a query that gives no rows, and makes it ready to be bound and run again.
 */
gboolean
sp_query_run (SpQuery *self, GError **error)
{
  gboolean has_row;

  return sp_query_next (self, &has_row, error);
}

gint64
sp_query_get_int (SpQuery *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * sp_query_get_double:
 *
 * Returns: the number, NaN for NULL
 */
double
sp_query_get_double (SpQuery *self, int column)
{
  if (sqlite3_column_type (self->stmt, column) == SQLITE_NULL)
    return NAN;
  return sqlite3_column_double (self->stmt, column);
}

/**
 * sp_query_dup_text:
 *
 * Returns: (transfer full) (nullable): the text, valid UTF-8 whatever the file holds
 */
char *
sp_query_dup_text (SpQuery *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

GBytes *
sp_query_dup_bytes (SpQuery *self, int column)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, column));
}
