/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-report.h"

G_BEGIN_DECLS

typedef struct _cairo cairo_t;

/**
 * SpReportPages:
 *
 * The report as PDF has it, page by page, for a printer. Belongs to one thread at a time.
 */
typedef struct _SpReportPages SpReportPages;

SP_EXPORT SpReportPages *sp_report_pages_new (SpAnalysis *analysis, const SpReportOptions *options, GError **error);
SP_EXPORT void           sp_report_pages_free (SpReportPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpReportPages, sp_report_pages_free)

SP_EXPORT guint sp_report_pages_get_n_pages (const SpReportPages *self);
SP_EXPORT void  sp_report_pages_get_size (const SpReportPages *self, double *width, double *height);
SP_EXPORT void  sp_report_pages_draw (const SpReportPages *self, guint page, cairo_t *cr);

G_END_DECLS
