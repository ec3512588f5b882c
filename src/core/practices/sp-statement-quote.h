/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-segmentation.h"
#include "sp-statement.h"

G_BEGIN_DECLS

SP_EXPORT SpSpan sp_statement_get_quote (const SpStatement *self, SpSegmentation *segmentation);

G_END_DECLS
