/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-document-private.h"

G_DEFINE_FINAL_TYPE (SpDocument, sp_document, G_TYPE_OBJECT)

static void
sp_document_finalize (GObject *object)
{
  SpDocument *self = SP_DOCUMENT (object);

  g_free (self->text);
  g_free (self->text_sha256);
  g_array_unref (self->blocks);
  g_array_unref (self->spam);
  g_ptr_array_unref (self->diagnostics);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->charset);
  g_free (self->sha256);
  g_free (self->title);
  g_free (self->domain);
  g_free (self->snapshot_date);
  g_free (self->declared_language);
  G_OBJECT_CLASS (sp_document_parent_class)->finalize (object);
}

static void
sp_document_class_init (SpDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_document_finalize;
}

static void
sp_document_init (SpDocument *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (SpBlock));
  self->spam = g_array_new (FALSE, FALSE, sizeof (SpSpan));
  self->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_diagnostic_free);
}

/**
 * sp_document_get_text:
 * @length: (out) (optional): bytes
 *
 * Returns: (transfer none): the normalised text; blocks are parted by empty lines, items by line feeds
 */
const char *
sp_document_get_text (SpDocument *self, gsize *length)
{
  if (length != NULL)
    *length = self->length;
  return self->text;
}

/**
 * sp_document_get_text_sha256:
 *
 * Returns: (transfer none): SHA-256 of the text, hexadecimal
 */
const char *
sp_document_get_text_sha256 (SpDocument *self)
{
  return self->text_sha256;
}

guint
sp_document_get_n_blocks (SpDocument *self)
{
  return self->blocks->len;
}

/**
 * sp_document_get_block:
 * @index: below sp_document_get_n_blocks()
 *
 * Returns: (transfer none): a block, valid as long as the document
 */
const SpBlock *
sp_document_get_block (SpDocument *self, guint index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, SpBlock, index);
}

/**
 * sp_document_get_spam:
 * @n_spans: (out): how many
 *
 * Words that were injected into the text (advertising for pills, casinos, loans): they stay in the
 * text, but are no part of sentences, statistics or evidence.
 *
 * Returns: (transfer none) (array length=n_spans): ascending, not overlapping
 */
const SpSpan *
sp_document_get_spam (SpDocument *self, guint *n_spans)
{
  *n_spans = self->spam->len;
  return (const SpSpan *) (gpointer) self->spam->data;
}

/**
 * sp_document_get_diagnostics:
 *
 * Returns: (transfer none) (element-type SpDiagnostic): what was met and repaired, by place
 */
GPtrArray *
sp_document_get_diagnostics (SpDocument *self)
{
  return self->diagnostics;
}

/**
 * sp_document_get_name:
 *
 * Returns: (transfer none): the file's name, without folders
 */
const char *
sp_document_get_name (SpDocument *self)
{
  return self->name;
}

/**
 * sp_document_get_media_type:
 *
 * Returns: (transfer none): as "text/html"
 */
const char *
sp_document_get_media_type (SpDocument *self)
{
  return self->media_type;
}

/**
 * sp_document_get_charset:
 *
 * Returns: (transfer none): what the bytes were decoded from, lower case, as "utf-8"
 */
const char *
sp_document_get_charset (SpDocument *self)
{
  return self->charset;
}

/**
 * sp_document_get_sha256:
 *
 * Returns: (transfer none): SHA-256 of the source bytes, hexadecimal: the document's identity
 */
const char *
sp_document_get_sha256 (SpDocument *self)
{
  return self->sha256;
}

gsize
sp_document_get_n_bytes (SpDocument *self)
{
  return self->n_bytes;
}

/**
 * sp_document_get_title:
 *
 * Returns: (transfer none) (nullable): the title or first heading
 */
const char *
sp_document_get_title (SpDocument *self)
{
  return self->title;
}

/**
 * sp_document_get_domain:
 *
 * Returns: (transfer none) (nullable): the host that the text was taken from, if the file says so
 */
const char *
sp_document_get_domain (SpDocument *self)
{
  return self->domain;
}

/**
 * sp_document_get_snapshot_date:
 *
 * Returns: (transfer none) (nullable): when an archive saved it, YYYY-MM-DD. Not the policy's date.
 */
const char *
sp_document_get_snapshot_date (SpDocument *self)
{
  return self->snapshot_date;
}

/**
 * sp_document_get_declared_language:
 *
 * Returns: (transfer none) (nullable): what the file says of its language, as "en"; often wrong
 */
const char *
sp_document_get_declared_language (SpDocument *self)
{
  return self->declared_language;
}

/**
 * sp_document_get_has_structure:
 *
 * Returns: whether headings and lists are the author's; %FALSE if they were lost on the way here and
 *   only recovered from running text
 */
gboolean
sp_document_get_has_structure (SpDocument *self)
{
  return self->has_structure;
}
