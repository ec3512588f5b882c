/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers the questions of the rubric from what was observed. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sp-answer-private.h"
#include "sp-near-miss.h"

/**
 * sp_answer_new:
 * @level: NaN where there is none
 *
 * Returns: (transfer full): an answer without evidence
 */
SpAnswer *
sp_answer_new (const SpQuestion *question, SpAnswerState state, double level)
{
  SpAnswer *self = g_new0 (SpAnswer, 1);

  self->question = question;
  self->state = state;
  self->level = level;
  self->weight = question->weight;
  self->points = isnan (level) ? 0 : question->weight * level;
  self->evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  self->near_miss = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  return self;
}

void
sp_answer_free (SpAnswer *self)
{
  g_array_unref (self->evidence);
  g_array_unref (self->near_miss);
  g_free (self->note);
  g_free (self);
}

/* Without the place that came nearest, which no measure has. */
static SpAnswer *
copy_measured (const SpAnswer *other)
{
  SpAnswer *self = sp_answer_new (other->question, other->state, other->level);

  g_array_append_vals (self->evidence, other->evidence->data, other->evidence->len);
  self->note = g_strdup (other->note);
  return self;
}

/* Notes of the rubric are written in English there. */
static char *
translate (const char *note)
{
  return note != NULL ? g_strdup (_(note)) : NULL;
}

static SpAnswer *
answer_by_rule (const SpRubricItem *item, const SpRule *rule, const SpObservations *observations)
{
  SpAnswer *answer = sp_answer_new (&item->question, rule->state, rule->level);
  g_autoptr (GPtrArray) groups = sp_citations_new ();

  sp_condition_cite (rule->when, observations, groups);
  g_array_unref (answer->evidence);
  answer->evidence = sp_citations_choose (groups);
  answer->note = translate (rule->note);
  return answer;
}

static SpAnswer *
answer_by_silence (const SpRubric *rubric, const SpRubricItem *item, const SpObservations *observations)
{
  SpAnswer *answer;

  if (item->question.dimension == SP_DIMENSION_TRANSPARENCY)
    answer = sp_answer_new (&item->question, SP_ANSWER_ABSENT, 0);
  else
    {
      answer = sp_answer_new (&item->question, SP_ANSWER_UNKNOWN, NAN);
      answer->points = item->question.weight * rubric->grading.unanswered;
    }
  answer->note = translate (item->otherwise_note);
  sp_near_miss_find (item->sought, item->near, observations, answer->near_miss,
                     &answer->near_miss_reason);
  return answer;
}

/* Each hostile term costs one level, however often it stands there. */
static SpAnswer *
answer_by_deductions (const SpRubricItem *item, const SpObservations *observations)
{
  g_autoptr (GPtrArray) groups = sp_citations_new ();
  guint n = 0;
  SpAnswer *answer;

  for (guint i = 0; i < item->deductions->len; i++)
    {
      const SpRule *rule = item->deductions->pdata[i];

      n += sp_condition_holds (rule->when, observations);
      sp_condition_cite (rule->when, observations, groups);
    }
  n = MIN (n, item->levels->len - 1);
  answer = sp_answer_new (&item->question, SP_ANSWER_ANSWERED,
                          g_array_index (item->levels, SpRubricLevel, n).level);
  g_array_unref (answer->evidence);
  answer->evidence = sp_citations_choose (groups);
  if (n == 0)
    answer->note = translate (item->otherwise_note);
  return answer;
}

static SpAnswer *
answer_by_measure (const SpRubricItem *item, const SpClarityInput *clarity)
{
  SpClarityResult result = sp_clarity_measure (item, clarity);
  SpAnswer *answer
    = sp_answer_new (&item->question,
                     isnan (result.level) ? SP_ANSWER_NOT_APPLICABLE : SP_ANSWER_ANSWERED,
                     result.level);

  answer->note = result.note;
  if (result.evidence != NULL)
    {
      g_array_unref (answer->evidence);
      answer->evidence = result.evidence;
    }
  return answer;
}

static SpAnswer *
answer_item (const SpRubric *rubric, const SpRubricItem *item, const SpObservations *observations,
             const SpClarityInput *clarity)
{
  if (item->measure != SP_MEASURE_NONE)
    return answer_by_measure (item, clarity);

  if (item->applies_when != NULL && !sp_condition_holds (item->applies_when, observations))
    {
      SpAnswer *answer = sp_answer_new (&item->question, SP_ANSWER_NOT_APPLICABLE, NAN);

      answer->note = translate (item->not_applicable_note);
      return answer;
    }
  if (item->deductions->len > 0)
    return answer_by_deductions (item, observations);

  for (guint i = 0; i < item->rules->len; i++)
    {
      const SpRule *rule = item->rules->pdata[i];

      if (sp_condition_holds (rule->when, observations))
        return answer_by_rule (item, rule, observations);
    }
  return answer_by_silence (rubric, item, observations);
}

/* What is measured on the text alone no reader's objection changes; only contradictions can be dismissed. */
static gboolean
is_fixed (const SpRubricItem *item)
{
  return item->measure != SP_MEASURE_NONE && item->measure != SP_MEASURE_CONSISTENCY;
}

/**
 * sp_answers_find:
 * @analysed: (nullable) (element-type SpAnswer): the answers without a reader's objections, of the same text
 *
 * Answers every question.
 *
 * Returns: (transfer full) (element-type SpAnswer): in the rubric's order
 */
GPtrArray *
sp_answers_find (const SpRubric *rubric, const SpObservations *observations,
                 const SpClarityInput *clarity, GPtrArray *analysed)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_answer_free);

  for (guint i = 0; i < rubric->items->len; i++)
    {
      const SpRubricItem *item = sp_rubric_get_item (rubric, i);

      g_ptr_array_add (answers, analysed != NULL && is_fixed (item)
                                  ? copy_measured (analysed->pdata[i])
                                  : answer_item (rubric, item, observations, clarity));
    }
  return answers;
}

/**
 * sp_answers_weigh:
 * @answers: (element-type SpAnswer): with the weights of the rubric; changed
 *
 * Gives each question the weight that @profile gives it.
 */
void
sp_answers_weigh (GPtrArray *answers, SpProfile *profile)
{
  for (guint i = 0; i < answers->len; i++)
    {
      SpAnswer *answer = answers->pdata[i];
      SpEmphasis emphasis = sp_profile_get_emphasis (profile, answer->question->id);

      answer->weight *= emphasis;
      answer->points *= emphasis;
    }
}

/**
 * sp_answers_new_unread:
 * @note: why the rules cannot read the text
 *
 * Returns: (transfer full) (element-type SpAnswer): every question unknown and without points
 */
GPtrArray *
sp_answers_new_unread (const SpRubric *rubric, const char *note)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_answer_free);

  for (guint i = 0; i < rubric->items->len; i++)
    {
      SpAnswer *answer
        = sp_answer_new (&sp_rubric_get_item (rubric, i)->question, SP_ANSWER_UNKNOWN, NAN);

      answer->note = g_strdup (note);
      g_ptr_array_add (answers, answer);
    }
  return answers;
}
