/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-summary-rules.h"

G_BEGIN_DECLS

/* More than this is no summary. */
#define SP_MAX_KEY_POINTS 10

GPtrArray *sp_summary_write (const SpSummaryRules *rules, const SpObservations *observations, const char *text);

G_END_DECLS
