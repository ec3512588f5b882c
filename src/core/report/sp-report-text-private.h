/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Parts of the report for the terminal. */

#include "sp-report-model-private.h"
#include "sp-report-terminal-private.h"

G_BEGIN_DECLS

#define SP_REPORT_QUOTE_INDENT "      "

void sp_report_text_add_heading (SpTerminal *terminal, const char *title);
void sp_report_text_add_first_quote (SpTerminal *terminal, const SpReportModel *model,
                                     const GArray *evidence, guint n_lines);

void sp_report_text_add_packs (SpTerminal *terminal, const SpReportModel *model);

G_END_DECLS
