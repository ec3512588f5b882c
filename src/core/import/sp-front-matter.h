/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-builder.h"

G_BEGIN_DECLS

gsize sp_front_matter_read (SpDocumentBuilder *builder, const char *text, gsize length);

G_END_DECLS
