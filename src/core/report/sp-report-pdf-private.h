/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Parts of the PDF. */

#include "sp-report-model-private.h"
#include "sp-report-pdf-canvas-private.h"

G_BEGIN_DECLS

/* Of a quote that only shows where an answer comes from. */
#define SP_REPORT_RECEIPT_CHARACTERS 160

extern const SpPdfStyle sp_report_pdf_heading_style;
extern const SpPdfStyle sp_report_pdf_body_style;
extern const SpPdfStyle sp_report_pdf_small_style;
extern const SpPdfStyle sp_report_pdf_row_style;
extern const SpPdfStyle sp_report_pdf_row_head_style;
extern const SpPdfStyle sp_report_pdf_receipt_style;
extern const SpPdfStyle sp_report_pdf_quote_style;

void sp_report_pdf_add_all (SpPdfCanvas *canvas, const SpReportModel *model);
void sp_report_pdf_add_contradictions (SpPdfCanvas *canvas, const SpReportModel *model);
void sp_report_pdf_add_data_map (SpPdfCanvas *canvas, const SpReportModel *model);
void sp_report_pdf_add_packs (SpPdfCanvas *canvas, const SpReportModel *model);

G_END_DECLS
