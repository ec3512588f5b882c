/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SP_FEATURES_VERSION:
 *
 * Goes up when the features of any text change; weights fit one version only.
 */
#define SP_FEATURES_VERSION 1

void     sp_features_extract (const char *text, gsize length, const char *heading,
                              GArray *features);
gboolean sp_features_find_phrase (const char *phrase, guint32 *feature);

G_END_DECLS
