/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sp-answer-private.h"
#include "sp-error.h"
#include "sp-assessment.h"

#define GRADING                                                                                    \
  "\"grading\": {\"weights\": {\"transparency\": 0.35, \"protection\": 0.45, \"clarity\": 0.2},"   \
  " \"unanswered\": 0.25, \"close_to\": 2, \"caps\": [],"                                          \
  " \"grades\": [{\"grade\": \"A\", \"from\": 80}, {\"grade\": \"B\", \"from\": 65},"              \
  " {\"grade\": \"C\", \"from\": 50}, {\"grade\": \"D\", \"from\": 35},"                           \
  " {\"grade\": \"E\", \"from\": 0}],"                                                             \
  " \"no_grade\": {\"below_words\": 150, \"language_other_than\": \"en\","                         \
  " \"below_categories\": 3, \"below_is_policy\": 0.5},"                                           \
  " \"confidence\": {\"high_from\": 0.8, \"low_up_to\": 0.6, \"damages\": [], \"damage_each\": 0.05," \
  " \"damaged_clauses\": 1}}"

#define WORDS "\"title\": \"t\", \"question\": \"q\", \"looked_for\": \"l\""

#define LEVELS                                                                                     \
  "\"levels\": [{\"level\": 1, \"text\": \"all\"}, {\"level\": 0.5, \"text\": \"half\"},"          \
  " {\"level\": 0, \"text\": \"none\"}]"

#define RUBRIC(transparency, protection)                                                           \
  "{\"version\": \"7\", \"transparency\": [" transparency "], \"protection\": [" protection "],"   \
  " \"clarity\": [], " GRADING "}"

static const char small[] = RUBRIC (
  "{\"id\": \"T1\", \"weight\": 4, " WORDS ", " LEVELS ", \"near\": ["
  " {\"of\": [\"C\", \"D\"], \"reason\": \"only C or D\"}, {\"of\": [\"E\"], \"reason\": \"only E\"}],"
  " \"rules\": ["
  " {\"state\": \"present\", \"when\": {\"all\": [\"A\", \"B\"]}},"
  " {\"state\": \"partial\", \"when\": {\"any\": [\"A\", \"B\"]}, \"note\": \"one only\"}]}",
  "{\"id\": \"P1\", \"weight\": 8, " WORDS ", " LEVELS ", \"applies_when\": {\"any\": [\"A\", \"C\"]},"
  " \"not_applicable\": \"no A\", \"rules\": [{\"level\": 0, \"when\": \"C\"},"
  " {\"level\": 1, \"when\": \"B\"}]},"
  "{\"id\": \"P2\", \"weight\": 5, " WORDS ", " LEVELS ", \"otherwise\": \"nothing\","
  " \"deductions\": [\"A\", \"B\", \"C\"]}");

static SpObservations *
observe_all (const char *letters)
{
  SpObservations *observations = sp_observations_new ();

  for (guint i = 0; letters[i] != '\0'; i++)
    {
      char name[] = { letters[i], '\0' };
      SpEvidence evidence = { i, sp_span (i * 10, i * 10 + 5) };

      sp_observations_add (observations, name, (SpObservation) { NULL, i, evidence });
    }
  return observations;
}

static SpRubric *
read_small (void)
{
  g_autoptr (GError) error = NULL;
  SpRubric *rubric = sp_rubric_new_from_json (small, NULL, &error);

  g_assert_no_error (error);
  return rubric;
}

static void
answers_by_the_first_rule_that_holds (void)
{
  static const struct
  {
    const char *letters;
    guint question;
    SpAnswerState state;
    double level;
    double points;
    guint n_evidence;
    const char *note;
  } cases[] = {
    { "AB", 0, SP_ANSWER_PRESENT, 1, 4, 2, NULL },
    { "B", 0, SP_ANSWER_PARTIAL, 0.5, 2, 1, "one only" },
    { "", 0, SP_ANSWER_ABSENT, 0, 0, 0, NULL },
    { "AB", 1, SP_ANSWER_ANSWERED, 1, 8, 1, NULL },
    { "ABC", 1, SP_ANSWER_ANSWERED, 0, 0, 1, NULL },
    { "A", 1, SP_ANSWER_UNKNOWN, NAN, 2, 0, NULL },
    { "B", 1, SP_ANSWER_NOT_APPLICABLE, NAN, 0, 0, "no A" },
    { "", 2, SP_ANSWER_ANSWERED, 1, 5, 0, "nothing" },
    { "A", 2, SP_ANSWER_ANSWERED, 0.5, 2.5, 1, NULL },
    { "ABC", 2, SP_ANSWER_ANSWERED, 0, 0, 3, NULL },
  };
  g_autoptr (SpRubric) rubric = read_small ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpObservations) observations = observe_all (cases[i].letters);
      g_autoptr (GPtrArray) answers = sp_answers_find (rubric, observations, NULL, NULL);
      const SpAnswer *answer = answers->pdata[cases[i].question];

      g_test_message ("question %u with “%s”", cases[i].question, cases[i].letters);
      g_assert_cmpint (answer->state, ==, cases[i].state);
      g_assert_true (isnan (cases[i].level) ? isnan (answer->level)
                                            : answer->level == cases[i].level);
      g_assert_cmpfloat (answer->points, ==, cases[i].points);
      g_assert_cmpuint (answer->evidence->len, ==, cases[i].n_evidence);
      g_assert_cmpstr (answer->note, ==, cases[i].note);
    }
}

/* Letters that fired, and those that were missed with the context in which they stand. */
static SpObservations *
observe_near (const char *letters, const char *missed, const char *context)
{
  SpObservations *observations = observe_all (letters);

  for (guint i = 0; missed[i] != '\0'; i++)
    {
      g_autofree char *name = g_strdup_printf (SP_MISSED_PREFIX "%c", missed[i]);
      SpEvidence evidence = { 90 + i, sp_span (900 + i * 10, 905 + i * 10) };

      sp_observations_add (observations, name, (SpObservation) { context, 90 + i, evidence });
    }
  return observations;
}

static void
tells_what_came_nearest_to_an_answer (void)
{
  static const struct
  {
    const char *letters;
    const char *missed;
    const char *context;
    const char *reason;
    guint segment;
  } cases[] = {
    { "", "", NULL, NULL, 0 },
    { "A", "B", "advice", NULL, 0 },
    { "E", "", NULL, "only E", 0 },
    { "ED", "", NULL, "only C or D", 1 },
    { "DC", "", NULL, "only C or D", 1 },
    { "C", "A", "heading", "only C or D", 0 },
    { "", "A", "heading", "Only a heading or a question speaks of it.", 90 },
    { "C", "A", "advice", "It is advice to you and does not say what is done.", 90 },
    { "C", "AB", "other-party", "It speaks of what others do.", 90 },
    { "C", "F", "advice", "only C or D", 0 },
  };
  g_autoptr (SpRubric) rubric = read_small ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpObservations) observations
        = observe_near (cases[i].letters, cases[i].missed, cases[i].context);
      g_autoptr (GPtrArray) answers = sp_answers_find (rubric, observations, NULL, NULL);
      const SpAnswer *answer = answers->pdata[0];

      g_test_message ("“%s”, missed “%s”", cases[i].letters, cases[i].missed);
      g_assert_cmpstr (answer->near_miss_reason, ==, cases[i].reason);
      g_assert_cmpuint (answer->near_miss->len, ==, cases[i].reason != NULL);
      if (cases[i].reason != NULL)
        g_assert_cmpuint (g_array_index (answer->near_miss, SpEvidence, 0).segment, ==, cases[i].segment);
    }
}

static void
names_the_question_that_is_wrong (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "[]", "*object*" },
    { "{}", "*version*" },
    { RUBRIC ("{\"weight\": 1}", ""), "*id*" },
    { RUBRIC ("{\"id\": \"T1\", " WORDS ", " LEVELS ", \"rules\": []}", ""), "*T1: *weight*" },
    { RUBRIC ("{\"id\": \"T1\", \"weight\": 1, " WORDS ", " LEVELS "}", ""), "*T1: *rules*" },
    { RUBRIC ("{\"id\": \"T1\", \"weight\": 1, " WORDS ", " LEVELS
              ", \"rules\": [{\"state\": \"good\", \"when\": \"A\"}]}",
              ""),
      "*T1: *present*" },
    { RUBRIC ("{\"id\": \"T1\", \"weight\": 1, " WORDS ", " LEVELS
              ", \"near\": [{\"of\": [\"A\"]}], \"rules\": []}",
              ""),
      "*T1: *reason*" },
    { RUBRIC ("",
              "{\"id\": \"P1\", \"weight\": 1, " WORDS ", " LEVELS
              ", \"rules\": [{\"level\": 0.7, \"when\": \"A\"}]}"),
      "*P1: *not listed*" },
    { RUBRIC ("",
              "{\"id\": \"P1\", \"weight\": 1, " WORDS ", " LEVELS
              ", \"rules\": [{\"level\": 1, \"when\": {\"none\": [\"A\"]}}]}"),
      "*P1: *clause*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SpRubric *rubric = sp_rubric_new_from_json (cases[i].json, NULL, &error);

      g_test_message ("%s", cases[i].message);
      g_assert_null (rubric);
      g_assert_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

static void
weighs_the_questions_as_the_design_says (void)
{
  static const double sums[SP_N_DIMENSIONS] = { 114, 118, 100 };
  static const guint counts[SP_N_DIMENSIONS] = { 20, 19, 5 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpFindingRegistry) registry = sp_finding_registry_new_from_resource (&error);
  g_autoptr (SpRubric) rubric = sp_rubric_new_from_resource (registry, &error);
  double weights[SP_N_DIMENSIONS] = { 0 };
  guint n[SP_N_DIMENSIONS] = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < sp_rubric_get_n_questions (rubric); i++)
    {
      const SpQuestion *question = sp_rubric_get_question (rubric, i);
      guint n_levels;
      const SpRubricLevel *levels = sp_rubric_get_levels (rubric, i, &n_levels);

      weights[question->dimension] += question->weight;
      n[question->dimension]++;
      g_assert_cmpuint (n_levels, >=, 2);
      for (guint j = 1; j < n_levels; j++)
        g_assert_cmpfloat (levels[j].level, <, levels[j - 1].level);
    }
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_assert_cmpuint (n[i], ==, counts[i]);
      g_assert_cmpfloat (weights[i], ==, sums[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rubric/answers_by_the_first_rule_that_holds",
                   answers_by_the_first_rule_that_holds);
  g_test_add_func ("/core/rubric/tells_what_came_nearest_to_an_answer",
                   tells_what_came_nearest_to_an_answer);
  g_test_add_func ("/core/rubric/names_the_question_that_is_wrong", names_the_question_that_is_wrong);
  g_test_add_func ("/core/rubric/weighs_the_questions_as_the_design_says",
                   weighs_the_questions_as_the_design_says);
  return g_test_run ();
}
