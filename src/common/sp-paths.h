/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sp_paths_find_model (const char *chosen);
char **sp_paths_list_packs (void);
char *sp_paths_find_schemas (void);

G_END_DECLS
