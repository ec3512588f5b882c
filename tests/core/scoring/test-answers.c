/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "scoring-test.h"

static SpAnalyzer *analyzer;
static SpKnowledge *knowledge;
static JsonObject *answers; /* by question: rows of a level or state, and a text */
static const char *around;

static SpAnalysis *
analyze (const char *words)
{
  g_autofree char *text = g_strdup_printf ("%s\n\n%s\n\n%s\n", around, words, around);

  return test_analyze (analyzer, text);
}

/* Or NULL. */
static JsonArray *
get_rows (const char *id)
{
  return json_object_has_member (answers, id) ? json_object_get_array_member (answers, id) : NULL;
}

/* As in a row: a level, or the name of a state that has none. */
static char *
describe_answer (const SpAnswer *answer)
{
  if (isnan (answer->level))
    return g_strdup (sp_answer_state_get_id (answer->state));
  return g_strdup_printf ("%g", answer->level);
}

static char *
describe_row (JsonArray *row)
{
  JsonNode *node = json_array_get_element (row, 0);

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return g_strdup_printf ("%g", json_node_get_double (node));
}

/* All rows are tried before the test fails, so that one run shows every miss. */
static void
follow_from_their_sentences (void)
{
  const SpRubric *rubric = sp_knowledge_get_rubric (knowledge);
  guint wrong = 0;

  for (guint i = 0; i < sp_rubric_get_n_questions (rubric); i++)
    {
      const char *id = sp_rubric_get_question (rubric, i)->id;
      JsonArray *rows = get_rows (id);

      for (guint j = 0; rows != NULL && j < json_array_get_length (rows); j++)
        {
          JsonArray *row = json_array_get_array_element (rows, j);
          const char *text = json_array_get_string_element (row, 1);
          g_autoptr (SpAnalysis) analysis = analyze (text);
          g_autofree char *expected = describe_row (row);
          g_autofree char *found = describe_answer (test_find_answer (sp_analysis_get_answers (analysis), id));

          if (g_str_equal (expected, found))
            continue;
          g_test_message ("%s is %s, not %s, in “%s”", id, found, expected, text);
          wrong++;
        }
    }
  g_assert_cmpuint (wrong, ==, 0);
}

static gboolean
has_row (const char *id, double level)
{
  JsonArray *rows = get_rows (id);
  g_autofree char *wanted = g_strdup_printf ("%g", level);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      g_autofree char *found = describe_row (json_array_get_array_element (rows, i));

      if (g_str_equal (found, wanted))
        return TRUE;
    }
  return FALSE;
}

/* What Clarity computes has tests of its own. */
static void
reach_every_level_of_the_rubric (void)
{
  const SpRubric *rubric = sp_knowledge_get_rubric (knowledge);
  guint missing = 0;

  for (guint i = 0; i < sp_rubric_get_n_questions (rubric); i++)
    {
      const SpQuestion *question = sp_rubric_get_question (rubric, i);
      guint n_levels;
      const SpRubricLevel *levels = sp_rubric_get_levels (rubric, i, &n_levels);

      for (guint j = 0; question->dimension != SP_DIMENSION_CLARITY && j < n_levels; j++)
        if (!has_row (question->id, levels[j].level))
          {
            g_test_message ("%s has no sentence for %g", question->id, levels[j].level);
            missing++;
          }
    }
  g_assert_cmpuint (missing, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "scoring", "answers.json", NULL);
  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  root = json_from_string (data, &error);
  g_assert_no_error (error);
  around = json_object_get_string_member (json_node_get_object (root), "around");
  answers = json_object_get_object_member (json_node_get_object (root), "answers");
  knowledge = test_knowledge_new ();
  analyzer = sp_analyzer_new (knowledge);

  g_test_add_func ("/core/answers/follow_from_their_sentences", follow_from_their_sentences);
  g_test_add_func ("/core/answers/reach_every_level_of_the_rubric", reach_every_level_of_the_rubric);
  status = g_test_run ();
  g_object_unref (analyzer);
  sp_knowledge_unref (knowledge);
  return status;
}
