/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-importer.h"

#include <glib/gi18n-lib.h>

#include "sp-document-builder.h"
#include "sp-error.h"

/**
 * sp_importer_read:
 *
 * Reads a source into a document: decides type and charset, picks a reader, repairs the text.
 * Any thread; blocks.
 *
 * Errors: %SP_ERROR_UNSUPPORTED, %SP_ERROR_ENCODING, %SP_ERROR_NO_TEXT, %SP_ERROR_TOO_LARGE,
 * %SP_ERROR_TOO_DEEP, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the document
 */
SpDocument *
sp_importer_read (const SpSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpDocumentBuilder) builder = sp_document_builder_new (source);
  gsize length;
  const char *data = g_bytes_get_data (source->bytes, &length);
  g_autofree char *text = g_utf8_make_valid (data, length);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    sp_document_builder_add_block (builder, SP_BLOCK_PARAGRAPH, 0, paragraphs[i], -1);

  if (sp_document_builder_get_blocks (builder)->len == 0)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_NO_TEXT, _("“%s” holds no text."), source->name);
      return NULL;
    }
  return sp_document_builder_finish (builder);
}
