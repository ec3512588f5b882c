/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sp-answer-private.h"
#include "sp-importer.h"
#include "sp-json-writer.h"
#include "sp-score-private.h"

static SpRubric *
load_rubric (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpFindingRegistry) registry = sp_finding_registry_new_from_resource (&error);
  SpRubric *rubric;

  g_assert_no_error (error);
  rubric = sp_rubric_new_from_resource (registry, &error);
  g_assert_no_error (error);
  return rubric;
}

typedef struct
{
  SpQuestion questions[8];
  GPtrArray *answers;
  GPtrArray *findings;
  SpScoreInput input;
} Fixture;

static void
add_answer (Fixture *fixture, SpDimension dimension, double weight, SpAnswerState state, double level)
{
  SpQuestion *question = &fixture->questions[fixture->answers->len];
  SpAnswer *answer;

  g_assert_cmpuint (fixture->answers->len, <, G_N_ELEMENTS (fixture->questions));
  *question = (SpQuestion) { "X1", dimension, weight, "t", "q", "l" };
  answer = sp_answer_new (question, state, level);
  if (state == SP_ANSWER_UNKNOWN)
    answer->points = 0.25 * weight;
  g_ptr_array_add (fixture->answers, answer);
}

/* One answer each, so that overall is what we ask for. */
static void
set_up (Fixture *fixture, double level, SpAnswerState protection)
{
  fixture->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_answer_free);
  fixture->findings = g_ptr_array_new ();
  add_answer (fixture, SP_DIMENSION_TRANSPARENCY, 10, SP_ANSWER_PRESENT, level);
  add_answer (fixture, SP_DIMENSION_PROTECTION, 10, protection, level);
  add_answer (fixture, SP_DIMENSION_CLARITY, 10, SP_ANSWER_ANSWERED, level);
  fixture->input = (SpScoreInput) { fixture->answers, fixture->findings, 1000, "en", 9, 1.0, 1.0, 1.0 };
}

static void
tear_down (Fixture *fixture)
{
  g_ptr_array_unref (fixture->answers);
  g_ptr_array_unref (fixture->findings);
}

static void
adds_up_as_by_hand (void)
{
  g_autoptr (SpRubric) rubric = load_rubric ();
  Fixture fixture;
  SpScores scores;

  set_up (&fixture, 0.5, SP_ANSWER_ANSWERED);
  add_answer (&fixture, SP_DIMENSION_TRANSPARENCY, 4, SP_ANSWER_ABSENT, 0);
  add_answer (&fixture, SP_DIMENSION_TRANSPARENCY, 3, SP_ANSWER_NOT_APPLICABLE, NAN);
  add_answer (&fixture, SP_DIMENSION_PROTECTION, 5, SP_ANSWER_UNKNOWN, NAN);
  sp_scores_compute (rubric, &fixture.input, &scores);

  /* 5 of 14; (5 + 1.25) of 15, between 5 and 10 of 15; 5 of 10 */
  g_assert_cmpfloat (scores.dimensions[SP_DIMENSION_TRANSPARENCY], ==, 35.7);
  g_assert_cmpfloat (scores.dimensions[SP_DIMENSION_PROTECTION], ==, 41.7);
  g_assert_cmpfloat (scores.protection_low, ==, 33.3);
  g_assert_cmpfloat (scores.protection_high, ==, 66.7);
  g_assert_cmpfloat (scores.dimensions[SP_DIMENSION_CLARITY], ==, 50.0);
  /* 0.35 · 35.714 + 0.45 · 41.667 + 0.2 · 50 = 12.5 + 18.75 + 10 */
  g_assert_cmpfloat (scores.overall, ==, 41.3);
  g_assert_cmpfloat_with_epsilon (scores.answered_share, 10.0 / 15.0, 1e-12);
  g_assert_cmpint (scores.grade, ==, 'D');
  sp_scores_clear (&scores);
  tear_down (&fixture);
}

static void
grades_at_the_bounds (void)
{
  static const struct
  {
    double level;
    char grade;
    const char *note;
  } cases[] = {
    { 1.00, 'A', NULL },         { 0.82, 'A', "close to B" }, { 0.83, 'A', NULL },
    { 0.80, 'A', "close to B" }, { 0.7995, 'A', "close to B" }, { 0.7994, 'B', "close to A" },
    { 0.78, 'B', "close to A" }, { 0.779, 'B', NULL },         { 0.65, 'B', "close to C" },
    { 0.64, 'C', "close to B" }, { 0.50, 'C', "close to D" },  { 0.40, 'D', NULL },
    { 0.34, 'E', "close to D" }, { 0.0, 'E', NULL },
  };
  g_autoptr (SpRubric) rubric = load_rubric ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      SpScores scores;

      set_up (&fixture, cases[i].level, SP_ANSWER_ANSWERED);
      sp_scores_compute (rubric, &fixture.input, &scores);
      g_test_message ("%g", cases[i].level);
      g_assert_cmpint (scores.grade, ==, cases[i].grade);
      g_assert_cmpstr (scores.note, ==, cases[i].note);
      g_assert_false (scores.grade_uncertain);
      sp_scores_clear (&scores);
      tear_down (&fixture);
    }
}

static void
caps_the_grade_and_shows_why (void)
{
  static const struct
  {
    double level;
    guint n_critical, n_serious;
    char grade;
    const char *caps;
    const char *note;
  } cases[] = {
    { 0.90, 1, 0, 'D', "critical", NULL },
    { 0.90, 0, 2, 'A', "", NULL },
    { 0.90, 0, 3, 'C', "serious", NULL },
    { 0.90, 1, 3, 'D', "critical serious", NULL },
    /* A cap neither lifts a grade nor is a better one near where it forbids it; one that lowers nothing is
     * not shown. */
    { 0.20, 1, 0, 'E', "", NULL },
    { 0.64, 0, 3, 'C', "", NULL },
    { 0.51, 0, 3, 'C', "", "close to D" },
    { 0.399, 0, 0, 'D', "", NULL },
    { 0.55, 1, 3, 'D', "critical", NULL },
  };
  static const SpDetector detector = { "X", TRUE, SP_SEVERITY_CRITICAL, "Sells everything" };
  g_autoptr (SpRubric) rubric = load_rubric ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpEvidence place = { 3, { 10, 20 } };
      g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
      SpFinding critical = { &detector, NULL, SP_SEVERITY_CRITICAL, 1.0, evidence };
      SpFinding serious[3];
      g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      g_autoptr (GString) ids = g_string_new (NULL);
      Fixture fixture;
      SpScores scores;

      g_array_append_val (evidence, place);
      set_up (&fixture, cases[i].level, SP_ANSWER_ANSWERED);
      for (guint j = 0; j < cases[i].n_critical; j++)
        g_ptr_array_add (fixture.findings, &critical);
      for (guint j = 0; j < cases[i].n_serious; j++)
        {
          GArray *list = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
          SpEvidence each = { 4, { 100 * (j + 1), 100 * (j + 1) + 50 } };

          g_array_append_val (list, each);
          g_ptr_array_add (places, list);
          serious[j] = (SpFinding) { &detector, NULL, SP_SEVERITY_SERIOUS, 1.0, list };
          g_ptr_array_add (fixture.findings, &serious[j]);
        }
      sp_scores_compute (rubric, &fixture.input, &scores);

      for (guint j = 0; j < scores.caps->len; j++)
        {
          const SpCap *cap = scores.caps->pdata[j];
          gboolean has_clauses = !g_str_equal (cap->id, "transparency");
          g_autofree char *terms = g_strconcat (": ", cap->terms, NULL);

          g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", cap->id);
          g_assert_cmpint (cap->evidence->len > 0, ==, has_clauses);
          g_assert_cmpint (cap->terms != NULL, ==, has_clauses);
          g_assert_true (g_str_has_prefix (cap->message, cap->reason));
          g_assert_cmpstr (cap->message + strlen (cap->reason), ==, has_clauses ? terms : "");
        }
      g_test_message ("%g with %u critical, %u serious", cases[i].level, cases[i].n_critical,
                      cases[i].n_serious);
      g_assert_cmpint (scores.grade, ==, cases[i].grade);
      g_assert_cmpstr (ids->str, ==, cases[i].caps);
      g_assert_cmpstr (scores.note, ==, cases[i].note);
      sp_scores_clear (&scores);
      tear_down (&fixture);
    }
}

/* Consent by use that covers transfers abroad is found twice in one sentence: that is one term. */
static void
counts_a_clause_once (void)
{
  static const SpDetector detector = { "X", TRUE, SP_SEVERITY_SERIOUS, "Takes it" };
  g_autoptr (SpRubric) rubric = load_rubric ();

  for (guint n_places = 1; n_places <= 3; n_places++)
    {
      SpFinding findings[3];
      Fixture fixture;
      SpScores scores;

      set_up (&fixture, 0.9, SP_ANSWER_ANSWERED);
      for (guint i = 0; i < 3; i++)
        {
          SpEvidence place = { 3, { 100 * (i % n_places), 100 * (i % n_places) + 60 } };

          findings[i] = (SpFinding) { &detector, NULL, SP_SEVERITY_SERIOUS, 1.0,
                                      g_array_new (FALSE, FALSE, sizeof (SpEvidence)) };
          g_array_append_val (findings[i].evidence, place);
          g_ptr_array_add (fixture.findings, &findings[i]);
        }
      sp_scores_compute (rubric, &fixture.input, &scores);
      g_assert_cmpint (scores.grade, ==, n_places == 3 ? 'C' : 'A');
      sp_scores_clear (&scores);
      for (guint i = 0; i < 3; i++)
        g_array_unref (findings[i].evidence);
      tear_down (&fixture);
    }
}

static void
doubts_a_grade_that_rests_on_silence (void)
{
  static const struct
  {
    double known, unknown;
    gboolean is_uncertain;
  } cases[] = {
    { 60, 40, TRUE }, { 61, 39, FALSE }, { 604, 396, TRUE }, { 605, 395, FALSE }, { 0, 10, TRUE },
  };
  g_autoptr (SpRubric) rubric = load_rubric ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      SpScores scores;

      set_up (&fixture, 0.7, SP_ANSWER_NOT_APPLICABLE);
      if (cases[i].known > 0)
        add_answer (&fixture, SP_DIMENSION_PROTECTION, cases[i].known, SP_ANSWER_ANSWERED, 1);
      add_answer (&fixture, SP_DIMENSION_PROTECTION, cases[i].unknown, SP_ANSWER_UNKNOWN, NAN);
      sp_scores_compute (rubric, &fixture.input, &scores);

      g_test_message ("%g of %g", cases[i].known, cases[i].known + cases[i].unknown);
      g_assert_cmpint (scores.grade_uncertain, ==, cases[i].is_uncertain);
      g_assert_cmpuint (scores.caps->len, ==, cases[i].is_uncertain ? 1 : 0);
      g_assert_cmpint (scores.confidence == SP_CONFIDENCE_LOW, ==, cases[i].is_uncertain);
      sp_scores_clear (&scores);
      tear_down (&fixture);
    }
}

static void
gives_no_grade_and_says_why (void)
{
  static const struct
  {
    guint words;
    const char *language;
    guint categories;
    double is_policy;
    const char *note;
  } cases[] = {
    { 149, "en", 9, 1, "*149 words*150*" }, { 1000, "de", 9, 1, "*not in English*" },
    { 1000, "und", 9, 1, "*could not be told*" }, { 1000, "en", 2, 1, "*Only 2*" },
    { 1000, "en", 9, 0.2, "*does not look like*" },
  };
  g_autoptr (SpRubric) rubric = load_rubric ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      SpScores scores;

      set_up (&fixture, 0.7, SP_ANSWER_ANSWERED);
      fixture.input.words = cases[i].words;
      fixture.input.language = cases[i].language;
      fixture.input.categories = cases[i].categories;
      fixture.input.is_policy = cases[i].is_policy;
      sp_scores_compute (rubric, &fixture.input, &scores);

      g_assert_cmpint (scores.grade, ==, 0);
      g_assert_true (isnan (scores.overall));
      g_assert_true (g_pattern_match_simple (cases[i].note, scores.note));
      g_assert_cmpint (scores.confidence, ==, SP_CONFIDENCE_LOW);
      sp_scores_clear (&scores);
      tear_down (&fixture);
    }
}

/* Of 8.7: each kind of damage costs, what was merely tidied does not. */
static void
damage_lowers_the_trust_in_a_text (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    double quality;
  } cases[] = {
    { "clean", "# Privacy\n\nWe keep what you give us for two years.\n\nYou don\u2019t need an account.\n", 1 },
    { "tidied", "# Privacy\r\n\r\nWe keep  what you give us for two years.\u00a0\r\n", 1 },
    { "mojibake", "# Privacy\n\nWe keep what you give us.\n\nYou don\u00e2\u20ac\u2122t need an account.\n",
      0.62 },
    { "spam",
      "# Privacy\n\nWe use your address (cheap viagra pills online pharmacy) to send what you order.\n\n"
      "We keep it for two years.\n", 0.62 },
  };
  g_autoptr (SpRubric) rubric = load_rubric ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (SpSource) source = sp_source_new (bytes, "policy.md", "text/markdown");
      g_autoptr (GError) error = NULL;
      g_autoptr (SpDocument) document = sp_importer_read (source, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpfloat_with_epsilon (sp_trust_measure_extraction (&rubric->trust, document),
                                      cases[i].quality, 0.01);
    }
}

static void
a_wall_of_words_lowers_the_trust (void)
{
  g_autoptr (SpRubric) rubric = load_rubric ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SpSource) source = NULL;
      g_autoptr (SpDocument) document = NULL;

      while (text->len < 1500 + i * 2000)
        g_string_append (text, "We keep what you give us for two years. ");
      bytes = g_bytes_new (text->str, text->len);
      source = sp_source_new (bytes, "policy.txt", "text/plain");
      document = sp_importer_read (source, NULL, NULL);
      g_assert_cmpfloat (sp_trust_measure_extraction (&rubric->trust, document), ==, i == 0 ? 1 : 0.95);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/scores/adds_up_as_by_hand", adds_up_as_by_hand);
  g_test_add_func ("/core/scores/grades_at_the_bounds", grades_at_the_bounds);
  g_test_add_func ("/core/scores/caps_the_grade_and_shows_why", caps_the_grade_and_shows_why);
  g_test_add_func ("/core/scores/counts_a_clause_once", counts_a_clause_once);
  g_test_add_func ("/core/scores/doubts_a_grade_that_rests_on_silence",
                   doubts_a_grade_that_rests_on_silence);
  g_test_add_func ("/core/scores/gives_no_grade_and_says_why", gives_no_grade_and_says_why);
  g_test_add_func ("/core/scores/damage_lowers_the_trust_in_a_text", damage_lowers_the_trust_in_a_text);
  g_test_add_func ("/core/scores/a_wall_of_words_lowers_the_trust", a_wall_of_words_lowers_the_trust);
  return g_test_run ();
}
