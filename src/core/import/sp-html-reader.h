/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-builder.h"

G_BEGIN_DECLS

gboolean sp_html_reader_read (SpDocumentBuilder *builder, const char *text, gsize length,
                              GCancellable *cancellable, GError **error);
gboolean sp_html_reader_read_fragment (SpDocumentBuilder *builder, const char *text, gsize length,
                                       GCancellable *cancellable, GError **error);

G_END_DECLS
