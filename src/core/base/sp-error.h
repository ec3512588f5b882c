/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

#define SP_ERROR (sp_error_quark ())

/**
 * SpError:
 * @SP_ERROR_UNSUPPORTED: no reader for this kind of file; convert it or paste its text
 * @SP_ERROR_ENCODING: the bytes are no text in any charset that could be decided
 * @SP_ERROR_PARSE: the file is damaged beyond reading
 * @SP_ERROR_ENCRYPTED: the file wants a password
 * @SP_ERROR_NO_TEXT: the file holds no text
 * @SP_ERROR_TOO_LARGE: a limit on size is passed
 * @SP_ERROR_TOO_DEEP: a limit on nesting is passed
 * @SP_ERROR_KNOWLEDGE: a knowledge file is wrong
 * @SP_ERROR_MODEL: a tagger model cannot be used
 * @SP_ERROR_DATABASE: the library cannot be read or written
 * @SP_ERROR_DATABASE_NEWER: the library was written by a newer version
 *
 * What can go wrong in a correct program. A message says what, where and what to do.
 * Cancelling is %G_IO_ERROR_CANCELLED and is shown to nobody.
 */
typedef enum
{
  SP_ERROR_UNSUPPORTED,
  SP_ERROR_ENCODING,
  SP_ERROR_PARSE,
  SP_ERROR_ENCRYPTED,
  SP_ERROR_NO_TEXT,
  SP_ERROR_TOO_LARGE,
  SP_ERROR_TOO_DEEP,
  SP_ERROR_KNOWLEDGE,
  SP_ERROR_MODEL,
  SP_ERROR_DATABASE,
  SP_ERROR_DATABASE_NEWER,
} SpError;

SP_EXPORT GQuark      sp_error_quark (void);
SP_EXPORT const char *sp_error_get_code (const GError *error);

gboolean sp_refuse_knowledge (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
