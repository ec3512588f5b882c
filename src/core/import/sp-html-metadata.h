/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-builder.h"

G_BEGIN_DECLS

void sp_html_metadata_read_element (SpDocumentBuilder *builder, const char *name,
                                    const char *const *attributes);
void sp_html_metadata_read_source  (SpDocumentBuilder *builder, const char *text, gsize length);

G_END_DECLS
