/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-model-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sp-json-writer.h"
#include "sp-text-utils.h"

/* Characters of a heading, where it tells the place of a quote. */
#define PLACE_CHARACTERS 60

static void
sort_findings (SpReportModel *self)
{
  GPtrArray *findings = sp_analysis_get_findings (self->analysis);

  for (guint i = 0; i < SP_N_SEVERITIES; i++)
    self->findings[i] = g_ptr_array_new ();
  for (guint i = 0; i < findings->len; i++)
    {
      SpFinding *finding = findings->pdata[i];

      g_ptr_array_add (self->findings[finding->severity], finding);
    }
}

/* The weightiest first; equal weights in the rubric's order. */
static void
insert_by_weight (GPtrArray *answers, SpAnswer *answer)
{
  guint at = answers->len;

  while (at > 0
         && ((SpAnswer *) answers->pdata[at - 1])->question->weight < answer->question->weight)
    at--;
  g_ptr_array_insert (answers, at, answer);
}

static void
sort_answers (SpReportModel *self)
{
  GPtrArray *answers = sp_analysis_get_answers (self->analysis);

  self->not_said = g_ptr_array_new ();
  for (guint i = 0; i < answers->len; i++)
    {
      SpAnswer *answer = answers->pdata[i];

      if (answer->question->dimension == SP_DIMENSION_TRANSPARENCY && answer->state == SP_ANSWER_ABSENT)
        insert_by_weight (self->not_said, answer);
      if (answer->question->dimension != SP_DIMENSION_PROTECTION)
        continue;
      self->n_protection += answer->state != SP_ANSWER_NOT_APPLICABLE;
      self->n_unanswered += answer->state == SP_ANSWER_UNKNOWN;
    }
}

static void
sort_limits (SpReportModel *self)
{
  GPtrArray *caps = sp_analysis_get_scores (self->analysis)->caps;

  self->limits = g_ptr_array_new ();
  for (guint i = 0; caps != NULL && i < caps->len; i++)
    if (!g_str_equal (((SpCap *) caps->pdata[i])->id, "answered"))
      g_ptr_array_add (self->limits, caps->pdata[i]);
}

static void
count_tags (SpReportModel *self)
{
  SpTagging *tagging = sp_analysis_get_tagging (self->analysis);
  guint n_segments;
  const SpSegment *segments
    = sp_segmentation_get_segments (sp_analysis_get_segmentation (self->analysis), &n_segments);

  for (guint i = 0; i < n_segments; i++)
    {
      guint n_tags;
      const SpTag *tags = sp_tagging_get_tags (tagging, i, &n_tags);

      if (segments[i].block->kind == SP_BLOCK_BOILERPLATE || segments[i].block->kind == SP_BLOCK_HEADING)
        continue;
      self->n_clauses++;
      for (guint t = 0; t < n_tags; t++)
        self->n_tagged[tags[t].category] += !tags[t].weak;
    }
}

static gboolean
lists (const char *const *packs, const char *id)
{
  return packs != NULL && g_strv_contains (packs, id);
}

static void
choose_packs (SpReportModel *self, const SpReportOptions *options)
{
  GPtrArray *packs = sp_analysis_get_packs (self->analysis);

  self->packs = g_ptr_array_new ();
  for (guint i = 0; i < packs->len; i++)
    {
      SpPackCoverage *coverage = packs->pdata[i];

      if (!lists (options->hidden_packs, coverage->pack->id)
          && (coverage->suggested != NULL || lists (options->packs, coverage->pack->id)))
        g_ptr_array_add (self->packs, coverage);
    }
}

SpReportModel *
sp_report_model_new (SpAnalysis *analysis, const SpReportOptions *options)
{
  SpReportModel *self = g_new0 (SpReportModel, 1);

  self->analysis = g_object_ref (analysis);
  sort_findings (self);
  sort_answers (self);
  sort_limits (self);
  choose_packs (self, options);
  self->is_judged = sp_analysis_get_scores (analysis)->grade != 0;
  count_tags (self);
  return self;
}

void
sp_report_model_free (SpReportModel *self)
{
  for (guint i = 0; i < SP_N_SEVERITIES; i++)
    g_ptr_array_unref (self->findings[i]);
  g_ptr_array_unref (self->limits);
  g_ptr_array_unref (self->not_said);
  g_ptr_array_unref (self->packs);
  g_object_unref (self->analysis);
  g_free (self);
}

static char *
describe_grade (const SpScores *scores)
{
  const char *doubt = scores->grade_uncertain ? "?" : "";

  if (scores->grade == 0)
    return g_strdup (_("No grade"));
  if (scores->note == NULL)
    return g_strdup_printf (_("Grade %c%s"), scores->grade, doubt);
  /* Translators: a letter, “?” or nothing, and a remark such as “close to C”. */
  return g_strdup_printf (_("Grade %c%s, %s"), scores->grade, doubt, scores->note);
}

/* “Grade D, close to C”, “Grade D?” where too little is answered, “No grade”. */
char *
sp_report_model_dup_grade (const SpReportModel *self)
{
  return describe_grade (sp_analysis_get_scores (self->analysis));
}

/* “As reviewed: Grade C”; %NULL if no reader's view is laid over the analysis. */
char *
sp_report_model_dup_reviewed_grade (const SpReportModel *self)
{
  const SpScores *scores = sp_analysis_get_reviewed_scores (self->analysis);
  g_autofree char *grade = scores != NULL ? describe_grade (scores) : NULL;

  /* Translators: %s is “Grade C, close to B” or “No grade”. */
  return grade != NULL ? g_strdup_printf (_("As reviewed: %s"), grade) : NULL;
}

/* The scores as reviewed, and the overall one as analysed. */
char *
sp_report_model_dup_reviewed_scores (const SpReportModel *self)
{
  const SpScores *reviewed = sp_analysis_get_reviewed_scores (self->analysis);
  g_autofree char *before = sp_report_format_score (sp_analysis_get_scores (self->analysis)->overall);
  g_autofree char *overall = sp_report_format_score (reviewed->overall);
  g_autofree char *transparency = sp_report_format_score (reviewed->dimensions[SP_DIMENSION_TRANSPARENCY]);
  g_autofree char *protection = sp_report_format_score (reviewed->dimensions[SP_DIMENSION_PROTECTION]);
  g_autofree char *clarity = sp_report_format_score (reviewed->dimensions[SP_DIMENSION_CLARITY]);

  return g_strdup_printf (_("Overall %s (as analysed %s): Transparency %s, Protection %s, Clarity %s"),
                          overall, before, transparency, protection, clarity);
}

/* How sure the reading as a whole is, and why; %NULL if nothing was judged. */
char *
sp_report_model_dup_confidence (const SpReportModel *self)
{
  const SpScores *scores = sp_analysis_get_scores (self->analysis);
  const char *confidence = sp_confidence_level_get_title (scores->confidence);

  if (!self->is_judged)
    return NULL;
  if (self->n_unanswered == 0)
    return g_strdup_printf (_("Read with %s."), confidence);
  /* Translators: %s is “low confidence”, “medium confidence” or “high confidence”. */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Read with %s: %u of %u questions on protection is open.",
                 "Read with %s: %u of %u questions on protection are open.", self->n_unanswered),
    confidence, self->n_unanswered, self->n_protection);
}

static void
add_part (GString *line, char *part)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
  g_free (part);
}

/* “3,120 words, 12 minutes to read · updated 2020-01-02 · snapshot of 2021-04-09 · acorn.test” */
char *
sp_report_model_dup_origin (const SpReportModel *self)
{
  SpDocument *document = sp_analysis_get_document (self->analysis);
  const SpReadability *figures = sp_analysis_get_readability (self->analysis);
  const SpFacts *facts = sp_analysis_get_facts (self->analysis);
  g_autofree char *n_words = sp_report_format_count (figures->words);
  guint minutes = MAX (1, (guint) sp_round (figures->minutes, 0));
  GString *line = g_string_new (NULL);

  /* Translators: a number of words and of minutes. */
  add_part (line, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s words, %u minute to read",
                                                "%s words, %u minutes to read", minutes),
                                   n_words, minutes));
  if (facts->policy_date != NULL)
    add_part (line, g_strdup_printf (_("updated %s"), facts->policy_date));
  if (sp_document_get_snapshot_date (document) != NULL)
    add_part (line, g_strdup_printf (_("snapshot of %s"), sp_document_get_snapshot_date (document)));
  if (sp_document_get_domain (document) != NULL)
    add_part (line, g_strdup (sp_document_get_domain (document)));
  return g_string_free (line, FALSE);
}

/* What stands beside a score: the question it answers, for Protection its range too. */
char *
sp_report_model_dup_remark (const SpReportModel *self, SpDimension dimension)
{
  const SpScores *scores = sp_analysis_get_scores (self->analysis);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (dimension == SP_DIMENSION_TRANSPARENCY)
    return g_strdup (_("Does it tell you?"));
  if (dimension == SP_DIMENSION_CLARITY)
    return g_strdup (_("Can you understand it?"));
  if (self->n_unanswered == 0 || isnan (scores->protection_low) || isnan (scores->protection_high))
    return g_strdup (_("Does it treat you well?"));

  low = sp_report_format_score (scores->protection_low);
  high = sp_report_format_score (scores->protection_high);
  /* Translators: the least and the most that Protection could be, if all were answered. */
  return g_strdup_printf (_("Does it treat you well? %s to %s"), low, high);
}

/* The text of @span with injected words shown as […]. */
static char *
dup_without_spam (SpDocument *document, SpSpan span)
{
  const char *text = sp_document_get_text (document, NULL);
  guint n_spam;
  const SpSpan *spam = sp_document_get_spam (document, &n_spam);
  GString *out = g_string_new (NULL);
  gsize at = span.start;

  for (guint i = 0; i < n_spam; i++)
    {
      if (!sp_span_overlaps (spam[i], span) || spam[i].end <= at)
        continue;
      if (spam[i].start > at)
        g_string_append_len (out, text + at, spam[i].start - at);
      g_string_append (out, "[…]");
      at = MIN (spam[i].end, span.end);
    }
  g_string_append_len (out, text + at, span.end - at);
  return g_string_free (out, FALSE);
}

/* Cuts @text at the last word that fits and marks the cut; a cut never falls inside a character. */
static char *
shorten (char *text, guint max_characters)
{
  char *end = text;
  char *cut = NULL;

  for (guint i = 0; i < max_characters && *end != '\0'; i++)
    {
      if (*end == ' ')
        cut = end;
      end = g_utf8_next_char (end);
    }
  if (*end == '\0')
    return text;

  *(cut != NULL ? cut : end) = '\0';
  end = g_strconcat (text, " …", NULL);
  g_free (text);
  return end;
}

/* The words of @evidence in one line, for print: at most @max_characters, 0 for all. */
char *
sp_report_model_dup_quote (const SpReportModel *self, const SpEvidence *evidence, guint max_characters)
{
  SpDocument *document = sp_analysis_get_document (self->analysis);
  g_autofree char *text = dup_without_spam (document, evidence->span);
  char *line = sp_text_collapse_spaces (text, -1);

  return max_characters > 0 ? shorten (line, max_characters) : line;
}

/* The heading that @evidence stands under, in one line; %NULL if there is none. */
char *
sp_report_model_dup_place (const SpReportModel *self, const SpEvidence *evidence)
{
  SpSegmentation *segmentation = sp_analysis_get_segmentation (self->analysis);
  SpDocument *document = sp_analysis_get_document (self->analysis);
  guint path[6];
  guint n = sp_segmentation_list_headings (segmentation, evidence->segment, path);
  SpEvidence heading;

  if (n == 0)
    return NULL;
  heading = (SpEvidence) { path[n - 1], sp_document_get_block (document, path[n - 1])->span };
  return sp_report_model_dup_quote (self, &heading, PLACE_CHARACTERS);
}

/* “Sells data (Critical)”: a severity is a word too, not only a colour and a mark. */
char *
sp_report_dup_finding_label (const SpReportModel *self, const SpFinding *finding)
{
  if (sp_analysis_is_finding_dismissed (self->analysis, finding))
    /* Translators: the name of a finding that the reader does not accept. */
    return g_strdup_printf (_("%s (dismissed)"), finding->detector->title);
  if (finding->severity == SP_SEVERITY_GOOD)
    return g_strdup (finding->detector->title);
  /* Translators: the name of a finding, and how grave it is. */
  return g_strdup_printf (_("%s (%s)"), finding->detector->title,
                          sp_severity_get_title (finding->severity));
}

/* What a finding means here: a variant knows better than the detector. */
const char *
sp_report_get_explanation (const SpFinding *finding)
{
  return finding->explanation != NULL ? finding->explanation : finding->detector->explanation;
}

const char *
sp_report_get_severity_heading (SpSeverity severity)
{
  static const char *const headings[] = {
    [SP_SEVERITY_CRITICAL] = N_("Critical terms"), [SP_SEVERITY_SERIOUS] = N_("Serious terms"),
    [SP_SEVERITY_CAUTION] = N_("Caution"),         [SP_SEVERITY_NOTE] = N_("Worth knowing"),
    [SP_SEVERITY_GOOD] = N_("Good promises"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (headings) == SP_N_SEVERITIES);
  return _(headings[severity]);
}

/* Stands at the end of everything that people read. */
char *
sp_report_dup_footer (void)
{
  return g_strdup_printf (_("Automated reading by fixed rules, version %s. It may be wrong and is not "
                            "legal advice."),
                          SP_VERSION);
}

/* “58”, or a dash where nothing could be judged; tenths are for machines. */
char *
sp_report_format_score (double score)
{
  return isnan (score) ? g_strdup ("–") : g_strdup_printf ("%d", (int) sp_round (score, 0));
}

/* “74.5”, “109”: hundredths where there are any, in every locale. */
char *
sp_report_format_points (double points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", sp_round (points, 2)));
}

/* “3,120”, in every locale. */
char *
sp_report_format_count (guint count)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out, "%u", count);
  for (gssize at = (gssize) out->len - 3; at > 0; at -= 3)
    g_string_insert_c (out, at, ',');
  return g_string_free (out, FALSE);
}
