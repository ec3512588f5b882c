/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-database.h"
#include "sp-library.h"

G_BEGIN_DECLS

/* The statements behind SpLibrary. The library's thread only. */

GPtrArray      *sp_library_store_list (SpDatabase *database, GError **error);
SpLibraryEntry *sp_library_store_find (SpDatabase *database, gint64 id, GError **error);
gboolean        sp_library_store_check (SpDatabase *database, gint64 id, GError **error);
SpLibraryEntry *sp_library_store_add (SpDatabase *database, SpAnalysis *analysis,
                                      GCancellable *cancellable, GError **error);
SpSource       *sp_library_store_load (SpDatabase *database, gint64 id, GCancellable *cancellable,
                                       GError **error);
gboolean        sp_library_store_set_removed (SpDatabase *database, gint64 id, gboolean removed,
                                              GError **error);
gboolean        sp_library_store_purge (SpDatabase *database, GError **error);

G_END_DECLS
