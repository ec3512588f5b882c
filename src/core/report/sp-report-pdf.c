/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sp-breakdown.h"
#include "sp-json-writer.h"
#include "sp-report-pdf-private.h"
#include "sp-version.h"

#define QUOTE_CHARACTERS 420
#define MAX_QUOTES 4
#define GRADE_INSET 74

static const SpPdfStyle title_style = { "H1", 19, 0, 2, SP_PDF_BLACK, .bold = TRUE };
static const SpPdfStyle origin_style = { "P", 9, 0, 2, SP_PDF_GREY };
static const SpPdfStyle grade_style = { "H2", 13, 0, 0, SP_PDF_BLACK, .bold = TRUE };
const SpPdfStyle sp_report_pdf_heading_style = { "H2", 11, 0, 13, SP_PDF_BLACK, .bold = TRUE };
const SpPdfStyle sp_report_pdf_body_style = { "P", 9.5, 0, 3, SP_PDF_BLACK };
const SpPdfStyle sp_report_pdf_small_style = { "P", 8.5, 0, 2, SP_PDF_GREY };
const SpPdfStyle sp_report_pdf_quote_style
  = { "P", 9, 13, 4, SP_PDF_BLACK, .italic = TRUE, .rule = TRUE };
const SpPdfStyle sp_report_pdf_row_style = { "P", 8.5, 0, 4, SP_PDF_BLACK };
const SpPdfStyle sp_report_pdf_row_head_style = { "P", 8, 0, 4, SP_PDF_GREY, .bold = TRUE };
static const SpPdfStyle row_sum_style = { "P", 8.5, 0, 3, SP_PDF_BLACK, .bold = TRUE };
const SpPdfStyle sp_report_pdf_receipt_style = { "P", 7.5, 26, 1, SP_PDF_GREY, .italic = TRUE };

static const SpPdfColor severity_colors[] = {
  [SP_SEVERITY_CRITICAL] = SP_PDF_RED, [SP_SEVERITY_SERIOUS] = SP_PDF_AMBER,
  [SP_SEVERITY_CAUTION] = SP_PDF_AMBER, [SP_SEVERITY_NOTE] = SP_PDF_BLACK,
  [SP_SEVERITY_GOOD] = SP_PDF_GREEN,
};

static const char *const severity_marks[] = {
  [SP_SEVERITY_CRITICAL] = "■", [SP_SEVERITY_SERIOUS] = "▲", [SP_SEVERITY_CAUTION] = "△",
  [SP_SEVERITY_NOTE] = "•",     [SP_SEVERITY_GOOD] = "✓",
};

static SpPdfColor
get_grade_color (char grade)
{
  if (grade == 'A' || grade == 'B')
    return SP_PDF_GREEN;
  if (grade == 'C' || grade == 'D')
    return SP_PDF_AMBER;
  return grade == 'E' ? SP_PDF_RED : SP_PDF_GREY;
}

static char *
dup_destination (const SpFinding *finding)
{
  return g_strconcat ("finding-", finding->detector->id, NULL);
}

static char *
dup_section (SpDimension dimension)
{
  return g_strconcat ("answers-", sp_dimension_get_id (dimension), NULL);
}

static void
add_grade (SpPdfCanvas *canvas, const SpReportModel *model)
{
  const SpScores *scores = sp_analysis_get_scores (model->analysis);
  const char letter[] = { scores->grade, scores->grade_uncertain ? '?' : '\0', '\0' };
  g_autofree char *grade = sp_report_model_dup_grade (model);
  g_autofree char *confidence = sp_report_model_dup_confidence (model);

  sp_pdf_canvas_add_space (canvas, 14);
  sp_pdf_canvas_add_grade (canvas, scores->grade != 0 ? letter : "–", get_grade_color (scores->grade));
  sp_pdf_canvas_set_inset (canvas, GRADE_INSET);
  sp_pdf_canvas_add_paragraph (canvas, &grade_style, NULL, grade, NULL);
  if (scores->grade == 0 && scores->note != NULL)
    sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, NULL, scores->note, NULL);
  for (guint i = 0; i < model->limits->len; i++)
    {
      const SpCap *cap = model->limits->pdata[i];

      sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, NULL, cap->message,
                                   cap->evidence->len > 0 ? "findings" : NULL);
    }
  if (confidence != NULL)
    sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_small_style, NULL, confidence, NULL);
  sp_pdf_canvas_set_inset (canvas, 0);
}

static void
add_review (SpPdfCanvas *canvas, const SpReportModel *model)
{
  const SpScores *scores = sp_analysis_get_reviewed_scores (model->analysis);
  g_autofree char *grade = sp_report_model_dup_reviewed_grade (model);
  g_autofree char *line = NULL;

  if (scores == NULL || !model->is_judged)
    return;
  line = sp_report_model_dup_reviewed_scores (model);
  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_heading_style, NULL, grade, NULL);
  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, NULL, line, NULL);
  for (guint i = 0; i < scores->caps->len; i++)
    sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, NULL, ((SpCap *) scores->caps->pdata[i])->message,
                                 NULL);
}

static void
add_score (SpPdfCanvas *canvas, const SpReportModel *model, SpDimension dimension)
{
  const SpScores *scores = sp_analysis_get_scores (model->analysis);
  double value = scores->dimensions[dimension];
  double high = dimension == SP_DIMENSION_PROTECTION ? scores->protection_high : value;
  g_autofree char *number = sp_report_format_score (value);
  g_autofree char *remark = sp_report_model_dup_remark (model, dimension);
  g_autofree char *section = dup_section (dimension);
  const SpPdfCell cells[] = {
    { sp_dimension_get_title (dimension), 0.17 }, { "", 0.35 }, { number, 0.07, TRUE }, { remark, 0.41 },
  };

  sp_pdf_canvas_add_row (canvas, &sp_report_pdf_row_style, cells, G_N_ELEMENTS (cells), section);
  sp_pdf_canvas_add_bar (canvas, cells[0].width, cells[1].width, isnan (value) ? 0 : value / 100,
                         isnan (high) ? 0 : high / 100, SP_PDF_BLUE);
}

static void
add_key_points (SpPdfCanvas *canvas, const SpReportModel *model)
{
  GPtrArray *points = sp_analysis_get_key_points (model->analysis);

  if (points->len == 0)
    return;

  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_heading_style, NULL, _("What it says"), NULL);
  for (guint i = 0; i < points->len; i++)
    {
      const SpKeyPoint *point = points->pdata[i];

      sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, "•", point->text, NULL);
    }
}

/* The findings of one group by name, each a link to its details. */
static void
add_finding_names (SpPdfCanvas *canvas, const SpReportModel *model, const char *title,
                   SpSeverity first, SpSeverity last)
{
  gboolean titled = FALSE;

  for (guint severity = first; severity <= last; severity++)
    for (guint i = 0; i < model->findings[severity]->len; i++)
      {
        const SpFinding *finding = model->findings[severity]->pdata[i];
        g_autofree char *destination = dup_destination (finding);
        g_autofree char *label = sp_report_dup_finding_label (model, finding);
        SpPdfStyle style = sp_report_pdf_body_style;

        if (!titled)
          sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_heading_style, NULL, title, NULL);
        titled = TRUE;
        style.color = severity_colors[severity];
        sp_pdf_canvas_add_paragraph (canvas, &style, severity_marks[severity], label, destination);
      }
}

static void
add_not_said (SpPdfCanvas *canvas, const SpReportModel *model)
{
  if (model->not_said->len == 0)
    return;

  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_heading_style, NULL, _("The policy does not appear to say"),
                               NULL);
  for (guint i = 0; i < model->not_said->len; i++)
    {
      const SpQuestion *question = ((SpAnswer *) model->not_said->pdata[i])->question;
      /* Translators: a subject, as “How long”, and what would have told it. */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), question->title, question->looked_for);

      sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, "○", text, NULL);
    }
}

static void
add_overview (SpPdfCanvas *canvas, const SpReportModel *model)
{
  g_autofree char *origin = sp_report_model_dup_origin (model);
  g_autofree char *rank = sp_analysis_dup_length_rank (model->analysis, NULL);

  sp_pdf_canvas_add_destination (canvas, "overview");
  sp_pdf_canvas_add_paragraph (canvas, &title_style, NULL, sp_analysis_get_title (model->analysis),
                               NULL);
  sp_pdf_canvas_add_paragraph (canvas, &origin_style, NULL, origin, NULL);
  if (rank != NULL)
    sp_pdf_canvas_add_paragraph (canvas, &origin_style, NULL, rank, NULL);
  add_grade (canvas, model);
  sp_pdf_canvas_add_space (canvas, 14);
  for (guint i = 0; model->is_judged && i < SP_N_DIMENSIONS; i++)
    add_score (canvas, model, i);
  add_review (canvas, model);
  add_key_points (canvas, model);
  add_finding_names (canvas, model, _("Watch out"), SP_SEVERITY_CRITICAL, SP_SEVERITY_CAUTION);
  add_finding_names (canvas, model, _("Good promises"), SP_SEVERITY_GOOD, SP_SEVERITY_GOOD);
  add_not_said (canvas, model);
}

static void
add_quotes (SpPdfCanvas *canvas, const SpReportModel *model, const GArray *evidence)
{
  for (guint i = 0; i < MIN (evidence->len, MAX_QUOTES); i++)
    {
      const SpEvidence *item = &g_array_index (evidence, SpEvidence, i);
      g_autofree char *quote = sp_report_model_dup_quote (model, item, QUOTE_CHARACTERS);
      g_autofree char *place = sp_report_model_dup_place (model, item);
      g_autofree char *text = place != NULL ? g_strdup_printf ("“%s” — %s", quote, place)
                                            : g_strdup_printf ("“%s”", quote);

      sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_quote_style, NULL, text, NULL);
    }
  if (evidence->len > MAX_QUOTES)
    {
      guint n_more = evidence->len - MAX_QUOTES;
      SpPdfStyle style = sp_report_pdf_small_style;
      g_autofree char *text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "and %u more place", "and %u more places", n_more), n_more);

      style.indent = sp_report_pdf_quote_style.indent + 9;
      sp_pdf_canvas_add_paragraph (canvas, &style, NULL, text, NULL);
    }
}

static void
add_finding (SpPdfCanvas *canvas, const SpReportModel *model, const SpFinding *finding)
{
  const SpDetector *detector = finding->detector;
  g_autofree char *destination = dup_destination (finding);
  g_autofree char *meaning = g_strjoin (" ", sp_report_get_explanation (finding), detector->why, NULL);
  SpPdfStyle name_style = sp_report_pdf_body_style;
  SpPdfStyle text_style = sp_report_pdf_body_style;

  name_style.bold = TRUE;
  name_style.space = 10;
  name_style.color = severity_colors[finding->severity];
  text_style.indent = 13;

  sp_pdf_canvas_keep_together (canvas, 70);
  sp_pdf_canvas_add_destination (canvas, destination);
  sp_pdf_canvas_add_paragraph (canvas, &name_style, severity_marks[finding->severity],
                               detector->title, NULL);
  sp_pdf_canvas_add_paragraph (canvas, &text_style, NULL, meaning, NULL);
  if (detector->advice != NULL)
    {
      /* Translators: what a reader can do about a finding, as a sentence. */
      g_autofree char *advice = g_strdup_printf (_("What you can do: %s"), detector->advice);

      sp_pdf_canvas_add_paragraph (canvas, &text_style, NULL, advice, NULL);
    }
  add_quotes (canvas, model, finding->evidence);
}

static void
add_findings (SpPdfCanvas *canvas, const SpReportModel *model)
{
  /* What needs care first, what is good next, what is merely worth knowing last. */
  static const SpSeverity order[] = { SP_SEVERITY_CRITICAL, SP_SEVERITY_SERIOUS, SP_SEVERITY_CAUTION,
                                      SP_SEVERITY_GOOD, SP_SEVERITY_NOTE };

  if (sp_analysis_get_findings (model->analysis)->len == 0)
    return;

  sp_pdf_canvas_begin_section (canvas, "findings", _("Findings"));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GPtrArray *findings = model->findings[order[i]];

      if (findings->len == 0)
        continue;
      sp_pdf_canvas_keep_together (canvas, 90);
      sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_heading_style, NULL,
                                   sp_report_get_severity_heading (order[i]), NULL);
      for (guint f = 0; f < findings->len; f++)
        add_finding (canvas, model, findings->pdata[f]);
    }
}

static char *
format_points (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return isnan (value) ? g_strdup ("–") : g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

static void
add_answer_row (SpPdfCanvas *canvas, const SpPdfStyle *style, const char *id, const char *question,
                const char *state, const char *weight, const char *points)
{
  const SpPdfCell cells[] = {
    { id, 0.06 }, { question, 0.54 }, { state, 0.18 }, { weight, 0.11, TRUE }, { points, 0.11, TRUE },
  };

  sp_pdf_canvas_add_row (canvas, style, cells, G_N_ELEMENTS (cells), NULL);
}

static void
add_answer (SpPdfCanvas *canvas, const SpReportModel *model, const SpAnswer *answer)
{
  gboolean counts = answer->state != SP_ANSWER_NOT_APPLICABLE && answer->weight > 0;
  g_autofree char *weight = format_points (counts ? answer->weight : NAN);
  g_autofree char *points = format_points (counts ? answer->points : NAN);
  g_autofree char *level = format_points (answer->level);
  g_autofree char *state = answer->state == SP_ANSWER_ANSWERED
                             ? g_strdup_printf (_("level %s"), level)
                             : g_strdup (sp_answer_state_get_title (answer->state));

  /* A question and its receipts stay on one page. */
  sp_pdf_canvas_keep_together (canvas, answer->note != NULL ? 62 : 46);
  add_answer_row (canvas, &sp_report_pdf_row_style, answer->question->id, answer->question->question, state, weight,
                  points);
  if (answer->note != NULL)
    sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_receipt_style, NULL, answer->note, NULL);
  if (answer->evidence != NULL && answer->evidence->len > 0)
    {
      const SpEvidence *first = &g_array_index (answer->evidence, SpEvidence, 0);
      g_autofree char *quote = sp_report_model_dup_quote (model, first, SP_REPORT_RECEIPT_CHARACTERS);
      g_autofree char *text = g_strdup_printf ("“%s”", quote);

      sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_receipt_style, NULL, text, NULL);
    }
  sp_pdf_canvas_add_line (canvas);
}

static void
add_answers_of (SpPdfCanvas *canvas, const SpReportModel *model, SpDimension dimension)
{
  GPtrArray *answers = sp_analysis_get_answers (model->analysis);
  g_autofree char *section = dup_section (dimension);

  sp_pdf_canvas_keep_together (canvas, 90);
  sp_pdf_canvas_add_destination (canvas, section);
  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_heading_style, NULL, sp_dimension_get_title (dimension), NULL);
  add_answer_row (canvas, &sp_report_pdf_row_head_style, "", _("Question"), _("Answer"), _("Weight"), _("Points"));
  sp_pdf_canvas_add_line (canvas);
  for (guint i = 0; i < answers->len; i++)
    {
      const SpAnswer *answer = answers->pdata[i];

      if (answer->question->dimension == dimension)
        add_answer (canvas, model, answer);
    }
}

static void
add_score_row (SpPdfCanvas *canvas, const char *name, double score)
{
  g_autofree char *number = format_points (score);

  add_answer_row (canvas, &row_sum_style, "", name, "", "", number);
}

/* The sums of the table above, and the score that they give. */
static void
add_sum_row (SpPdfCanvas *canvas, const SpReportModel *model, SpDimension dimension)
{
  g_autoptr (SpBreakdown) breakdown
    = sp_breakdown_new (sp_analysis_get_answers (model->analysis), dimension);
  g_autofree char *weight = format_points (breakdown->weight);
  g_autofree char *points = format_points (breakdown->points);

  add_answer_row (canvas, &row_sum_style, "", _("Sum"), "", weight, points);
  add_score_row (canvas, sp_dimension_get_title (dimension),
                 sp_analysis_get_scores (model->analysis)->dimensions[dimension]);
}

static void
add_answers (SpPdfCanvas *canvas, const SpReportModel *model)
{
  const SpScores *scores = sp_analysis_get_scores (model->analysis);
  g_autofree char *overall = NULL;

  if (!model->is_judged)
    return;

  sp_pdf_canvas_begin_section (canvas, "answers", _("How the scores come about"));
  sp_pdf_canvas_add_paragraph (canvas, &sp_report_pdf_body_style, NULL,
                               _("Points are weight times level; a score is the sum of the points by the "
                                 "sum of the weights that apply. What a policy leaves open costs "
                                 "Transparency its points and earns Protection a quarter of them."),
                               NULL);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      add_answers_of (canvas, model, i);
      add_sum_row (canvas, model, i);
    }
  /* Translators: what part each of the three scores has in the overall one. */
  overall = g_strdup_printf (_("Overall: %d%% Transparency, %d%% Protection, %d%% Clarity"),
                             (int) sp_round (100 * scores->weights[SP_DIMENSION_TRANSPARENCY], 0),
                             (int) sp_round (100 * scores->weights[SP_DIMENSION_PROTECTION], 0),
                             (int) sp_round (100 * scores->weights[SP_DIMENSION_CLARITY], 0));
  add_score_row (canvas, overall, scores->overall);
}

static void
add_tags (SpPdfCanvas *canvas, const SpReportModel *model)
{
  sp_pdf_canvas_begin_section (canvas, "clauses", _("What the clauses are about"));
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    {
      g_autofree char *count = sp_report_format_count (model->n_tagged[i]);
      const SpPdfCell cells[]
        = { { sp_category_get_title (i), 0.32 }, { "", 0.50 }, { count, 0.08, TRUE } };
      double share = model->n_clauses > 0 ? (double) model->n_tagged[i] / model->n_clauses : 0;

      sp_pdf_canvas_add_row (canvas, &sp_report_pdf_row_style, cells, G_N_ELEMENTS (cells), NULL);
      sp_pdf_canvas_add_bar (canvas, cells[0].width, cells[1].width, share, share, SP_PDF_BLUE);
    }
}

static void
add_fact (SpPdfCanvas *canvas, const char *name, const char *value)
{
  const SpPdfCell cells[] = { { name, 0.32 }, { value, 0.68 } };

  if (value != NULL)
    sp_pdf_canvas_add_row (canvas, &sp_report_pdf_row_style, cells, G_N_ELEMENTS (cells), NULL);
}

static void
add_figure (SpPdfCanvas *canvas, const char *name, double value)
{
  g_autofree char *number = format_points (value);

  add_fact (canvas, name, number);
}

static void
add_record (SpPdfCanvas *canvas, const SpReportModel *model)
{
  SpDocument *document = sp_analysis_get_document (model->analysis);
  const SpReadability *figures = sp_analysis_get_readability (model->analysis);
  const char *tagger = sp_analysis_get_model_version (model->analysis);
  g_autofree char *n_bytes = sp_report_format_count (sp_document_get_n_bytes (document));

  sp_pdf_canvas_begin_section (canvas, "record", _("What was read, and by what"));
  add_fact (canvas, _("File"), sp_document_get_name (document));
  add_fact (canvas, _("Bytes"), n_bytes);
  add_fact (canvas, _("SHA-256 of the file"), sp_document_get_sha256 (document));
  add_fact (canvas, _("SHA-256 of the text"), sp_document_get_text_sha256 (document));
  add_fact (canvas, _("Language"), sp_analysis_get_language (model->analysis));
  add_figure (canvas, _("Words per sentence"), figures->words_per_sentence);
  add_figure (canvas, _("Flesch reading ease"), figures->flesch_reading_ease);
  add_figure (canvas, _("Flesch-Kincaid grade"), figures->flesch_kincaid_grade);
  add_figure (canvas, _("Vague words per 1,000"),
              sp_analysis_get_vagueness (model->analysis)->per_1000);
  add_fact (canvas, _("Smallprint"), SP_VERSION);
  add_fact (canvas, _("Analyzer"), G_STRINGIFY (SP_ANALYZER_VERSION));
  add_fact (canvas, _("Rubric"), sp_analysis_get_rubric_version (model->analysis));
  add_fact (canvas, _("Tagger"), tagger != NULL ? tagger : _("cue words, without a model"));
}

void
sp_report_pdf_add_all (SpPdfCanvas *canvas, const SpReportModel *model)
{
  add_overview (canvas, model);
  add_findings (canvas, model);
  sp_report_pdf_add_contradictions (canvas, model);
  sp_report_pdf_add_data_map (canvas, model);
  add_answers (canvas, model);
  sp_report_pdf_add_packs (canvas, model);
  add_tags (canvas, model);
  add_record (canvas, model);
}

static GBytes *
draw (const SpReportModel *model, guint *n_pages, GError **error)
{
  g_autofree char *footer = sp_report_dup_footer ();
  g_autoptr (SpPdfCanvas) canvas
    = sp_pdf_canvas_new (sp_analysis_get_title (model->analysis), footer, *n_pages);

  sp_report_pdf_add_all (canvas, model);
  return sp_pdf_canvas_finish (canvas, n_pages, error);
}

/* Drawn twice: “Page 2 of 7” has to be known on page 1. */
GBytes *
sp_report_write_pdf (const SpReportModel *model, const SpReportOptions *options, GError **error)
{
  g_autoptr (GBytes) counted = NULL;
  guint n_pages = 0;

  counted = draw (model, &n_pages, error);
  return counted != NULL ? draw (model, &n_pages, error) : NULL;
}
