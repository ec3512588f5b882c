/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-span.h"

G_BEGIN_DECLS

/**
 * SpOffsetMap:
 *
 * Turns byte offsets of one text into offsets in Unicode code points, as exports give them.
 */
typedef struct _SpOffsetMap SpOffsetMap;

SP_EXPORT SpOffsetMap *sp_offset_map_new (const char *text, gsize length);
SP_EXPORT void         sp_offset_map_free (SpOffsetMap *self);
SP_EXPORT gsize        sp_offset_map_to_code_points (const SpOffsetMap *self, gsize byte_offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpOffsetMap, sp_offset_map_free)

SP_EXPORT char *sp_text_collapse_spaces (const char *text, gssize length);
SP_EXPORT guint sp_text_count_words (const char *text, gssize length);

G_END_DECLS
