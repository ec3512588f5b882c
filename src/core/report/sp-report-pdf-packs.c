/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sp-report-packs-private.h"
#include "sp-report-pdf-private.h"

static void
add_row (SpPdfCanvas *canvas, const SpPdfStyle *style, const char *id, const char *item, const char *state)
{
  const SpPdfCell cells[] = { { id, 0.12 }, { item, 0.66 }, { state, 0.22 } };

  sp_pdf_canvas_add_row (canvas, style, cells, G_N_ELEMENTS (cells), NULL);
}

static void
add_receipt (SpPdfCanvas *canvas, const char *text)
{
  if (text != NULL)
    sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_receipt_style, NULL, text, NULL);
}

static void
add_quote (SpPdfCanvas *canvas, const SpReportModel *model, const GArray *evidence)
{
  g_autofree char *quote = NULL;
  g_autofree char *text = NULL;

  if (evidence->len == 0)
    return;
  quote = sp_report_model_dup_quote (model, &g_array_index (evidence, SpEvidence, 0),
                                     SP_REPORT_RECEIPT_CHARACTERS);
  text = g_strdup_printf ("“%s”", quote);
  add_receipt (canvas, text);
}

static void
add_near_miss (SpPdfCanvas *canvas, const SpReportModel *model, const SpPackAnswer *answer)
{
  g_autofree char *nearest = NULL;

  if (answer->near_miss_reason == NULL)
    return;
  nearest = g_strdup_printf (_("Nearest: %s"), answer->near_miss_reason);
  add_receipt (canvas, nearest);
  add_quote (canvas, model, answer->near_miss);
}

static void
add_answer (SpPdfCanvas *canvas, const SpReportModel *model, const SpPackCoverage *coverage,
            const SpPackAnswer *answer)
{
  g_autofree char *label = sp_report_dup_pack_item (answer);
  g_autofree char *common = sp_report_dup_pack_common (coverage, answer);
  g_autofree char *looked_for = NULL;

  /* An item and its receipts stay on one page. */
  sp_pdf_canvas_keep_together (canvas, 62);
  add_row (canvas, &sp_report_pdf_row_style, answer->item->id, label,
           sp_answer_state_get_title (answer->state));
  add_receipt (canvas, answer->note);
  add_quote (canvas, model, answer->evidence);
  if (answer->state == SP_ANSWER_ABSENT)
    {
      looked_for = g_strdup_printf (_("Looked for: %s"), _(answer->item->looked_for));
      add_receipt (canvas, looked_for);
      add_near_miss (canvas, model, answer);
      add_receipt (canvas, common);
    }
  sp_pdf_canvas_add_line (canvas);
}

static void
add_pack (SpPdfCanvas *canvas, const SpReportModel *model, const SpPackCoverage *coverage)
{
  g_autofree char *destination = g_strconcat ("coverage-", coverage->pack->id, NULL);
  g_autofree char *counts = sp_report_dup_pack_counts (coverage);
  g_autofree char *reason = sp_report_dup_pack_reason (coverage);

  sp_pdf_canvas_keep_together (canvas, 110);
  sp_pdf_canvas_add_destination (canvas, destination);
  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_heading_style, NULL, _(coverage->pack->title), NULL);
  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, NULL, counts, NULL);
  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_small_style, NULL, reason, NULL);
  add_row (canvas, &sp_report_pdf_row_head_style, "", _("What the law wants said"), _("In the policy"));
  sp_pdf_canvas_add_line (canvas);
  for (guint i = 0; i < coverage->answers->len; i++)
    add_answer (canvas, model, coverage, coverage->answers->pdata[i]);
}

void
sp_report_pdf_add_packs (SpPdfCanvas *canvas, const SpReportModel *model)
{
  if (model->packs->len == 0)
    return;

  sp_pdf_canvas_begin_section (canvas, "coverage", _("What laws want policies to say"));
  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, NULL, sp_report_get_pack_caution (), NULL);
  for (guint i = 0; i < model->packs->len; i++)
    add_pack (canvas, model, model->packs->pdata[i]);
}
