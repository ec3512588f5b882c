/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-source.h"

G_BEGIN_DECLS

/**
 * SpDecoded:
 * @text: valid UTF-8 without byte order mark and NUL, lines ended by line feeds
 * @charset: what the bytes were decoded from, lower case
 * @guessed: whether nothing in the file spoke for @charset
 * @n_replaced: how many bytes were no text and became U+FFFD
 *
 * A file's text.
 */
typedef struct
{
  GString *text;
  char *charset;
  gboolean guessed;
  guint n_replaced;
} SpDecoded;

SpDecoded *sp_charset_decode (const SpSource *source, GError **error);
void       sp_decoded_free   (SpDecoded *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDecoded, sp_decoded_free)

gunichar sp_charset_from_windows_1252 (guchar byte);
int      sp_charset_to_windows_1252   (gunichar character);

G_END_DECLS
