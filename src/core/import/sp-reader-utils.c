/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-reader-utils.h"

#include <glib/gi18n-lib.h>

#include "sp-error.h"
#include "sp-limits.h"

/**
 * sp_reader_check:
 *
 * For the loops of readers: stops them when cancelled or over the limit of blocks.
 *
 * Returns: %FALSE with @error set if the reader must stop
 */
gboolean
sp_reader_check (SpDocumentBuilder *builder, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (sp_document_builder_get_blocks (builder)->len <= SP_LIMIT_BLOCKS)
    return TRUE;

  g_set_error (error, SP_ERROR, SP_ERROR_TOO_LARGE,
               _("There are more than %u paragraphs. Save only the policy itself and open that."),
               SP_LIMIT_BLOCKS);
  return FALSE;
}
