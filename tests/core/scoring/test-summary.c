/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sp-assessment.h"
#include "sp-error.h"
#include "sp-summary.h"

#define SUMMARY(lists, topics) "{\"lists\": {" lists "}, \"topics\": [" topics "]}"

#define LETTERS                                                                                    \
  "\"letters\": [{\"text\": \"a\", \"when\": \"A\"}, {\"text\": \"b\", \"when\": \"B\"},"          \
  " {\"text\": \"c\", \"when\": \"C\"}, {\"text\": \"d\", \"when\": \"D\"},"                       \
  " {\"text\": \"e\", \"when\": \"E\"}, {\"text\": \"f\", \"when\": {\"any\": [\"F\", \"G\"]}}]"

static const char small[] = SUMMARY (
  LETTERS,
  "{\"topic\": \"first\", \"points\": ["
  " {\"severity\": \"caution\", \"when\": \"X\", \"text\": \"It says X.\"},"
  " {\"severity\": \"note\", \"text\": \"It names %s.\", \"list\": \"letters\"}]},"
  "{\"topic\": \"second\", \"points\": ["
  " {\"severity\": \"note\", \"when\": \"Q\", \"text\": \"It keeps data: %s.\", \"quoted\": \"Q\"}]}");

static SpSummaryRules *
read_rules (const char *json)
{
  SpConditionScope scope = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  SpSummaryRules *rules = sp_summary_rules_new_from_json (json, &scope, &error);

  g_assert_no_error (error);
  return rules;
}

/* Each letter is observed in a sentence of its own, ten bytes long; small letters stand for doubtful
 * ones. */
static SpObservations *
observe (const char *letters)
{
  SpObservations *observations = sp_observations_new ();

  for (guint i = 0; letters[i] != '\0'; i++)
    {
      char name[] = { g_ascii_toupper (letters[i]), '\0' };
      SpObservation observation = { NULL, i, { i, sp_span (i * 10, i * 10 + 5) }, 0.9 };

      if (g_ascii_islower (letters[i]))
        observation.confidence = 0.3;
      sp_observations_add (observations, name, observation);
    }
  return observations;
}

static char *
describe (GPtrArray *points)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const SpKeyPoint *point = points->pdata[i];

      g_assert_cmpuint (point->evidence->len, >, 0);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", point->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
says_only_what_a_clause_says (void)
{
  static const struct
  {
    const char *letters;
    const char *text;
  } cases[] = {
    { "X", "It says X." },
    { "AX", "It says X." },
    { "A", "It names a." },
    { "BA", "It names a and b." },
    { "ABC", "It names a, b and c." },
    { "GE", "It names e and f." },
    { "ABCDE", "It names a, b, c, d and e." },
    { "ABCDEF", "It names a, b, c, d, e and more." },
    { "aBx", "It names b." },
    { "x", "" },
    { "Z", "" },
  };
  g_autoptr (SpSummaryRules) rules = read_rules (small);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpObservations) observations = observe (cases[i].letters);
      g_autoptr (GPtrArray) points = sp_summary_write (rules, observations, "");
      g_autofree char *text = describe (points);

      g_test_message ("“%s”", cases[i].letters);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
cites_each_thing_it_lists (void)
{
  g_autoptr (SpSummaryRules) rules = read_rules (small);
  g_autoptr (SpObservations) observations = observe ("AACCE");
  g_autoptr (GPtrArray) points = sp_summary_write (rules, observations, "");
  const SpKeyPoint *point = points->pdata[0];
  static const guint segments[] = { 0, 2, 4 };

  g_assert_cmpstr (point->text, ==, "It names a, c and e.");
  g_assert_cmpuint (point->evidence->len, ==, G_N_ELEMENTS (segments));
  for (guint i = 0; i < G_N_ELEMENTS (segments); i++)
    g_assert_cmpuint (g_array_index (point->evidence, SpEvidence, i).segment, ==, segments[i]);
}

static void
quotes_the_words_that_matter (void)
{
  static const char text[] = "12 weeks  2 years   12 WEEKS  5 hours   ";
  static const struct
  {
    const char *letters;
    const char *text;
  } cases[] = {
    { "Q", "It keeps data: “12 weeks”." },
    { "QZQ", "It keeps data: “12 weeks”." },
    { "QQ", "It keeps data: “12 weeks” and “2 years”." },
    { "QQZQ", "It keeps data: “12 weeks”, “2 years” and more." },
  };
  g_autoptr (SpSummaryRules) rules = read_rules (small);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpObservations) observations = sp_observations_new ();
      g_autoptr (GPtrArray) points = NULL;
      g_autofree char *said = NULL;

      for (guint j = 0; cases[i].letters[j] != '\0'; j++)
        if (cases[i].letters[j] == 'Q')
          sp_observations_add (observations, "Q",
                               (SpObservation) { NULL, j, { j, sp_span (j * 10, j * 10 + 9) }, 0.9 });
      points = sp_summary_write (rules, observations, text);
      said = describe (points);
      g_assert_cmpstr (said, ==, cases[i].text);
    }
}

/* Twelve topics, all observed, of which the last is the gravest. */
static void
keeps_what_matters_most (void)
{
  g_autoptr (GString) topics = g_string_new (NULL);
  g_autofree char *json = NULL;
  g_autoptr (SpSummaryRules) rules = NULL;
  g_autoptr (SpObservations) observations = observe ("A");
  g_autoptr (GPtrArray) points = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (topics, "%s{\"topic\": \"t%u\", \"points\": [{\"severity\": \"%s\","
                            " \"when\": \"A\", \"text\": \"Says %u.\"}]}",
                            i > 0 ? "," : "", i, i == 11 ? "serious" : "note", i);
  json = g_strdup_printf ("{\"lists\": {}, \"topics\": [%s]}", topics->str);
  rules = read_rules (json);
  points = sp_summary_write (rules, observations, "");
  g_assert_cmpuint (points->len, ==, SP_MAX_KEY_POINTS);
  g_assert_cmpstr (((SpKeyPoint *) points->pdata[0])->text, ==, "Says 0.");
  g_assert_cmpstr (((SpKeyPoint *) points->pdata[8])->text, ==, "Says 8.");
  g_assert_cmpstr (((SpKeyPoint *) points->pdata[9])->text, ==, "Says 11.");
}

static void
names_the_topic_that_is_wrong (void)
{
#define POINT(members) "{\"topic\": \"t\", \"points\": [{\"severity\": \"note\", " members "}]}"
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "[]", "*summary*" },
    { "{\"lists\": {}}", "*topics*" },
    { SUMMARY (LETTERS, POINT ("\"when\": \"A\", \"text\": \"%s\"")), "*t: *list*" },
    { SUMMARY (LETTERS, POINT ("\"text\": \"%s\", \"list\": \"digits\"")), "*t: *digits*" },
    { SUMMARY (LETTERS, POINT ("\"text\": \"Yes.\"")), "*t: *when*" },
    { SUMMARY (LETTERS, POINT ("\"text\": \"Yes.\", \"when\": {\"none\": [\"A\"]}")), "*t: *clause*" },
    { SUMMARY ("\"l\": [{\"text\": \"a\"}]", ""), "*l: *when*" },
    { SUMMARY ("\"l\": [{\"text\": \"a\", \"when\": {\"none\": [\"A\"]}}]", ""), "*l: *clause*" },
  };
#undef POINT
  SpConditionScope scope = { NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SpSummaryRules *rules = sp_summary_rules_new_from_json (cases[i].json, &scope, &error);

      g_test_message ("%s", cases[i].message);
      g_assert_null (rules);
      g_assert_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/summary/says_only_what_a_clause_says", says_only_what_a_clause_says);
  g_test_add_func ("/core/summary/cites_each_thing_it_lists", cites_each_thing_it_lists);
  g_test_add_func ("/core/summary/quotes_the_words_that_matter", quotes_the_words_that_matter);
  g_test_add_func ("/core/summary/keeps_what_matters_most", keeps_what_matters_most);
  g_test_add_func ("/core/summary/names_the_topic_that_is_wrong", names_the_topic_that_is_wrong);
  return g_test_run ();
}
