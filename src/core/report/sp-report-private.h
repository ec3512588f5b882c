/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The writers behind the table of formats: each turns the one model into bytes of its kind. */

#include "sp-report-model-private.h"
#include "sp-report.h"

G_BEGIN_DECLS

typedef GBytes *(*SpReportWriter) (const SpReportModel *model, const SpReportOptions *options,
                                   GError **error);

GBytes *sp_report_write_text (const SpReportModel *model, const SpReportOptions *options,
                              GError **error);
GBytes *sp_report_write_json (const SpReportModel *model, const SpReportOptions *options,
                              GError **error);
GBytes *sp_report_write_jsonl (const SpReportModel *model, const SpReportOptions *options,
                               GError **error);
GBytes *sp_report_write_pdf (const SpReportModel *model, const SpReportOptions *options,
                             GError **error);

G_END_DECLS
