/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

/* What the tests of the library share: a library in a folder of its own, and its asynchronous calls,
 * waited for. */

#define POLICY                                                                                     \
  "Privacy policy of the Larkspur Reading Room\n\n"                                                \
  "Last updated: 3 April 2021\n\n"                                                                 \
  "We collect your name and your e-mail address when you borrow a book. We do not sell your "      \
  "personal information. We share your borrowing record with the libraries that lend to us.\n\n"   \
  "We keep the record for two years. You may ask us to delete it at any time by writing to "       \
  "reading-room@larkspur.example.\n"

typedef struct
{
  char *folder;
  char *path;
  SpLibrary *library;
  SpKnowledge *knowledge;
  SpAnalyzer *analyzer;
} Fixture;

typedef void (*ChangeFunc) (SpLibrary *, gint64, GCancellable *, GAsyncReadyCallback, gpointer);

void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
void keep_result_cb (GObject *object, GAsyncResult *result, gpointer user_data);
void wait_for (GAsyncResult **result);
GPtrArray *list_entries (Fixture *fixture, GError **error);
SpLibraryEntry *add_analysis (Fixture *fixture, SpAnalysis *analysis);
SpSource *load_source (Fixture *fixture, gint64 id, GError **error);
gboolean change (Fixture *fixture, ChangeFunc func, gint64 id, GError **error);
gboolean purge (Fixture *fixture, GError **error);
SpAnalysis *analyze (Fixture *fixture, const char *text, const char *name, const char *media_type);
SpLibraryEntry *add_text (Fixture *fixture, const char *text, const char *name);
char *ask_file (const char *path, const char *sql);
void assert_count (Fixture *fixture, const char *table, guint expected);
