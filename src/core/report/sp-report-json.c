/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-json-private.h"
#include "sp-report-private.h"
#include "sp-review-private.h"
#include "sp-version.h"

/* Digits after the point: figures of readability; scores. Levels and points keep
 * six, so that whoever adds them up gets the very score that stands beside them. */
#define FIGURE_DECIMALS 2
#define SCORE_DECIMALS 1
#define POINTS_DECIMALS 6

static void
add_generator (SpJsonExport *export)
{
  sp_json_writer_begin_object (export->json, "generator");
  sp_json_writer_string (export->json, "name", "smallprint");
  sp_json_writer_string (export->json, "version", SP_VERSION);
  sp_json_writer_string (export->json, "analyzer", G_STRINGIFY (SP_ANALYZER_VERSION));
  sp_json_writer_string (export->json, "rubric", sp_analysis_get_rubric_version (export->analysis));
  sp_json_writer_string (export->json, "model", sp_analysis_get_model_version (export->analysis));
  sp_json_writer_end_object (export->json);
}

static void
add_source (SpJsonExport *export)
{
  SpAnalysis *analysis = export->analysis;
  const SpFacts *facts = sp_analysis_get_facts (analysis);

  sp_report_json_add_source (export->json, sp_analysis_get_document (analysis));
  sp_json_writer_string (export->json, "policy_date", facts->policy_date);
  sp_json_writer_string (export->json, "language", sp_analysis_get_language (analysis));
  sp_json_writer_double (export->json, "is_policy",
                         sp_tagging_get_is_policy (sp_analysis_get_tagging (analysis)), SP_REPORT_SHARE_DECIMALS);
  sp_json_writer_end_object (export->json);
}

static void
add_facts (SpJsonExport *export)
{
  const SpFacts *facts = sp_analysis_get_facts (export->analysis);

  sp_json_writer_begin_object (export->json, "facts");
  sp_json_writer_begin_array (export->json, "companies");
  for (guint i = 0; facts->companies != NULL && i < facts->companies->len; i++)
    sp_json_writer_string (export->json, NULL, facts->companies->pdata[i]);
  sp_json_writer_end_array (export->json);
  sp_json_writer_string (export->json, "we", facts->we);
  sp_json_writer_string (export->json, "effective_date", facts->effective_date);
  sp_json_writer_end_object (export->json);
}

static void
add_figure (SpJsonExport *export, const char *name, double value)
{
  sp_json_writer_double (export->json, name, value, FIGURE_DECIMALS);
}

static void
add_percentile (SpJsonExport *export, const char *name, double value)
{
  const SpReference *reference = sp_analysis_get_reference (export->analysis);
  int percentile = sp_reference_get_percentile (reference, name, value);

  if (percentile < 0)
    return;
  sp_json_writer_begin_object (export->json, name);
  sp_json_writer_string (export->json, "set", sp_reference_get_name (reference));
  sp_json_writer_int (export->json, "value", percentile);
  sp_json_writer_end_object (export->json);
}

/* The sets are of policies in English: others have no place among them. */
static void
add_percentiles (SpJsonExport *export)
{
  const SpReadability *figures = sp_analysis_get_readability (export->analysis);
  const SpVagueness *vagueness = sp_analysis_get_vagueness (export->analysis);

  sp_json_writer_begin_object (export->json, "percentiles");
  if (g_strcmp0 (sp_analysis_get_language (export->analysis), "en") == 0
      && figures->words >= SP_READABILITY_MIN_WORDS)
    {
      add_percentile (export, "words", figures->words);
      add_percentile (export, "words_per_sentence", figures->words_per_sentence);
      add_percentile (export, "flesch_reading_ease", figures->flesch_reading_ease);
      add_percentile (export, "flesch_kincaid_grade", figures->flesch_kincaid_grade);
      add_percentile (export, "smog", figures->smog);
      add_percentile (export, "coleman_liau", figures->coleman_liau);
      add_percentile (export, "ari", figures->ari);
      add_percentile (export, "gunning_fog", figures->gunning_fog);
      add_percentile (export, "vague_per_1000", vagueness->per_1000);
      add_percentile (export, "vague_scored_per_1000", vagueness->scored_per_1000);
    }
  sp_json_writer_end_object (export->json);
}

static void
add_stats (SpJsonExport *export)
{
  const SpReadability *figures = sp_analysis_get_readability (export->analysis);
  const SpVagueness *vagueness = sp_analysis_get_vagueness (export->analysis);

  sp_json_writer_begin_object (export->json, "stats");
  sp_json_writer_int (export->json, "words", figures->words);
  sp_json_writer_int (export->json, "sentences", figures->sentences);
  add_figure (export, "minutes", figures->minutes);
  add_figure (export, "words_per_sentence", figures->words_per_sentence);
  add_figure (export, "flesch_reading_ease", figures->flesch_reading_ease);
  add_figure (export, "flesch_kincaid_grade", figures->flesch_kincaid_grade);
  add_figure (export, "smog", figures->smog);
  add_figure (export, "coleman_liau", figures->coleman_liau);
  add_figure (export, "ari", figures->ari);
  add_figure (export, "gunning_fog", figures->gunning_fog);
  add_figure (export, "vague_per_1000", vagueness->per_1000);
  sp_json_writer_begin_object (export->json, "vague");
  for (guint i = 0; i < SP_N_VAGUE_CLASSES; i++)
    sp_json_writer_int (export->json, sp_vague_class_get_id (i), vagueness->counts[i]);
  sp_json_writer_end_object (export->json);
  add_figure (export, "vague_scored_per_1000", vagueness->scored_per_1000);
  add_percentiles (export);
  sp_json_writer_end_object (export->json);
}

static void
add_headings (SpJsonExport *export, const SpSegment *segments, guint segment)
{
  SpSegmentation *segmentation = sp_analysis_get_segmentation (export->analysis);
  const char *text = sp_document_get_text (sp_analysis_get_document (export->analysis), NULL);
  guint path[6];
  guint n = sp_segmentation_list_headings (segmentation, segment, path);

  sp_json_writer_begin_array (export->json, "headings");
  for (guint i = 0; i < n; i++)
    {
      SpSpan span = segments[path[i]].block->span;

      sp_json_writer_string_len (export->json, NULL, text + span.start, sp_span_length (span));
    }
  sp_json_writer_end_array (export->json);
}

static void
add_tags (SpJsonExport *export, guint segment)
{
  guint n;
  const SpTag *tags = sp_tagging_get_tags (sp_analysis_get_tagging (export->analysis), segment, &n);

  sp_json_writer_begin_array (export->json, "tags");
  for (guint i = 0; i < n; i++)
    {
      sp_json_writer_begin_object (export->json, NULL);
      sp_json_writer_string (export->json, "label", sp_category_get_id (tags[i].category));
      sp_json_writer_double (export->json, "confidence", tags[i].confidence, SP_REPORT_SHARE_DECIMALS);
      sp_json_writer_boolean (export->json, "weak", tags[i].weak);
      sp_json_writer_end_object (export->json);
    }
  sp_json_writer_end_array (export->json);
}

/* Only where a reader gave the clause other tags. */
static void
add_corrected_tags (SpJsonExport *export, guint segment)
{
  guint categories;

  if (!sp_analysis_get_corrected_tags (export->analysis, segment, &categories))
    return;
  sp_json_writer_begin_array (export->json, "corrected");
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    if ((categories & (1u << i)) != 0)
      sp_json_writer_string (export->json, NULL, sp_category_get_id (i));
  sp_json_writer_end_array (export->json);
}

static void
add_segments (SpJsonExport *export)
{
  guint n;
  const SpSegment *segments
    = sp_segmentation_get_segments (sp_analysis_get_segmentation (export->analysis), &n);

  sp_json_writer_begin_array (export->json, "segments");
  for (guint i = 0; i < n; i++)
    {
      sp_json_writer_begin_object (export->json, NULL);
      sp_json_writer_int (export->json, "id", i);
      sp_json_writer_string (export->json, "kind", sp_block_kind_get_id (segments[i].block->kind));
      sp_report_json_add_range (export->json, export->offsets, segments[i].block->span);
      add_headings (export, segments, i);
      add_tags (export, i);
      add_corrected_tags (export, i);
      sp_json_writer_end_object (export->json);
    }
  sp_json_writer_end_array (export->json);
}

static void
add_findings (SpJsonExport *export)
{
  GPtrArray *findings = sp_analysis_get_findings (export->analysis);

  sp_json_writer_begin_array (export->json, "findings");
  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = findings->pdata[i];

      sp_json_writer_begin_object (export->json, NULL);
      sp_json_writer_string (export->json, "id", finding->detector->id);
      sp_json_writer_string (export->json, "severity", sp_severity_get_id (finding->severity));
      sp_json_writer_string (export->json, "title", finding->detector->title);
      sp_json_writer_string (export->json, "explanation",
                             sp_report_get_explanation (finding));
      sp_json_writer_double (export->json, "confidence", finding->confidence, SP_REPORT_SHARE_DECIMALS);
      sp_json_export_add_evidence (export, "evidence", finding->evidence);
      sp_json_writer_end_object (export->json);
    }
  sp_json_writer_end_array (export->json);
}

static void
add_answers (SpJsonExport *export)
{
  GPtrArray *answers = sp_analysis_get_answers (export->analysis);

  sp_json_writer_begin_array (export->json, "answers");
  for (guint i = 0; i < answers->len; i++)
    {
      const SpAnswer *answer = answers->pdata[i];
      const SpQuestion *question = answer->question;

      sp_json_writer_begin_object (export->json, NULL);
      sp_json_writer_string (export->json, "id", question->id);
      sp_json_writer_string (export->json, "dimension", sp_dimension_get_id (question->dimension));
      sp_json_writer_string (export->json, "question", question->question);
      sp_json_writer_string (export->json, "state", sp_answer_state_get_id (answer->state));
      sp_json_writer_double (export->json, "level", answer->level, POINTS_DECIMALS);
      sp_json_writer_double (export->json, "weight", question->weight, POINTS_DECIMALS);
      sp_json_writer_double (export->json, "points", answer->points, POINTS_DECIMALS);
      sp_json_export_add_evidence (export, "evidence", answer->evidence);
      sp_json_writer_string (export->json, "note", answer->note);
      sp_json_export_add_near_miss (export, answer->near_miss, answer->near_miss_reason);
      sp_json_writer_end_object (export->json);
    }
  sp_json_writer_end_array (export->json);
}

static void
add_caps (SpJsonExport *export, const SpScores *scores)
{
  sp_json_writer_begin_array (export->json, "caps");
  for (guint i = 0; scores->caps != NULL && i < scores->caps->len; i++)
    {
      const SpCap *cap = scores->caps->pdata[i];

      sp_json_writer_begin_object (export->json, NULL);
      sp_json_writer_string (export->json, "id", cap->id);
      sp_json_writer_string (export->json, "message", cap->message);
      sp_json_export_add_evidence (export, "evidence", cap->evidence);
      sp_json_writer_end_object (export->json);
    }
  sp_json_writer_end_array (export->json);
}

static void
add_score (SpJsonExport *export, const char *name, double value)
{
  sp_json_writer_double (export->json, name, value, SCORE_DECIMALS);
}

static void
add_scores (SpJsonExport *export, const SpScores *scores)
{
  const char grade[] = { scores->grade, '\0' };

  sp_json_writer_begin_object (export->json, "scores");
  add_score (export, "transparency", scores->dimensions[SP_DIMENSION_TRANSPARENCY]);
  add_score (export, "protection", scores->dimensions[SP_DIMENSION_PROTECTION]);
  add_score (export, "protection_low", scores->protection_low);
  add_score (export, "protection_high", scores->protection_high);
  add_score (export, "clarity", scores->dimensions[SP_DIMENSION_CLARITY]);
  add_score (export, "overall", scores->overall);
  sp_json_writer_string (export->json, "grade", scores->grade != 0 ? grade : NULL);
  sp_json_writer_boolean (export->json, "grade_uncertain", scores->grade_uncertain);
  sp_json_writer_string (export->json, "grade_note", scores->note);
  sp_json_writer_double (export->json, "answered_share", scores->answered_share, SP_REPORT_SHARE_DECIMALS);
  sp_json_writer_string (export->json, "confidence", sp_confidence_level_get_id (scores->confidence));
  add_caps (export, scores);
  sp_json_writer_end_object (export->json);
}

/* Enough of the answers to add the reviewed scores up again. */
static void
add_reviewed_answers (SpJsonExport *export)
{
  GPtrArray *answers = sp_analysis_get_reviewed_answers (export->analysis);

  sp_json_writer_begin_array (export->json, "answers");
  for (guint i = 0; i < answers->len; i++)
    {
      const SpAnswer *answer = answers->pdata[i];

      sp_json_writer_begin_object (export->json, NULL);
      sp_json_writer_string (export->json, "id", answer->question->id);
      sp_json_writer_string (export->json, "state", sp_answer_state_get_id (answer->state));
      sp_json_writer_double (export->json, "level", answer->level, POINTS_DECIMALS);
      sp_json_writer_double (export->json, "weight", answer->weight, POINTS_DECIMALS);
      sp_json_writer_double (export->json, "points", answer->points, POINTS_DECIMALS);
      sp_json_writer_end_object (export->json);
    }
  sp_json_writer_end_array (export->json);
}

static void
add_review (SpJsonExport *export)
{
  const SpScores *scores = sp_analysis_get_reviewed_scores (export->analysis);

  if (scores == NULL)
    {
      sp_json_writer_null (export->json, "review");
      return;
    }
  sp_json_writer_begin_object (export->json, "review");
  sp_review_write_placed (export->analysis, export->offsets, export->json);
  add_reviewed_answers (export);
  add_scores (export, scores);
  sp_json_writer_end_object (export->json);
}

static void
add_summary (SpJsonExport *export)
{
  GPtrArray *points = sp_analysis_get_key_points (export->analysis);

  sp_json_writer_begin_array (export->json, "summary");
  for (guint i = 0; i < points->len; i++)
    {
      const SpKeyPoint *point = points->pdata[i];

      sp_json_writer_begin_object (export->json, NULL);
      sp_json_writer_string (export->json, "topic", point->topic);
      sp_json_writer_string (export->json, "text", point->text);
      sp_json_export_add_evidence (export, "evidence", point->evidence);
      sp_json_writer_end_object (export->json);
    }
  sp_json_writer_end_array (export->json);
}

/* The members in the order of the contract; readers rely on neither, people do. */
static void
add_analysis (SpJsonExport *export, const SpReportModel *model, gboolean with_text)
{
  SpDocument *document = sp_analysis_get_document (export->analysis);

  sp_json_writer_begin_object (export->json, NULL);
  sp_json_writer_string (export->json, "schema", "smallprint.analysis/1");
  add_generator (export);
  add_source (export);
  add_facts (export);
  sp_report_json_add_text (export->json, document, with_text);
  sp_report_json_add_diagnostics (export->json, document, export->offsets);
  add_stats (export);
  add_segments (export);
  sp_json_export_add_statements (export);
  add_findings (export);
  sp_json_export_add_contradictions (export);
  add_answers (export);
  sp_json_export_add_data_map (export);
  sp_json_export_add_packs (export, model->packs);
  add_scores (export, sp_analysis_get_scores (export->analysis));
  add_summary (export);
  add_review (export);
  sp_json_writer_end_object (export->json);
}

static GBytes *
write_analysis (const SpReportModel *model, gboolean with_text, gboolean pretty)
{
  SpAnalysis *analysis = model->analysis;
  gsize length;
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), &length);
  g_autoptr (SpJsonWriter) json = sp_json_writer_new (pretty);
  g_autoptr (SpOffsetMap) offsets = sp_offset_map_new (text, length);
  SpJsonExport export = { json, offsets, analysis };

  add_analysis (&export, model, with_text);
  return sp_report_json_finish (json, pretty);
}

GBytes *
sp_report_write_json (const SpReportModel *model, const SpReportOptions *options, GError **error)
{
  return write_analysis (model, options->with_text, options->pretty);
}

GBytes *
sp_report_write_jsonl (const SpReportModel *model, const SpReportOptions *options, GError **error)
{
  return write_analysis (model, options->with_text, FALSE);
}
