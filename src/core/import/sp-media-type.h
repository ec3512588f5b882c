/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-source.h"

G_BEGIN_DECLS

#define SP_MEDIA_TYPE_HTML "text/html"
#define SP_MEDIA_TYPE_MARKDOWN "text/markdown"
#define SP_MEDIA_TYPE_TEXT "text/plain"

gboolean    sp_media_type_check_readable (const SpSource *source, GError **error);
const char *sp_media_type_sniff          (const SpSource *source, const char *text, gsize length);

G_END_DECLS
