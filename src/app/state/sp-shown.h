/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

gboolean        sp_shown_is_read (SpAnalysis *analysis);
const char     *sp_shown_explain_nothing (SpAnalysis *analysis, const char *usual);
const SpScores *sp_shown_get_scores (SpAnalysis *analysis);
GPtrArray      *sp_shown_get_answers (SpAnalysis *analysis);
GPtrArray      *sp_shown_get_key_points (SpAnalysis *analysis);
gboolean        sp_shown_is_dismissed (SpAnalysis *analysis, const SpFinding *finding);
char           *sp_shown_dup_review (SpAnalysis *analysis);

G_END_DECLS
