/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sp-report-packs-private.h"
#include "sp-report-text-private.h"

#define QUOTE_LINES 1

/* A cell for each item: what is said, said in part, not found; what does not apply comes last, faint. */
static void
add_bar (SpTerminal *terminal, const SpPackCoverage *coverage)
{
  const struct
  {
    guint n;
    const char *cell;
    SpTerminalStyle style;
  } parts[] = {
    { coverage->n_present, "█", SP_TERMINAL_PLAIN },
    { coverage->n_partial, "▒", SP_TERMINAL_PLAIN },
    { coverage->n_absent, "░", SP_TERMINAL_PLAIN },
    { coverage->n_not_applicable, "·", SP_TERMINAL_DIM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint n = 0; n < parts[i].n; n++)
      sp_terminal_add (terminal, parts[i].style, parts[i].cell);
}

static void
add_item (SpTerminal *terminal, const char *mark, const SpPackAnswer *answer, const char *remark)
{
  g_autofree char *label = sp_report_dup_pack_item (answer);
  g_autofree char *text = g_strdup_printf ("%s: %s", label, remark);

  sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, mark, "    ", text);
}

static void
add_partial (SpTerminal *terminal, const SpReportModel *model, const SpPackAnswer *answer)
{
  add_item (terminal, "  ◐ ", answer, answer->note);
  sp_report_text_add_first_quote (terminal, model, answer->evidence, QUOTE_LINES);
}

static void
add_absent (SpTerminal *terminal, const SpReportModel *model, const SpPackAnswer *answer)
{
  add_item (terminal, "  ○ ", answer, _(answer->item->looked_for));
  if (answer->near_miss_reason != NULL)
    {
      g_autofree char *nearest = g_strdup_printf (_("Nearest: %s"), answer->near_miss_reason);

      sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, SP_REPORT_QUOTE_INDENT,
                                 SP_REPORT_QUOTE_INDENT, nearest);
      sp_report_text_add_first_quote (terminal, model, answer->near_miss, QUOTE_LINES);
    }
}

static void
add_answers (SpTerminal *terminal, const SpReportModel *model, const SpPackCoverage *coverage)
{
  for (guint i = 0; i < coverage->answers->len; i++)
    {
      const SpPackAnswer *answer = coverage->answers->pdata[i];

      if (answer->state == SP_ANSWER_PARTIAL)
        add_partial (terminal, model, answer);
      else if (answer->state == SP_ANSWER_ABSENT)
        add_absent (terminal, model, answer);
    }
}

static void
add_pack (SpTerminal *terminal, const SpReportModel *model, const SpPackCoverage *coverage)
{
  /* Translators: %s is a law. */
  g_autofree char *title = g_strdup_printf (_("Coverage: %s"), _(coverage->pack->title));
  g_autofree char *counts = sp_report_dup_pack_counts (coverage);
  g_autofree char *reason = sp_report_dup_pack_reason (coverage);

  sp_report_text_add_heading (terminal, title);
  sp_terminal_add (terminal, SP_TERMINAL_PLAIN, "  ");
  add_bar (terminal, coverage);
  sp_terminal_end_line (terminal);
  sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, "  ", "  ", counts);
  sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, "  ", "  ", reason);
  add_answers (terminal, model, coverage);
  sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, "  ", "  ", sp_report_get_pack_caution ());
}

void
sp_report_text_add_packs (SpTerminal *terminal, const SpReportModel *model)
{
  for (guint i = 0; i < model->packs->len; i++)
    add_pack (terminal, model, model->packs->pdata[i]);
}
