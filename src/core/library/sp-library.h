/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-analysis.h"
#include "sp-source.h"

G_BEGIN_DECLS

/**
 * SpLibraryEntry:
 * A kept policy, as the list shows it. Immutable.
 */
#define SP_TYPE_LIBRARY_ENTRY (sp_library_entry_get_type ())
SP_EXPORT GType sp_library_entry_get_type (void);
G_DECLARE_FINAL_TYPE (SpLibraryEntry, sp_library_entry, SP, LIBRARY_ENTRY, GObject)

SP_EXPORT gint64      sp_library_entry_get_id (SpLibraryEntry *self);
SP_EXPORT const char *sp_library_entry_get_title (SpLibraryEntry *self);
SP_EXPORT const char *sp_library_entry_get_name (SpLibraryEntry *self);
SP_EXPORT const char *sp_library_entry_get_domain (SpLibraryEntry *self);
SP_EXPORT const char *sp_library_entry_get_language (SpLibraryEntry *self);
SP_EXPORT const char *sp_library_entry_get_date (SpLibraryEntry *self);
SP_EXPORT const char *sp_library_entry_get_sha256 (SpLibraryEntry *self);
SP_EXPORT double      sp_library_entry_get_score (SpLibraryEntry *self, SpDimension dimension);
SP_EXPORT double      sp_library_entry_get_overall (SpLibraryEntry *self);
SP_EXPORT char        sp_library_entry_get_grade (SpLibraryEntry *self);
SP_EXPORT gboolean    sp_library_entry_get_grade_uncertain (SpLibraryEntry *self);
SP_EXPORT gboolean    sp_library_entry_get_is_outdated (SpLibraryEntry *self);

/**
 * SpLibrary:
 *
 * The kept policies, in one SQLite file. All SQL runs on the library's own thread; the calls below
 * are asynchronous and finish in the caller's thread-default context. Removing keeps the row until
 * sp_library_purge_async(), so that it can be undone.
 *
 * Errors of all calls: %SP_ERROR_DATABASE, %SP_ERROR_DATABASE_NEWER, %G_IO_ERROR_CANCELLED; with an
 * id that is not there %G_IO_ERROR_NOT_FOUND.
 */
#define SP_TYPE_LIBRARY (sp_library_get_type ())
SP_EXPORT GType sp_library_get_type (void);
G_DECLARE_FINAL_TYPE (SpLibrary, sp_library, SP, LIBRARY, GObject)

SP_EXPORT SpLibrary *sp_library_new (const char *path);
SP_EXPORT char      *sp_library_dup_default_path (void);

SP_EXPORT void       sp_library_list_async (SpLibrary *self, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT GPtrArray *sp_library_list_finish (SpLibrary *self, GAsyncResult *result, GError **error);

SP_EXPORT void            sp_library_add_async (SpLibrary *self, SpAnalysis *analysis,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT SpLibraryEntry *sp_library_add_finish (SpLibrary *self, GAsyncResult *result, GError **error);

SP_EXPORT void      sp_library_load_async (SpLibrary *self, gint64 id, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT SpSource *sp_library_load_finish (SpLibrary *self, GAsyncResult *result, GError **error);

SP_EXPORT void     sp_library_remove_async (SpLibrary *self, gint64 id, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT void     sp_library_restore_async (SpLibrary *self, gint64 id, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT void     sp_library_purge_async (SpLibrary *self, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);

SP_EXPORT void  sp_library_load_review_async (SpLibrary *self, gint64 id, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT void  sp_library_load_profile_async (SpLibrary *self, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT char *sp_library_load_text_finish (SpLibrary *self, GAsyncResult *result, GError **error);

SP_EXPORT void sp_library_set_review_async (SpLibrary *self, gint64 id, const char *json,
                                            GCancellable *cancellable, GAsyncReadyCallback callback,
                                            gpointer user_data);
SP_EXPORT void sp_library_set_profile_async (SpLibrary *self, const char *json,
                                             GCancellable *cancellable, GAsyncReadyCallback callback,
                                             gpointer user_data);

SP_EXPORT gboolean sp_library_change_finish (SpLibrary *self, GAsyncResult *result, GError **error);

/**
 * SpLibraryHit:
 * @segment: the best clause, or %SP_LIBRARY_HIT_TITLE where the words stand in title, name or domain
 * @n_clauses: how many clauses hold the words
 * @snippet: some words of that clause
 * @matches: (element-type SpSpan): what was searched for, in bytes of @snippet
 *
 * A policy that holds the words, and where.
 */
typedef struct
{
  SpLibraryEntry *entry; /* (owned) */
  guint segment;
  guint n_clauses;
  char *snippet;   /* (owned) */
  GArray *matches; /* (owned) */
} SpLibraryHit;

#define SP_LIBRARY_HIT_TITLE G_MAXUINT

SP_EXPORT void sp_library_hit_free (SpLibraryHit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpLibraryHit, sp_library_hit_free)

SP_EXPORT void       sp_library_search_async (SpLibrary *self, const char *words, guint limit,
                                              GCancellable *cancellable, GAsyncReadyCallback callback,
                                              gpointer user_data);
SP_EXPORT GPtrArray *sp_library_search_finish (SpLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
