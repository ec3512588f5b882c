/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-error.h"

G_DEFINE_QUARK (sp-error-quark, sp_error)

static const char *const codes[] = {
  [SP_ERROR_UNSUPPORTED] = "unsupported",
  [SP_ERROR_ENCODING] = "encoding",
  [SP_ERROR_PARSE] = "parse",
  [SP_ERROR_ENCRYPTED] = "encrypted",
  [SP_ERROR_NO_TEXT] = "no-text",
  [SP_ERROR_TOO_LARGE] = "too-large",
  [SP_ERROR_TOO_DEEP] = "too-deep",
  [SP_ERROR_KNOWLEDGE] = "knowledge",
  [SP_ERROR_MODEL] = "model",
  [SP_ERROR_DATABASE] = "database",
  [SP_ERROR_DATABASE_NEWER] = "database-newer",
};
G_STATIC_ASSERT (G_N_ELEMENTS (codes) == SP_ERROR_DATABASE_NEWER + 1);

/**
 * sp_error_get_code:
 *
 * Names an error for machines, as exports do: the codes of #SpError, "unreadable" for a file that
 * could not be read, "internal" for anything else.
 *
 * Returns: (transfer none): a stable word
 */
const char *
sp_error_get_code (const GError *error)
{
  if (error->domain == SP_ERROR)
    return codes[error->code];
  if (error->domain == G_IO_ERROR && error->code == G_IO_ERROR_CANCELLED)
    return "cancelled";
  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return "unreadable";
  return "internal";
}

/**
 * sp_refuse_knowledge:
 * @format: what is wrong with a knowledge file
 *
 * Sets %SP_ERROR_KNOWLEDGE. For loaders, which read one member after the other and stop at the first
 * that is wrong.
 *
 * Returns: %FALSE
 */
gboolean
sp_refuse_knowledge (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, SP_ERROR, SP_ERROR_KNOWLEDGE, message);
  return FALSE;
}
