/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-block.h"
#include "sp-diagnostic.h"

G_BEGIN_DECLS

/**
 * SpDocument:
 *
 * What was read from a file: one normalised text (UTF-8, NFC, LF) with its blocks and what is known
 * of its origin. Immutable; any thread.
 */
#define SP_TYPE_DOCUMENT (sp_document_get_type ())
SP_EXPORT GType sp_document_get_type (void);
G_DECLARE_FINAL_TYPE (SpDocument, sp_document, SP, DOCUMENT, GObject)

SP_EXPORT const char *sp_document_get_text (SpDocument *self, gsize *length);
SP_EXPORT const char *sp_document_get_text_sha256 (SpDocument *self);

SP_EXPORT guint          sp_document_get_n_blocks (SpDocument *self);
SP_EXPORT const SpBlock *sp_document_get_block (SpDocument *self, guint index);

SP_EXPORT const SpSpan *sp_document_get_spam (SpDocument *self, guint *n_spans);
SP_EXPORT GPtrArray    *sp_document_get_diagnostics (SpDocument *self);

SP_EXPORT const char *sp_document_get_name (SpDocument *self);
SP_EXPORT const char *sp_document_get_media_type (SpDocument *self);
SP_EXPORT const char *sp_document_get_charset (SpDocument *self);
SP_EXPORT const char *sp_document_get_sha256 (SpDocument *self);
SP_EXPORT gsize       sp_document_get_n_bytes (SpDocument *self);
SP_EXPORT const char *sp_document_get_title (SpDocument *self);
SP_EXPORT const char *sp_document_get_domain (SpDocument *self);
SP_EXPORT const char *sp_document_get_snapshot_date (SpDocument *self);
SP_EXPORT const char *sp_document_get_declared_language (SpDocument *self);
SP_EXPORT gboolean    sp_document_get_has_structure (SpDocument *self);

G_END_DECLS
