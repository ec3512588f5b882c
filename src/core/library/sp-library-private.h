/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-database.h"
#include "sp-library.h"

G_BEGIN_DECLS

/* What a job in the library's thread needs: copies and references. */
typedef struct
{
  gint64 id;            /* 0 where there is none */
  SpAnalysis *analysis; /* (owned) (nullable) */
  char *text;           /* (owned) (nullable) */
  guint limit;
} SpLibraryJob;

SpLibraryJob *_sp_library_job_new (gint64 id);
void          _sp_library_push (SpLibrary *self, gpointer tag, GTaskThreadFunc func, SpLibraryJob *job,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
SpDatabase   *_sp_library_get_database (SpLibrary *self, GCancellable *cancellable, GError **error);

void _sp_library_return_pointer (GTask *task, gpointer result, GDestroyNotify free_func, GError *error);
void _sp_library_return_success (GTask *task, gboolean success, GError *error);

G_END_DECLS
