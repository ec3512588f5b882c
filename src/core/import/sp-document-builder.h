/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document.h"
#include "sp-draft-block.h"
#include "sp-source.h"

G_BEGIN_DECLS

/**
 * SpDocumentBuilder:
 *
 * Collects the blocks and facts of one file and makes an #SpDocument of them. One thread.
 */
typedef struct _SpDocumentBuilder SpDocumentBuilder;

SpDocumentBuilder *sp_document_builder_new (const SpSource *source);
void               sp_document_builder_free (SpDocumentBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDocumentBuilder, sp_document_builder_free)

void       sp_document_builder_add_block (SpDocumentBuilder *self, SpBlockKind kind, guint level,
                                          const char *text, gssize length);
void       sp_document_builder_take_block (SpDocumentBuilder *self, SpDraftBlock *block);
GPtrArray *sp_document_builder_get_blocks (SpDocumentBuilder *self);
GPtrArray *sp_document_builder_steal_blocks (SpDocumentBuilder *self);

const char *sp_document_builder_get_media_type (SpDocumentBuilder *self);
const char *sp_document_builder_get_title      (SpDocumentBuilder *self);

void sp_document_builder_set_media_type (SpDocumentBuilder *self, const char *media_type);
void sp_document_builder_set_charset (SpDocumentBuilder *self, const char *charset);
void sp_document_builder_set_title (SpDocumentBuilder *self, const char *title);
void sp_document_builder_set_domain (SpDocumentBuilder *self, const char *domain);
void sp_document_builder_set_snapshot_date (SpDocumentBuilder *self, const char *date);
void sp_document_builder_set_declared_language (SpDocumentBuilder *self, const char *language);
void sp_document_builder_set_has_structure (SpDocumentBuilder *self, gboolean has_structure);

void sp_document_builder_note (SpDocumentBuilder *self, const char *id, SpDraftBlock *block,
                               gsize start, gsize end, const char *message);
void sp_document_builder_add_spam (SpDocumentBuilder *self, SpDraftBlock *block, gsize start, gsize end);

SpDocument *sp_document_builder_finish (SpDocumentBuilder *self);

G_END_DECLS
