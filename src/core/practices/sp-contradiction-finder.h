/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-contradiction-rules.h"
#include "sp-segmentation.h"
#include "sp-statement.h"

G_BEGIN_DECLS

GPtrArray *sp_contradictions_find (const SpContradictionRules *rules, SpSegmentation *segmentation,
                                   GPtrArray *statements, const GArray *detections);

G_END_DECLS
