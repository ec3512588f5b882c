/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-database.h"
#include "sp-library.h"

G_BEGIN_DECLS

/* The words of the kept policies. The library's thread only. */

gboolean sp_search_index (SpDatabase *database, gint64 id, SpAnalysis *analysis, GError **error);
gboolean sp_search_forget_removed (SpDatabase *database, GError **error);

char *sp_search_dup_query (const char *words);

G_END_DECLS
