/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-segmentation.h"

G_BEGIN_DECLS

guint sp_sentence_splitter_find_end (const char *text, const SpToken *tokens, guint first, guint end);

G_END_DECLS
