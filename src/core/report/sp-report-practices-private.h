/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-report-model-private.h"

G_BEGIN_DECLS

/**
 * SpReportDataRow:
 * @data: the type of data
 * @text: what happens to it, for people: “For: Marketing, Security. Goes to: Advertisers”
 *
 * All cells of the data map that speak of one type of data, in words.
 */
typedef struct
{
  const SpConcept *data;
  char *text; /* (owned) */
} SpReportDataRow;

GPtrArray *sp_report_list_data_rows (SpAnalysis *analysis);

G_END_DECLS
