/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-builder.h"

G_BEGIN_DECLS

gboolean sp_reader_check (SpDocumentBuilder *builder, GCancellable *cancellable, GError **error);

G_END_DECLS
