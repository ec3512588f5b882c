/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-builder.h"

G_BEGIN_DECLS

/**
 * SpHygienePass:
 *
 * Repairs one kind of damage in all blocks and leaves a diagnostic for each repair. Takes time
 * linear in the text. One file each; the order is in sp-hygiene.c.
 *
 * Source: the design's list of text hygiene (rubric 8.8 and 7.6).
 */
typedef void (*SpHygienePass) (SpDocumentBuilder *builder);

gboolean sp_hygiene_run (SpDocumentBuilder *builder, GCancellable *cancellable, GError **error);

gboolean sp_hygiene_is_plain_text (SpDocumentBuilder *builder);

void sp_mojibake_repair       (SpDocumentBuilder *builder);
void sp_stray_markup_remove   (SpDocumentBuilder *builder);
void sp_characters_normalize  (SpDocumentBuilder *builder);
void sp_lost_spaces_flag      (SpDocumentBuilder *builder);
void sp_wayback_remove_header (SpDocumentBuilder *builder);
void sp_glued_headings_split  (SpDocumentBuilder *builder);
void sp_typed_bullets_read    (SpDocumentBuilder *builder);
void sp_edge_menus_mark       (SpDocumentBuilder *builder);
void sp_bold_headings_find    (SpDocumentBuilder *builder);
void sp_boilerplate_mark      (SpDocumentBuilder *builder);
void sp_plain_headings_find   (SpDocumentBuilder *builder);
void sp_run_in_headings_split (SpDocumentBuilder *builder);
void sp_other_documents_mark  (SpDocumentBuilder *builder);
void sp_spam_mark             (SpDocumentBuilder *builder);
void sp_outline_finish        (SpDocumentBuilder *builder);

G_END_DECLS
