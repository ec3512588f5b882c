/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-pages.h"

#include "sp-report-pdf-private.h"

struct _SpReportPages
{
  GPtrArray *recordings; /* (owned): as sp_pdf_canvas_finish_pages() gives them */
};

static GPtrArray *
draw (const SpReportModel *model, guint n_pages, GError **error)
{
  g_autofree char *footer = sp_report_dup_footer ();
  g_autoptr (SpPdfCanvas) canvas = sp_pdf_canvas_new_for_pages (footer, n_pages);

  sp_report_pdf_add_all (canvas, model);
  return sp_pdf_canvas_finish_pages (canvas, error);
}

/**
 * sp_report_pages_new:
 *
 * Lays out the report of the format "pdf". Takes a while; any thread.
 *
 * Errors: %G_IO_ERROR_FAILED if the pages could not be drawn.
 *
 * Returns: (transfer full): the pages
 */
SpReportPages *
sp_report_pages_new (SpAnalysis *analysis, const SpReportOptions *options, GError **error)
{
  g_autoptr (SpReportModel) model = sp_report_model_new (analysis, options);
  g_autoptr (GPtrArray) counted = draw (model, 0, error);
  g_autoptr (GPtrArray) recordings = counted != NULL ? draw (model, counted->len, error) : NULL;
  SpReportPages *self;

  if (recordings == NULL)
    return NULL;
  self = g_new0 (SpReportPages, 1);
  self->recordings = g_steal_pointer (&recordings);
  return self;
}

/**
 * sp_report_pages_free:
 *
 * Frees what sp_report_pages_new() returned.
 */
void
sp_report_pages_free (SpReportPages *self)
{
  g_ptr_array_unref (self->recordings);
  g_free (self);
}

/**
 * sp_report_pages_get_n_pages:
 *
 * Returns: how many, at least 1
 */
guint
sp_report_pages_get_n_pages (const SpReportPages *self)
{
  return self->recordings->len;
}

/**
 * sp_report_pages_get_size:
 * @width: (out): of every page, in points
 * @height: (out): likewise; the margins are part of both
 */
void
sp_report_pages_get_size (const SpReportPages *self, double *width, double *height)
{
  sp_pdf_canvas_get_page_size (width, height);
}

/**
 * sp_report_pages_draw:
 * @page: from 0
 * @cr: whose unit is a point
 *
 * Draws one page with its upper left corner at the origin.
 */
void
sp_report_pages_draw (const SpReportPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (page < self->recordings->len);

  sp_pdf_canvas_replay (g_ptr_array_index (self->recordings, page), cr);
}
