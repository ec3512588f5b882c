/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpDatabaseFormat:
 * @application_id: marks the files that are ours
 * @migrations: (array length=n_migrations): SQL; number n makes version n of an older one
 *
 * What a database file has to look like. Its version is the number of migrations it has seen.
 */
typedef struct
{
  gint32 application_id;
  const char *const *migrations;
  guint n_migrations;
} SpDatabaseFormat;

/**
 * SpDatabase:
 *
 * An SQLite file. One thread at a time; blocks.
 *
 * Errors of all calls: %SP_ERROR_DATABASE, with a message that names the file and says what to do,
 * and %G_IO_ERROR_CANCELLED.
 */
typedef struct _SpDatabase SpDatabase;

/**
 * SpQuery:
 *
 * A prepared statement with its values. Ends before its database does.
 */
typedef struct _SpQuery SpQuery;

typedef gboolean (*SpDatabaseFunc) (SpDatabase *self, gpointer data, GError **error);

SpDatabase *sp_database_open (const char *path, const SpDatabaseFormat *format, GError **error);
void        sp_database_close (SpDatabase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDatabase, sp_database_close)

const char *sp_database_get_path (SpDatabase *self);
void        sp_database_set_cancellable (SpDatabase *self, GCancellable *cancellable);
gboolean    sp_database_execute (SpDatabase *self, const char *sql, GError **error);
gboolean    sp_database_transact (SpDatabase *self, SpDatabaseFunc func, gpointer data, GError **error);
int         sp_database_get_n_changes (SpDatabase *self);

SpQuery *sp_query_new (SpDatabase *database, const char *sql, GError **error);
void     sp_query_free (SpQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpQuery, sp_query_free)

void sp_query_bind_int (SpQuery *self, const char *parameter, gint64 value);
void sp_query_bind_double (SpQuery *self, const char *parameter, double value);
void sp_query_bind_text (SpQuery *self, const char *parameter, const char *value);
void sp_query_bind_bytes (SpQuery *self, const char *parameter, GBytes *value);

gboolean sp_query_next (SpQuery *self, gboolean *has_row, GError **error);
gboolean sp_query_run (SpQuery *self, GError **error);

gint64  sp_query_get_int (SpQuery *self, int column);
double  sp_query_get_double (SpQuery *self, int column);
char   *sp_query_dup_text (SpQuery *self, int column);
GBytes *sp_query_dup_bytes (SpQuery *self, int column);

G_END_DECLS
