/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-breakdown-state.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sp-point.h"
#include "sp-shown.h"

static void
row_free (SpBreakdownRow *row)
{
  g_free (row->points);
  g_free (row->title);
  g_free (row->answer);
  g_free (row->spoken);
  g_ptr_array_unref (row->quotes);
  g_ptr_array_unref (row->near_miss);
  g_free (row->near_miss_reason);
  g_free (row->looked_for);
  g_free (row);
}

/* Up to three places, none more than needed. */
static char *
format_number (double value)
{
  g_autofree char *text = g_strdup_printf ("%.3f", value);
  char *end = text + strlen (text);

  while (end > text && end[-1] == '0')
    *--end = '\0';
  if (end > text && !g_ascii_isdigit (end[-1]))
    *--end = '\0';
  return g_steal_pointer (&text);
}

static gboolean
counts (const SpAnswer *answer)
{
  return answer->state != SP_ANSWER_NOT_APPLICABLE && answer->weight > 0;
}

static void
choose_shape (SpBreakdownRow *row, const SpAnswer *answer)
{
  row->style_class = "state-present";
  if (!counts (answer))
    {
      row->icon_name = "sp-state-not-applicable-symbolic";
      row->style_class = "state-not-applicable";
    }
  else if (answer->state == SP_ANSWER_UNKNOWN)
    {
      row->icon_name = "sp-flow-unclear-symbolic";
      row->style_class = "state-absent";
    }
  else if (answer->points <= 0)
    {
      row->icon_name = "sp-state-absent-symbolic";
      row->style_class = "state-absent";
    }
  else
    row->icon_name =
      answer->points >= answer->weight ? "sp-state-present-symbolic" : "sp-state-partial-symbolic";
}

/* “Partly stated: It speaks of advertising only. Level 0.5 × weight 6” */
static char *
describe_answer (const SpAnswer *answer)
{
  g_autofree char *weight = format_number (answer->weight);
  g_autofree char *level = isnan (answer->level) ? NULL : format_number (answer->level);
  g_autofree char *state = sp_words_dup_capitalized (sp_answer_state_get_title (answer->state));
  GString *text = g_string_new (NULL);

  if (answer->state != SP_ANSWER_ANSWERED)
    g_string_append (text, state);
  if (answer->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", _(answer->note));
  if (!counts (answer))
    return g_string_free (text, FALSE);
  if (text->len > 0)
    g_string_append (text, g_str_has_suffix (text->str, ".") ? " " : ". ");
  if (answer->state == SP_ANSWER_UNKNOWN)
    /* Translators: %s is a number */
    g_string_append_printf (text, _("A quarter of the weight %s"), weight);
  else
    /* Translators: two numbers, which are multiplied */
    g_string_append_printf (text, _("Level %s × weight %s"), level != NULL ? level : "0", weight);
  return g_string_free (text, FALSE);
}

static char *
describe_points (const SpAnswer *answer)
{
  g_autofree char *points = format_number (answer->points);
  g_autofree char *weight = format_number (answer->weight);

  if (!counts (answer))
    return g_strdup ("–");
  /* Translators: points that a question earned, and how many it could */
  return g_strdup_printf (_("%s of %s"), points, weight);
}

static SpBreakdownRow *
row_new (SpAnalysis *analysis, const SpAnswer *answer)
{
  SpBreakdownRow *row = g_new0 (SpBreakdownRow, 1);

  choose_shape (row, answer);
  row->title = g_strdup (_(answer->question->question));
  row->answer = describe_answer (answer);
  row->points = describe_points (answer);
  /* Translators: a question, its points as “3 of 6”, and the answer */
  row->spoken = g_strdup_printf (_("%s %s points. %s"), row->title, row->points, row->answer);
  row->quotes = sp_quotes_new (analysis, answer->evidence);
  row->near_miss = sp_quotes_new (analysis, answer->near_miss);
  row->near_miss_reason = sp_words_dup_translated (answer->near_miss_reason);
  if (answer->evidence->len == 0)
    row->looked_for = sp_words_dup_translated (answer->question->looked_for);
  return row;
}

/* Without a grade no score is made of the points. */
static char *
describe_sum (const SpBreakdown *sums, gboolean is_graded)
{
  g_autofree char *points = format_number (sums->points);
  g_autofree char *weight = format_number (sums->weight);

  if (sums->weight <= 0)
    return g_strdup (_("No question could be judged."));
  if (!is_graded)
    /* Translators: a sum of points, and what it could have been */
    return g_strdup_printf (_("Sum: %s of %s points"), points, weight);
  /* Translators: a sum of points, what it could have been, and the score from 0 to 100 */
  return g_strdup_printf (_("Sum: %s of %s points, which makes %.1f of 100"), points, weight,
                          sp_breakdown_get_score (sums));
}

static char *
describe_range (const SpBreakdown *sums)
{
  double open = sums->weight - sums->known_weight;
  g_autofree char *weight = format_number (open);

  if (open <= 0)
    return NULL;
  /* Translators: a sum of weights, and two scores from 0 to 100 */
  return g_strdup_printf (_("Questions of weight %s are not answered by the policy. Depending on the answers "
                            "the score lies between %.1f and %.1f."),
                          weight, 100 * sums->known_points / sums->weight,
                          100 * (sums->known_points + open) / sums->weight);
}

static void
fill_table (SpBreakdownTable *table, SpAnalysis *analysis, SpDimension dimension)
{
  GPtrArray *answers = sp_shown_get_answers (analysis);
  gboolean is_graded = sp_shown_get_scores (analysis)->grade != 0;
  g_autoptr (SpBreakdown) sums = sp_breakdown_new (answers, dimension);

  table->dimension = dimension;
  table->title = sp_dimension_get_title (dimension);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < sums->rows->len; i++)
    g_ptr_array_add (table->rows, row_new (analysis, g_ptr_array_index (sums->rows, i)));
  for (guint i = 0; i < answers->len; i++)
    {
      const SpAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->question->dimension == dimension && !counts (answer))
        g_ptr_array_add (table->rows, row_new (analysis, answer));
    }
  table->sum = describe_sum (sums, is_graded);
  table->range = is_graded ? describe_range (sums) : NULL;
}

static GPtrArray *
list_overall (const SpScores *scores)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (isnan (scores->overall))
    return lines;
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    if (scores->weights[i] > 0)
      /* Translators: the name of a score, the score, its share in per cent, and the two multiplied */
      g_ptr_array_add (lines, g_strdup_printf (_("%s: %.1f × %.0f%% = %.1f"), sp_dimension_get_title (i),
                                               scores->dimensions[i], 100 * scores->weights[i],
                                               scores->dimensions[i] * scores->weights[i]));
  /* Translators: the overall score from 0 to 100 */
  g_ptr_array_add (lines, g_strdup_printf (_("Together: %.1f of 100"), scores->overall));
  return lines;
}

static GPtrArray *
list_caps (const SpScores *scores)
{
  GPtrArray *caps = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_point_free);

  for (guint i = 0; scores->caps != NULL && i < scores->caps->len; i++)
    g_ptr_array_add (caps, sp_point_new_for_cap (g_ptr_array_index (scores->caps, i)));
  return caps;
}

static GPtrArray *
list_dismissed (SpAnalysis *analysis)
{
  GPtrArray *findings = sp_analysis_get_findings (analysis);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = g_ptr_array_index (findings, i);

      if (sp_shown_is_dismissed (analysis, finding))
        g_ptr_array_add (titles, g_strdup (_(finding->detector->title)));
    }
  return titles;
}

/**
 * sp_breakdown_state_new:
 *
 * Returns: (transfer full): how the scores of @analysis come about
 */
SpBreakdownState *
sp_breakdown_state_new (SpAnalysis *analysis)
{
  const SpScores *scores = sp_shown_get_scores (analysis);
  SpBreakdownState *self = g_new0 (SpBreakdownState, 1);

  self->grade = sp_words_dup_grade (scores);
  self->overall = list_overall (scores);
  self->caps = list_caps (scores);
  self->review = sp_shown_dup_review (analysis);
  self->dismissed = list_dismissed (analysis);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    fill_table (&self->tables[i], analysis, i);
  return self;
}

/**
 * sp_breakdown_state_free:
 *
 * Frees what sp_breakdown_state_new() returned.
 */
void
sp_breakdown_state_free (SpBreakdownState *self)
{
  g_free (self->grade);
  g_ptr_array_unref (self->overall);
  g_ptr_array_unref (self->caps);
  g_free (self->review);
  g_ptr_array_unref (self->dismissed);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_ptr_array_unref (self->tables[i].rows);
      g_free (self->tables[i].sum);
      g_free (self->tables[i].range);
    }
  g_free (self);
}
