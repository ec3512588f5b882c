/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/* Nesting that our own formats never come near; json-glib recurses without a limit of its own. */
#define SP_JSON_MAX_DEPTH 64

SP_EXPORT gboolean sp_json_read_strings (const char *data, gsize length, const char *const *names,
                                         char **values, GError **error);

G_END_DECLS
