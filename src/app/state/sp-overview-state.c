/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-overview-state.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sp-shown.h"

/* Translators: in “Higher than 62 % of …”; their full name stands below */
#define OTHERS N_("the policies compared")

static GPtrArray *
new_points (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sp_point_free);
}

/* “example.org · 3,120 words, 12 minutes to read · updated 2 January 2020” */
static char *
describe_document (SpAnalysis *analysis)
{
  SpDocument *document = sp_analysis_get_document (analysis);
  const SpReadability *readability = sp_analysis_get_readability (analysis);
  const SpFacts *facts = sp_analysis_get_facts (analysis);
  guint minutes = (guint) MAX (1.0, floor (readability->minutes + 0.5));
  g_autofree char *policy_date = sp_words_dup_date (facts->policy_date);
  g_autofree char *effective_date = sp_words_dup_date (facts->effective_date);
  g_autofree char *snapshot_date = sp_words_dup_date (sp_document_get_snapshot_date (document));
  g_autofree char *rank = NULL;
  GString *text = g_string_new (NULL);

  if (sp_document_get_domain (document) != NULL)
    g_string_append_printf (text, "%s · ", sp_document_get_domain (document));
  g_string_append_printf (text, ngettext ("%'u word", "%'u words", readability->words),
                          readability->words);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u minute to read", "%u minutes to read", minutes), minutes);
  if (policy_date != NULL)
    /* Translators: %s is a date */
    g_string_append_printf (text, _(" · updated %s"), policy_date);
  else if (effective_date != NULL)
    /* Translators: %s is a date */
    g_string_append_printf (text, _(" · in force from %s"), effective_date);
  if (snapshot_date != NULL)
    /* Translators: %s is a date: when the page was archived */
    g_string_append_printf (text, _(" · saved %s"), snapshot_date);
  /* Of what is not graded it is not said either what it is compared with. */
  if (sp_shown_get_scores (analysis)->grade != 0)
    rank = sp_analysis_dup_length_rank (analysis, _(OTHERS));
  if (rank != NULL)
    g_string_append_printf (text, " · %s", rank);
  return g_string_free (text, FALSE);
}

/* How many questions about Protection no clause answers. */
static guint
count_open (SpAnalysis *analysis)
{
  GPtrArray *answers = sp_shown_get_answers (analysis);
  guint n = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      const SpAnswer *answer = g_ptr_array_index (answers, i);

      n += answer->state == SP_ANSWER_UNKNOWN && answer->weight > 0;
    }
  return n;
}

static char *
describe_range (SpAnalysis *analysis)
{
  const SpScores *scores = sp_shown_get_scores (analysis);
  double low = floor (scores->protection_low + 0.5);
  double high = floor (scores->protection_high + 0.5);
  guint n_open = count_open (analysis);

  if (low == high)
    return g_strdup (_("How well does it treat you?"));
  /* Translators: two numbers from 0 to 100, and how many questions the policy does not answer */
  return g_strdup_printf (ngettext ("How well does it treat you? Between %.0f and %.0f: %u question is open.",
                                    "How well does it treat you? Between %.0f and %.0f: %u questions are open.",
                                    n_open),
                          low, high, n_open);
}

static char *
describe_rank (int percentile)
{
  if (percentile >= 100)
    /* Translators: of a score; the name of a set of policies */
    return g_strdup_printf (_("Higher than every one of %s."), _(OTHERS));
  if (percentile == 0)
    return g_strdup_printf (_("Lower than nearly all of %s."), _(OTHERS));
  /* Translators: of a score; a share in per cent, and the name of a set of policies */
  return g_strdup_printf (_("Higher than %d%% of %s."), percentile, _(OTHERS));
}

/* “How well does it treat you? Higher than 62 % of …”; the place among others only where it is known. */
static void
add_percentile (SpScoreLine *line, SpAnalysis *analysis)
{
  const SpReference *reference = sp_analysis_get_reference (analysis);
  int percentile =
    sp_reference_get_percentile (reference, sp_dimension_get_id (line->dimension), line->value);
  g_autofree char *note = NULL;
  g_autofree char *rank = NULL;

  if (percentile < 0)
    return;
  note = g_steal_pointer (&line->note);
  rank = describe_rank (percentile);
  line->note = g_strconcat (note, " ", rank, NULL);
}

static void
fill_score (SpScoreLine *line, SpDimension dimension, SpAnalysis *analysis)
{
  const SpScores *scores = sp_shown_get_scores (analysis);
  const char *title = sp_dimension_get_title (dimension);

  line->dimension = dimension;
  line->value = line->low = line->high = scores->dimensions[dimension];
  /* Translators: the name of a score, and its value */
  line->text = g_strdup_printf (_("%s: %.0f of 100"), title, floor (line->value + 0.5));
  if (dimension == SP_DIMENSION_TRANSPARENCY)
    line->note = g_strdup (_("Does it tell you?"));
  else if (dimension == SP_DIMENSION_CLARITY)
    line->note = g_strdup (_("Can you understand it?"));
  else
    {
      line->low = scores->protection_low;
      line->high = scores->protection_high;
      line->note = describe_range (analysis);
    }
  add_percentile (line, analysis);
}

static GPtrArray *
list_limits (const SpScores *scores)
{
  GPtrArray *limits = new_points ();

  if (scores->grade == 0 && scores->note != NULL)
    g_ptr_array_add (limits, sp_point_new (SP_MARK_NOTE, scores->note, _("The text itself stands under Clauses."), NULL));
  for (guint i = 0; scores->caps != NULL && i < scores->caps->len; i++)
    g_ptr_array_add (limits, sp_point_new_for_cap (g_ptr_array_index (scores->caps, i)));
  return limits;
}

static GPtrArray *
list_key_points (SpAnalysis *analysis)
{
  GPtrArray *key_points = sp_shown_get_key_points (analysis);
  GPtrArray *points = new_points ();

  for (guint i = 0; i < key_points->len; i++)
    {
      const SpKeyPoint *point = g_ptr_array_index (key_points, i);

      g_ptr_array_add (points, sp_point_new (sp_mark_from_severity (point->severity), _(point->text),
                                             NULL, point->evidence));
    }
  return points;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const SpFinding *x = *(const SpFinding *const *) a;
  const SpFinding *y = *(const SpFinding *const *) b;

  if (x->severity != y->severity)
    return (int) x->severity - (int) y->severity;
  if (x->confidence != y->confidence)
    return x->confidence > y->confidence ? -1 : 1;
  return g_strcmp0 (x->detector->id, y->detector->id);
}

static GPtrArray *
list_findings (SpAnalysis *analysis, SpSeverity first, SpSeverity last)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (sp_analysis_get_findings (analysis), NULL, NULL);
  GPtrArray *points = new_points ();

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_findings);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SpFinding *finding = g_ptr_array_index (sorted, i);

      if (finding->severity >= first && finding->severity <= last
          && !sp_shown_is_dismissed (analysis, finding))
        g_ptr_array_add (points, sp_point_new (sp_mark_from_severity (finding->severity),
                                               _(finding->detector->title), NULL, finding->evidence));
    }
  return points;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const SpAnswer *x = *(const SpAnswer *const *) a;
  const SpAnswer *y = *(const SpAnswer *const *) b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return g_strcmp0 (x->question->id, y->question->id);
}

static GPtrArray *
list_not_said (SpAnalysis *analysis)
{
  GPtrArray *answers = sp_shown_get_answers (analysis);
  g_autoptr (GPtrArray) absent = g_ptr_array_new ();
  GPtrArray *points = new_points ();

  for (guint i = 0; i < answers->len; i++)
    {
      SpAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->state == SP_ANSWER_ABSENT && answer->weight > 0)
        g_ptr_array_add (absent, answer);
    }
  g_ptr_array_sort (absent, compare_weights);
  for (guint i = 0; i < absent->len; i++)
    {
      const SpAnswer *answer = g_ptr_array_index (absent, i);

      g_ptr_array_add (points,
                       sp_point_new (SP_MARK_NOT_SAID, _(answer->question->title), NULL, NULL));
    }
  return points;
}

static void
fact_free (SpDocumentFact *fact)
{
  g_free (fact->value);
  g_free (fact);
}

static void
take_fact (GPtrArray *facts, const char *title, char *value)
{
  SpDocumentFact *fact;

  if (value == NULL)
    return;
  fact = g_new0 (SpDocumentFact, 1);
  fact->title = title;
  fact->value = value;
  g_ptr_array_add (facts, fact);
}

static char *
join_companies (const SpFacts *facts)
{
  GString *text;

  if (facts->companies == NULL || facts->companies->len == 0)
    return g_strdup (facts->we);
  text = g_string_new (NULL);
  for (guint i = 0; i < facts->companies->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (facts->companies, i));
  return g_string_free (text, FALSE);
}

/* The measures are made for English. */
static char *
describe_reading (SpAnalysis *analysis)
{
  const SpReadability *readability = sp_analysis_get_readability (analysis);

  if (!sp_shown_is_read (analysis) || isnan (readability->flesch_reading_ease))
    return NULL;
  /* Translators: years of school, a figure from 0 to 100, and words */
  return g_strdup_printf (_("Needs about %.0f years of school; Flesch Reading Ease %.0f of 100, "
                            "%.0f words a sentence"),
                          MAX (1.0, readability->flesch_kincaid_grade), readability->flesch_reading_ease,
                          readability->words_per_sentence);
}

/* “High confidence” */
static char *
describe_confidence (const SpScores *scores)
{
  return sp_words_dup_capitalized (sp_confidence_level_get_title (scores->confidence));
}

static char *
describe_certainty (const SpScores *scores)
{
  g_autofree char *confidence = NULL;

  if (scores->grade == 0)
    return NULL;
  confidence = describe_confidence (scores);
  /* Translators: “High confidence”, and a share in per cent */
  return g_strdup_printf (_("%s; the policy answers %.0f%% of what Protection rests on"), confidence,
                          100 * scores->answered_share);
}

static GPtrArray *
list_facts (SpAnalysis *analysis)
{
  SpDocument *document = sp_analysis_get_document (analysis);
  const SpFacts *known = sp_analysis_get_facts (analysis);
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);

  take_fact (facts, _("Company"), join_companies (known));
  take_fact (facts, _("Website"), g_strdup (sp_document_get_domain (document)));
  take_fact (facts, _("Last updated"), sp_words_dup_date (known->policy_date));
  if (g_strcmp0 (known->effective_date, known->policy_date) != 0)
    take_fact (facts, _("In force from"), sp_words_dup_date (known->effective_date));
  take_fact (facts, _("Saved"), sp_words_dup_date (sp_document_get_snapshot_date (document)));
  take_fact (facts, _("Language level"), describe_reading (analysis));
  take_fact (facts, _("Certainty of this reading"), describe_certainty (sp_shown_get_scores (analysis)));
  take_fact (facts, _("File"), g_strdup (sp_document_get_name (document)));
  return facts;
}

/**
 * sp_grade_get_style_class:
 * @grade: 'A' to 'E', or 0
 *
 * Returns: the class that gives a badge its colours
 */
const char *
sp_grade_get_style_class (char grade)
{
  static const char *const classes[] = { "grade-a", "grade-b", "grade-c", "grade-d", "grade-e" };

  return grade >= 'A' && grade <= 'E' ? classes[grade - 'A'] : "grade-none";
}

static char *
explain_that_all_is_said (SpAnalysis *analysis)
{
  guint n_open = count_open (analysis);

  if (n_open == 0)
    return g_strdup (_("Every subject is spoken of"));
  return g_strdup_printf (ngettext ("Every subject is spoken of, but %u question about Protection stays open",
                                    "Every subject is spoken of, but %u questions about Protection stay open",
                                    n_open),
                          n_open);
}

/* Where nothing is judged, a list that is empty says nothing about the text. */
static void
explain_empty_lists (SpOverviewState *self, SpAnalysis *analysis)
{
  if (!self->is_graded)
    return;
  self->nothing[SP_OVERVIEW_KEY_POINTS] = g_strdup (_("No key points were found"));
  self->nothing[SP_OVERVIEW_WATCH_OUT] = g_strdup (_("Nothing was found that stands out"));
  self->nothing[SP_OVERVIEW_PROMISES] = g_strdup (_("None were found"));
  self->nothing[SP_OVERVIEW_NOT_SAID] = explain_that_all_is_said (analysis);
}

/* What belongs to a grade. */
static void
fill_judgement (SpOverviewState *self, SpAnalysis *analysis)
{
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    fill_score (&self->scores[i], i, analysis);
  self->confidence = describe_confidence (sp_shown_get_scores (analysis));
  /* Translators: the name of a set of policies */
  self->comparison = g_strdup_printf (_("Compared with %s"),
                                      sp_reference_get_name (sp_analysis_get_reference (analysis)));
}

/**
 * sp_overview_state_new:
 *
 * Returns: (transfer full): what the overview shows of @analysis
 */
SpOverviewState *
sp_overview_state_new (SpAnalysis *analysis)
{
  const SpScores *scores = sp_shown_get_scores (analysis);
  SpOverviewState *self = g_new0 (SpOverviewState, 1);

  self->is_graded = scores->grade != 0;
  if (self->is_graded)
    self->letter = g_strdup_printf ("%c%s", scores->grade, scores->grade_uncertain ? "?" : "");
  else
    self->letter = g_strdup ("–");
  self->grade_class = sp_grade_get_style_class (scores->grade);
  self->grade = sp_words_dup_grade (scores);
  self->title = g_strdup (sp_analysis_get_title (analysis));
  self->meta = describe_document (analysis);
  self->review = sp_shown_dup_review (analysis);
  self->limits = list_limits (scores);
  if (self->is_graded)
    fill_judgement (self, analysis);
  explain_empty_lists (self, analysis);
  self->key_points = list_key_points (analysis);
  self->watch_out = list_findings (analysis, SP_SEVERITY_CRITICAL, SP_SEVERITY_CAUTION);
  self->promises = list_findings (analysis, SP_SEVERITY_GOOD, SP_SEVERITY_GOOD);
  self->not_said = self->is_graded ? list_not_said (analysis) : new_points ();
  self->glance = sp_glance_new (sp_analysis_get_data_map (analysis), sp_analysis_get_statements (analysis));
  self->facts = list_facts (analysis);
  return self;
}

/**
 * sp_overview_state_free:
 *
 * Frees what sp_overview_state_new() returned.
 */
void
sp_overview_state_free (SpOverviewState *self)
{
  g_free (self->letter);
  g_free (self->grade);
  g_free (self->confidence);
  g_free (self->title);
  g_free (self->meta);
  g_free (self->review);
  g_free (self->comparison);
  g_ptr_array_unref (self->limits);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_free (self->scores[i].text);
      g_free (self->scores[i].note);
    }
  for (guint i = 0; i < SP_N_OVERVIEW_LISTS; i++)
    g_free (self->nothing[i]);
  g_ptr_array_unref (self->key_points);
  g_ptr_array_unref (self->watch_out);
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->not_said);
  g_ptr_array_unref (self->glance);
  g_ptr_array_unref (self->facts);
  g_free (self);
}
