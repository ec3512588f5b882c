/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sp-report-pdf-private.h"
#include "sp-report-practices-private.h"

/* What is hard to reconcile, with both quotes, and where data goes. */

#define SIDE_CHARACTERS 300

static void
add_side (SpPdfCanvas *canvas, const SpReportModel *model, const SpEvidence *side)
{
  g_autofree char *quote = sp_report_model_dup_quote (model, side, SIDE_CHARACTERS);
  g_autofree char *place = sp_report_model_dup_place (model, side);
  g_autofree char *text = place != NULL ? g_strdup_printf ("“%s” — %s", quote, place)
                                        : g_strdup_printf ("“%s”", quote);

  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_quote_style, NULL, text, NULL);
}

void
sp_report_pdf_add_contradictions (SpPdfCanvas *canvas, const SpReportModel *model)
{
  GPtrArray *contradictions = sp_analysis_get_contradictions (model->analysis);

  if (contradictions->len == 0)
    return;

  sp_pdf_canvas_begin_section (canvas, "contradictions", _("Hard to reconcile"));
  for (guint i = 0; i < contradictions->len; i++)
    {
      const SpContradiction *contradiction = contradictions->pdata[i];

      sp_pdf_canvas_keep_together (canvas, 80);
      sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, "↔", contradiction->explanation,
                                   NULL);
      add_side (canvas, model, &contradiction->a);
      if (!sp_span_contains (contradiction->a.span, contradiction->b.span))
        add_side (canvas, model, &contradiction->b);
    }
}

void
sp_report_pdf_add_data_map (SpPdfCanvas *canvas, const SpReportModel *model)
{
  g_autoptr (GPtrArray) rows = sp_report_list_data_rows (model->analysis);

  if (rows->len == 0)
    return;

  sp_pdf_canvas_begin_section (canvas, "data", _("Data at a glance"));
  for (guint i = 0; i < rows->len; i++)
    {
      const SpReportDataRow *row = rows->pdata[i];
      const SpPdfCell cells[] = { { _(row->data->title), 0.28 }, { row->text, 0.72 } };

      sp_pdf_canvas_add_row (canvas, &sp_report_pdf_row_style, cells, G_N_ELEMENTS (cells), NULL);
      sp_pdf_canvas_add_line (canvas);
    }
}
