/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-segmentation.h"

G_BEGIN_DECLS

void sp_tokenizer_read (const char *text, SpSpan span, GStringChunk *norms, GArray *tokens);

G_END_DECLS
