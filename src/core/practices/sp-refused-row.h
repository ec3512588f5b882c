/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-frame-lexicon.h"
#include "sp-segmentation.h"
#include "sp-statement.h"

G_BEGIN_DECLS

void sp_statements_deny_refused_rows (GPtrArray *statements, const SpFrameLexicon *lexicon,
                                      SpSegmentation *segmentation);

G_END_DECLS
