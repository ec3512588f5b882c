/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sp-report-practices-private.h"
#include "sp-breakdown.h"
#include "sp-report-text-private.h"

#define MIN_WIDTH 40
#define MAX_WIDTH 100
#define LABEL_COLUMNS 14

static const SpTerminalStyle severity_styles[] = {
  [SP_SEVERITY_CRITICAL] = SP_TERMINAL_RED,    [SP_SEVERITY_SERIOUS] = SP_TERMINAL_YELLOW,
  [SP_SEVERITY_CAUTION] = SP_TERMINAL_YELLOW,  [SP_SEVERITY_NOTE] = SP_TERMINAL_PLAIN,
  [SP_SEVERITY_GOOD] = SP_TERMINAL_GREEN,
};

/* Each severity by shape and by word; colour only repeats it. */
static const char *const severity_marks[] = {
  [SP_SEVERITY_CRITICAL] = "■", [SP_SEVERITY_SERIOUS] = "▲", [SP_SEVERITY_CAUTION] = "△",
  [SP_SEVERITY_NOTE] = "·",     [SP_SEVERITY_GOOD] = "✓",
};

static SpTerminalStyle
get_grade_style (char grade)
{
  if (grade == 'A' || grade == 'B')
    return SP_TERMINAL_GREEN;
  if (grade == 'C' || grade == 'D')
    return SP_TERMINAL_YELLOW;
  return grade == 'E' ? SP_TERMINAL_RED : SP_TERMINAL_DIM;
}

/* A row of the box with the grade, and what stands beside it. */
static void
add_box_row (SpTerminal *terminal, const char *row, SpTerminalStyle style, const char *beside,
             SpTerminalStyle beside_style)
{
  g_autofree char *fitted = sp_terminal_fit (beside, sp_terminal_get_width (terminal) - 11);

  sp_terminal_add (terminal, SP_TERMINAL_PLAIN, "  ");
  sp_terminal_add (terminal, style, row);
  sp_terminal_add (terminal, SP_TERMINAL_PLAIN, "  ");
  sp_terminal_add (terminal, beside_style, fitted);
  sp_terminal_end_line (terminal);
}

static void
add_head (SpTerminal *terminal, const SpReportModel *model)
{
  const SpScores *scores = sp_analysis_get_scores (model->analysis);
  SpTerminalStyle style = get_grade_style (scores->grade) | SP_TERMINAL_BOLD;
  g_autofree char *letter = NULL;
  g_autofree char *grade = sp_report_model_dup_grade (model);
  g_autofree char *origin = sp_report_model_dup_origin (model);
  g_autofree char *rank = sp_analysis_dup_length_rank (model->analysis, NULL);

  letter = scores->grade == 0 ? g_strdup ("│  –  │")
                              : g_strdup_printf ("│  %c%c │", scores->grade,
                                                 scores->grade_uncertain ? '?' : ' ');
  add_box_row (terminal, "┌─────┐", style, sp_analysis_get_title (model->analysis), SP_TERMINAL_BOLD);
  add_box_row (terminal, letter, style, grade, SP_TERMINAL_PLAIN);
  add_box_row (terminal, "└─────┘", style, origin, SP_TERMINAL_DIM);
  if (rank != NULL)
    sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, "           ", "           ", rank);
  if (scores->grade == 0 && scores->note != NULL)
    sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, "  ", "  ", scores->note);
}

static void
add_bar (SpTerminal *terminal, guint n_cells, double value, double high)
{
  guint n_full = (guint) (value / 100 * n_cells + 0.5);
  guint n_range = (guint) (high / 100 * n_cells + 0.5);

  for (guint i = 0; i < n_cells; i++)
    if (i < n_full)
      sp_terminal_add (terminal, SP_TERMINAL_PLAIN, "█");
    else
      sp_terminal_add (terminal, SP_TERMINAL_DIM, i < n_range ? "▒" : "░");
}

static void
add_score (SpTerminal *terminal, const SpReportModel *model, SpDimension dimension)
{
  const SpScores *scores = sp_analysis_get_scores (model->analysis);
  double value = scores->dimensions[dimension];
  double high = dimension == SP_DIMENSION_PROTECTION ? scores->protection_high : value;
  guint n_cells = sp_terminal_get_width (terminal) >= 72 ? 24 : 12;
  const char *title = sp_dimension_get_title (dimension);
  guint padding = LABEL_COLUMNS - MIN (LABEL_COLUMNS, sp_terminal_count_columns (title));
  g_autofree char *label = g_strdup_printf ("  %s%*s ", title, (int) padding, "");
  g_autofree char *number = sp_report_format_score (value);
  guint n_digits = sp_terminal_count_columns (number);
  g_autofree char *figure = g_strdup_printf ("  %*s%s  ", (int) (3 - MIN (n_digits, 3)), "", number);
  g_autofree char *remark = sp_report_model_dup_remark (model, dimension);

  sp_terminal_add (terminal, SP_TERMINAL_PLAIN, label);
  add_bar (terminal, n_cells, isnan (value) ? 0 : value, isnan (high) ? 0 : high);
  sp_terminal_add (terminal, SP_TERMINAL_BOLD, figure);
  sp_terminal_add_rest (terminal, SP_TERMINAL_DIM, remark);
}

static void
add_scores (SpTerminal *terminal, const SpReportModel *model)
{
  g_autofree char *confidence = sp_report_model_dup_confidence (model);

  sp_terminal_end_line (terminal);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    add_score (terminal, model, i);
  sp_terminal_end_line (terminal);

  for (guint i = 0; i < model->limits->len; i++)
    {
      const SpCap *cap = model->limits->pdata[i];

      sp_terminal_add_paragraph (terminal, SP_TERMINAL_YELLOW, "  ! ", "    ", cap->message);
    }
  if (confidence != NULL)
    sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, "  ", "  ", confidence);
}

static void
add_review (SpTerminal *terminal, const SpReportModel *model)
{
  const SpScores *scores = sp_analysis_get_reviewed_scores (model->analysis);
  g_autofree char *grade = sp_report_model_dup_reviewed_grade (model);
  g_autofree char *line = NULL;

  if (scores == NULL || !model->is_judged)
    return;
  line = sp_report_model_dup_reviewed_scores (model);
  sp_terminal_end_line (terminal);
  sp_terminal_add_paragraph (terminal, SP_TERMINAL_BOLD, "  ", "  ", grade);
  sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, "  ", "  ", line);
  for (guint i = 0; i < scores->caps->len; i++)
    sp_terminal_add_paragraph (terminal, SP_TERMINAL_YELLOW, "  ! ", "    ",
                               ((SpCap *) scores->caps->pdata[i])->message);
}

void
sp_report_text_add_heading (SpTerminal *terminal, const char *title)
{
  sp_terminal_end_line (terminal);
  sp_terminal_add_paragraph (terminal, SP_TERMINAL_BOLD, "", "", title);
}

/* @n_more: in how many more places it is said */
static void
add_quote (SpTerminal *terminal, const SpReportModel *model, const SpEvidence *evidence, guint n_lines,
           guint n_more)
{
  guint n_columns = sp_terminal_get_width (terminal) - strlen (SP_REPORT_QUOTE_INDENT);
  /* Room for the marks around it, and for what words leave free at the ends of lines. */
  g_autofree char *quote
    = sp_report_model_dup_quote (model, evidence, n_lines * (n_columns - 6) - 8);
  g_autofree char *text = n_more == 0 ? g_strdup_printf ("“%s”", quote)
                                      /* Translators: a quote, and in how many more places it is said. */
                                      : g_strdup_printf (_("“%s” (+%u more)"), quote, n_more);

  sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, SP_REPORT_QUOTE_INDENT, SP_REPORT_QUOTE_INDENT, text);
}

/* Quotes the first place, in so many lines at most, and says how many more there are. */
void
sp_report_text_add_first_quote (SpTerminal *terminal, const SpReportModel *model, const GArray *evidence,
                                guint n_lines)
{
  if (evidence != NULL && evidence->len > 0)
    add_quote (terminal, model, &g_array_index (evidence, SpEvidence, 0), n_lines, evidence->len - 1);
}

static void
add_key_points (SpTerminal *terminal, const SpReportModel *model)
{
  GPtrArray *points = sp_analysis_get_key_points (model->analysis);

  if (points->len == 0)
    return;

  sp_report_text_add_heading (terminal, _("What it says"));
  for (guint i = 0; i < points->len; i++)
    {
      const SpKeyPoint *point = points->pdata[i];

      sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, "  • ", "    ", point->text);
    }
}

static void
add_finding (SpTerminal *terminal, const SpReportModel *model, const SpFinding *finding)
{
  g_autofree char *mark = g_strdup_printf ("  %s ", severity_marks[finding->severity]);
  g_autofree char *label = sp_report_dup_finding_label (model, finding);

  sp_terminal_add_paragraph (terminal, severity_styles[finding->severity], mark, "    ", label);
  sp_report_text_add_first_quote (terminal, model, finding->evidence, finding->severity <= SP_SEVERITY_SERIOUS ? 3 : 2);
}

static void
add_findings (SpTerminal *terminal, const SpReportModel *model, const char *title, SpSeverity first,
              SpSeverity last)
{
  guint n = 0;

  for (guint severity = first; severity <= last; severity++)
    n += model->findings[severity]->len;
  if (n == 0)
    return;

  sp_report_text_add_heading (terminal, title);
  for (guint severity = first; severity <= last; severity++)
    for (guint i = 0; i < model->findings[severity]->len; i++)
      add_finding (terminal, model, model->findings[severity]->pdata[i]);
}

static void
add_contradictions (SpTerminal *terminal, const SpReportModel *model)
{
  GPtrArray *contradictions = sp_analysis_get_contradictions (model->analysis);

  if (contradictions->len == 0)
    return;

  sp_report_text_add_heading (terminal, _("Hard to reconcile"));
  for (guint i = 0; i < contradictions->len; i++)
    {
      const SpContradiction *contradiction = contradictions->pdata[i];

      sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, "  ↔ ", "    ",
                                 contradiction->explanation);
      add_quote (terminal, model, &contradiction->a, 2, 0);
      if (!sp_span_contains (contradiction->a.span, contradiction->b.span))
        add_quote (terminal, model, &contradiction->b, 2, 0);
    }
}

static void
add_data_map (SpTerminal *terminal, const SpReportModel *model)
{
  g_autoptr (GPtrArray) rows = sp_report_list_data_rows (model->analysis);

  if (rows->len == 0)
    return;

  sp_report_text_add_heading (terminal, _("Data at a glance"));
  for (guint i = 0; i < rows->len; i++)
    {
      const SpReportDataRow *row = rows->pdata[i];

      sp_terminal_add (terminal, SP_TERMINAL_PLAIN, row->data->is_sensitive ? "  ! " : "  • ");
      sp_terminal_add (terminal, SP_TERMINAL_BOLD, _(row->data->title));
      sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, ": ", "    ", row->text);
    }
}

/* “74.5 of 109 points. Not earned: How long 4 of 8, …”: what is not named has all its points. */
static char *
describe_points (const SpReportModel *model, SpDimension dimension)
{
  g_autoptr (SpBreakdown) breakdown
    = sp_breakdown_new (sp_analysis_get_answers (model->analysis), dimension);
  g_autofree char *points = sp_report_format_points (breakdown->points);
  g_autofree char *weight = sp_report_format_points (breakdown->weight);
  GString *text = g_string_new (NULL);
  gboolean is_first = TRUE;

  /* Translators: points earned, points that there are. */
  g_string_printf (text, _("%s of %s points."), points, weight);
  for (guint i = 0; i < breakdown->rows->len; i++)
    {
      const SpAnswer *answer = breakdown->rows->pdata[i];
      g_autofree char *lost = sp_report_format_points (answer->weight - answer->points);
      g_autofree char *of = sp_report_format_points (answer->weight);

      if (answer->points >= answer->weight)
        continue;
      g_string_append (text, is_first ? _(" Not earned: ") : ", ");
      /* Translators: a subject, as “How long”, the points that it did not get, and how many it could get. */
      g_string_append_printf (text, _("%s %s of %s"), answer->question->title, lost, of);
      is_first = FALSE;
    }
  if (!is_first)
    g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static void
add_breakdown (SpTerminal *terminal, const SpReportModel *model)
{
  if (!model->is_judged)
    return;

  sp_report_text_add_heading (terminal, _("How the scores come about"));
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_autofree char *text = describe_points (model, i);

      sp_terminal_add (terminal, SP_TERMINAL_PLAIN, "  ");
      sp_terminal_add (terminal, SP_TERMINAL_PLAIN, sp_dimension_get_title (i));
      sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, ": ", "    ", text);
    }
}

static void
add_not_said (SpTerminal *terminal, const SpReportModel *model)
{
  if (model->not_said->len == 0)
    return;

  sp_report_text_add_heading (terminal, _("The policy does not appear to say"));
  for (guint i = 0; i < model->not_said->len; i++)
    {
      const SpAnswer *answer = model->not_said->pdata[i];

      sp_terminal_add (terminal, SP_TERMINAL_PLAIN, "  ○ ");
      sp_terminal_add (terminal, SP_TERMINAL_PLAIN, answer->question->title);
      sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, ": ", "    ", answer->question->looked_for);
      if (answer->near_miss_reason != NULL)
        {
          g_autofree char *nearest = g_strdup_printf (_("Nearest: %s"), answer->near_miss_reason);

          sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, SP_REPORT_QUOTE_INDENT, SP_REPORT_QUOTE_INDENT, nearest);
          sp_report_text_add_first_quote (terminal, model, answer->near_miss, 2);
        }
    }
}

static void
add_end (SpTerminal *terminal, const SpReportModel *model)
{
  g_autofree char *footer = sp_report_dup_footer ();

  sp_terminal_end_line (terminal);
  sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, "", "  ",
                             _("Every answer, clause and quote: --format json, or --format pdf -o "
                               "report.pdf"));
  sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, "", "", footer);
}

GBytes *
sp_report_write_text (const SpReportModel *model, const SpReportOptions *options, GError **error)
{
  g_autoptr (SpTerminal) terminal
    = sp_terminal_new (CLAMP (options->width, MIN_WIDTH, MAX_WIDTH), options->color);

  add_head (terminal, model);
  if (model->is_judged)
    add_scores (terminal, model);
  add_review (terminal, model);
  add_key_points (terminal, model);
  add_findings (terminal, model, _("Watch out"), SP_SEVERITY_CRITICAL, SP_SEVERITY_CAUTION);
  add_findings (terminal, model, _("Good promises"), SP_SEVERITY_GOOD, SP_SEVERITY_GOOD);
  add_contradictions (terminal, model);
  add_not_said (terminal, model);
  add_breakdown (terminal, model);
  add_data_map (terminal, model);
  sp_report_text_add_packs (terminal, model);
  add_end (terminal, model);
  return sp_terminal_finish (terminal);
}
