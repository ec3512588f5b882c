/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "scoring-test.h"

static SpAnalyzer *analyzer;

static SpAnalysis *
analyze (const char *text)
{
  return test_analyze (analyzer, text);
}

static double
get_score (SpAnalysis *analysis, SpDimension dimension)
{
  return sp_analysis_get_scores (analysis)->dimensions[dimension];
}

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "scoring", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_autoptr (GString) string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, from, to, 0), >, 0);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static const char *const fixtures[] = { "pinecone.md", "harbour.txt" };

static char *
describe_key_points (SpAnalysis *analysis)
{
  GPtrArray *points = sp_analysis_get_key_points (analysis);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const SpKeyPoint *point = points->pdata[i];

      g_assert_cmpuint (point->evidence->len, >, 0);
      g_string_append_printf (text, "%s\n", point->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The ids of the findings, by name, but for those that hang on how long the text is. */
static char *
describe_findings (SpAnalysis *analysis)
{
  GPtrArray *findings = sp_analysis_get_findings (analysis);
  static const char *const of_length[] = { "NO_RIGHTS", "NOT_A_POLICY_TEXT", NULL };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const char *id = ((SpFinding *) findings->pdata[i])->detector->id;

      if (!g_strv_contains (of_length, id))
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_sort (ids, compare_strings);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

/* The answers on Transparency and Protection, the findings and the key points. */
static void
check_same_answers (const char *a_text, const char *b_text)
{
  g_autoptr (SpAnalysis) a = analyze (a_text);
  g_autoptr (SpAnalysis) b = analyze (b_text);
  GPtrArray *a_answers = sp_analysis_get_answers (a);
  GPtrArray *b_answers = sp_analysis_get_answers (b);
  g_autofree char *a_points = describe_key_points (a), *b_points = describe_key_points (b);
  g_autofree char *a_findings = describe_findings (a), *b_findings = describe_findings (b);

  g_assert_cmpstr (a_points, ==, b_points);
  g_assert_cmpstr (a_findings, ==, b_findings);
  g_assert_cmpuint (sp_analysis_get_contradictions (a)->len, ==, sp_analysis_get_contradictions (b)->len);

  for (guint i = 0; i < a_answers->len; i++)
    {
      const SpAnswer *x = a_answers->pdata[i], *y = b_answers->pdata[i];

      if (x->question->dimension == SP_DIMENSION_CLARITY)
        continue;
      g_test_message ("%s", x->question->id);
      g_assert_cmpint (x->state, ==, y->state);
      g_assert_cmpfloat (x->points, ==, y->points);
    }
  g_assert_cmpfloat (get_score (a, SP_DIMENSION_TRANSPARENCY), ==,
                     get_score (b, SP_DIMENSION_TRANSPARENCY));
  g_assert_cmpfloat (get_score (a, SP_DIMENSION_PROTECTION), ==,
                     get_score (b, SP_DIMENSION_PROTECTION));
}

static void
tells_a_kind_policy_from_a_harsh_one (void)
{
  static const struct
  {
    const char *id;
    double kind;
    double harsh;
  } cases[] = {
    { "T1", 1, 0.5 },   { "T2", 1, 0 },    { "T3", 1, 1 },     { "T4", 1, 1 },    { "T5", 1, 1 },
    { "T9", 1, 0.5 },   { "T11", 1, 0 },   { "T12", 1, 0 },    { "T14", 1, 0.5 }, { "T18", 1, 0 },
    { "P1", NAN, 0 },   { "P2", NAN, 0 },  { "P3", 1, NAN },   { "P4", 0.8, 0 },  { "P7", 1, 0.35 },
    { "P11", 0.75, 0.1 }, { "P12", 0.8, NAN }, { "P13", 1, 0.3 }, { "P14", 0.7, 0 },
  };
  g_autofree char *kind_text = read_fixture ("pinecone.md");
  g_autofree char *harsh_text = read_fixture ("harbour.txt");
  g_autoptr (SpAnalysis) kind = analyze (kind_text);
  g_autoptr (SpAnalysis) harsh = analyze (harsh_text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double kind_level = test_find_answer (sp_analysis_get_answers (kind), cases[i].id)->level;
      double harsh_level = test_find_answer (sp_analysis_get_answers (harsh), cases[i].id)->level;

      g_test_message ("%s: %g, %g", cases[i].id, kind_level, harsh_level);
      g_assert_true (isnan (cases[i].kind) ? isnan (kind_level) : kind_level == cases[i].kind);
      g_assert_true (isnan (cases[i].harsh) ? isnan (harsh_level) : harsh_level == cases[i].harsh);
    }
  g_assert_cmpfloat (get_score (kind, SP_DIMENSION_PROTECTION), >,
                     get_score (harsh, SP_DIMENSION_PROTECTION) + 25);
  g_assert_cmpint (sp_analysis_get_scores (harsh)->grade, >=, 'D');
  g_assert_cmpint (sp_analysis_get_scores (kind)->grade, <=, 'B');
}

static void
answers_with_words_that_stand_there (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *text = read_fixture (fixtures[i]);
      g_autoptr (SpAnalysis) analysis = analyze (text);
      GPtrArray *answers = sp_analysis_get_answers (analysis);
      GPtrArray *points = sp_analysis_get_key_points (analysis);

      for (guint j = 0; j < answers->len; j++)
        {
          const SpAnswer *answer = answers->pdata[j];
          gboolean is_found = answer->state == SP_ANSWER_PRESENT || answer->state == SP_ANSWER_PARTIAL
                              || (answer->state == SP_ANSWER_ANSWERED
                                  && answer->question->dimension == SP_DIMENSION_PROTECTION);

          g_assert_cmpuint (answer->evidence->len, <=, 5);
          if (is_found && !(g_str_equal (answer->question->id, "P19") && answer->level == 1))
            g_assert_cmpuint (answer->evidence->len, >, 0);
          else if (!is_found)
            g_assert_cmpuint (answer->evidence->len, ==, 0);
        }
      g_assert_cmpuint (points->len, >=, 6);
      g_assert_cmpuint (points->len, <=, 10);
      for (guint j = 0; j < points->len; j++)
        g_assert_cmpuint (((SpKeyPoint *) points->pdata[j])->evidence->len, >, 0);
    }
}

static void
adding_a_denial_of_sale_never_lowers_protection (void)
{
  static const char *const denials[] = {
    "\n\nWe do not sell your personal information.\n",
    "\n\nWe never sell or rent your personal data to anyone.\n",
    "\n\nWe do not sell your information to third parties without your consent.\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    for (guint j = 0; j < G_N_ELEMENTS (denials); j++)
      {
        g_autofree char *text = read_fixture (fixtures[i]);
        g_autofree char *more = g_strconcat (text, denials[j], NULL);
        g_autoptr (SpAnalysis) before = analyze (text);
        g_autoptr (SpAnalysis) after = analyze (more);

        g_assert_cmpfloat (get_score (after, SP_DIMENSION_PROTECTION), >=,
                           get_score (before, SP_DIMENSION_PROTECTION));
        g_assert_cmpfloat (test_find_answer (sp_analysis_get_answers (after), "P1")->points, >,
                           test_find_answer (sp_analysis_get_answers (before), "P1")->points);
      }
}

static void
denying_the_sale_turns_the_answer (void)
{
  g_autofree char *text = read_fixture ("harbour.txt");
  g_autofree char *denied = replace (text, "We may sell or rent", "We may not sell or rent");
  g_autofree char *before_findings = NULL, *after_findings = NULL;
  g_autoptr (SpAnalysis) before = analyze (text);
  g_autoptr (SpAnalysis) after = analyze (denied);

  g_assert_cmpfloat (test_find_answer (sp_analysis_get_answers (before), "P1")->level, ==, 0);
  g_assert_cmpfloat (test_find_answer (sp_analysis_get_answers (after), "P1")->level, ==, 1);
  before_findings = describe_findings (before);
  after_findings = describe_findings (after);
  g_assert_nonnull (strstr (before_findings, "SELL_AFFIRMED"));
  g_assert_null (strstr (before_findings, "SELL_DENIED"));
  g_assert_null (strstr (after_findings, "SELL_AFFIRMED"));
  g_assert_nonnull (strstr (after_findings, "SELL_DENIED"));
}

static void
repeating_a_paragraph_changes_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *text = read_fixture (fixtures[i]);
      g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

      for (guint j = 1; paragraphs[j] != NULL; j++)
        {
          g_autofree char *twice = g_strconcat (paragraphs[j], "\n\n", paragraphs[j], NULL);
          g_autofree char *repeated = replace (text, paragraphs[j], twice);

          check_same_answers (text, repeated);
        }
    }
}

static void
check_same_vagueness (const char *a_text, const char *b_text)
{
  g_autoptr (SpAnalysis) a = analyze (a_text);
  g_autoptr (SpAnalysis) b = analyze (b_text);

  g_assert_cmpfloat (test_find_answer (sp_analysis_get_answers (a), "C2")->points, ==,
                     test_find_answer (sp_analysis_get_answers (b), "C2")->points);
}

static void
shuffling_sections_changes_nothing (void)
{
  g_autofree char *text = read_fixture ("pinecone.md");
  g_auto (GStrv) sections = g_strsplit (text, "\n## ", -1);
  g_autoptr (GString) shuffled = g_string_new (sections[0]);
  guint n = g_strv_length (sections);

  /* Seven and the number of sections have no common factor. */
  for (guint i = 1; i < n; i++)
    g_string_append_printf (shuffled, "\n## %s\n", g_strchomp (sections[1 + i * 7 % (n - 1)]));
  g_assert_cmpuint ((n - 1) % 7, !=, 0);
  check_same_answers (text, shuffled->str);
  check_same_vagueness (text, shuffled->str);
}

static void
line_ends_quotes_and_mojibake_change_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *text = read_fixture (fixtures[i]);
      g_autofree char *denial
        = g_strconcat (text, "\nWe don't sell our users' personal information.\n", NULL);
      g_autofree char *crlf = replace (denial, "\n", "\r\n");
      g_autofree char *smart = replace (denial, "'", "\u2019");
      g_autofree char *garbled = replace (denial, "'", "\u00e2\u20ac\u2122");

      check_same_answers (denial, crlf);
      check_same_answers (denial, smart);
      check_same_answers (denial, garbled);
    }
}

/* As in 8.7: a tenth less where the clause was repaired. */
static void
damage_lowers_the_confidence_of_a_finding (void)
{
  static const char *const denials[] = {
    "\n\nWe don\u2019t sell our users\u2019 personal information.\n",
    "\n\nWe don\u00e2\u20ac\u2122t sell our users\u00e2\u20ac\u2122 personal information.\n",
  };
  g_autofree char *text = read_fixture ("pinecone.md");
  double confidences[G_N_ELEMENTS (denials)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (denials); i++)
    {
      g_autofree char *more = g_strconcat (text, denials[i], NULL);
      g_autoptr (SpAnalysis) analysis = analyze (more);
      GPtrArray *findings = sp_analysis_get_findings (analysis);

      for (guint j = 0; j < findings->len; j++)
        {
          const SpFinding *finding = findings->pdata[j];

          if (g_str_equal (finding->detector->id, "SELL_DENIED"))
            confidences[i] = finding->confidence;
        }
    }
  g_assert_cmpfloat (confidences[0], >=, 0.8);
  g_assert_cmpfloat_with_epsilon (confidences[0] - confidences[1], 0.1, 1e-9);
}

static void
removing_the_period_lowers_transparency_by_its_share (void)
{
  g_autofree char *text = read_fixture ("pinecone.md");
  g_autofree char *without = replace (
    text, "We keep your information for seven years after the end of the contract.", "");
  g_autoptr (SpAnalysis) before = analyze (text);
  g_autoptr (SpAnalysis) after = analyze (without);
  GPtrArray *answers = sp_analysis_get_answers (before);
  double weight = 0, difference = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      const SpAnswer *answer = answers->pdata[i];

      if (answer->question->dimension != SP_DIMENSION_TRANSPARENCY
          || answer->state == SP_ANSWER_NOT_APPLICABLE)
        continue;
      weight += answer->question->weight;
      difference += answer->points
                    - ((SpAnswer *) sp_analysis_get_answers (after)->pdata[i])->points;
    }
  g_assert_cmpint (test_find_answer (sp_analysis_get_answers (after), "T9")->state, ==, SP_ANSWER_ABSENT);
  g_assert_cmpfloat (difference, ==, 8);
  g_assert_cmpfloat_with_epsilon (get_score (before, SP_DIMENSION_TRANSPARENCY)
                                    - get_score (after, SP_DIMENSION_TRANSPARENCY),
                                  100 * 8 / weight, 0.11);
}

/* A reader redoes the sums from the table, and gets the score that is shown. */
static void
answers_add_up_to_the_scores (void)
{
  static const char *const names[] = { "scoring/pinecone.md", "scoring/harbour.txt", "cli/acorn.html",
                                       "cli/bluebell.md",     "import/garden-tools.md", "cli/plain.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (SpSource) source = sp_source_new_for_file (file, NULL, NULL);
      g_autoptr (SpAnalysis) analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, NULL);
      const SpScores *scores = sp_analysis_get_scores (analysis);
      double overall = 0;

      for (guint j = 0; j < SP_N_DIMENSIONS; j++)
        {
          g_autoptr (SpBreakdown) breakdown = sp_breakdown_new (sp_analysis_get_answers (analysis), j);
          double points = 0, weight = 0;

          for (guint k = 0; k < breakdown->rows->len; k++)
            {
              const SpAnswer *answer = breakdown->rows->pdata[k];
              double level = answer->state == SP_ANSWER_UNKNOWN ? 0.25 : answer->level;

              g_assert_cmpfloat (answer->points, ==, answer->weight * level);
              points += answer->points;
              weight += answer->weight;
            }
          g_assert_cmpfloat (points, ==, breakdown->points);
          g_assert_cmpfloat (weight, ==, breakdown->weight);
          g_assert_cmpfloat (get_score (analysis, j), ==, sp_round (100 * points / weight, 1));
          overall += scores->weights[j] * 100 * points / weight;
        }
      if (scores->grade != 0)
        g_assert_cmpfloat (sp_round (overall, 1), ==, scores->overall);
    }
}

static void
reads_no_answers_from_another_language (void)
{
  static const char german[]
    = "# Datenschutz\n\nWir erheben Ihren Namen und Ihre Anschrift, wenn Sie ein Konto anlegen. Wir "
      "verwenden die Angaben, um Ihre Bestellungen zu bearbeiten und Ihre Fragen zu beantworten. Wir "
      "geben die Angaben nicht an Dritte weiter und verkaufen sie nicht. Sie können jederzeit "
      "verlangen, dass wir Ihre Angaben berichtigen oder löschen.\n";
  g_autofree char *text = NULL;
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (SpAnalysis) analysis = NULL;

  for (guint i = 0; i < 5; i++)
    g_string_append (long_text, german);
  analysis = analyze (long_text->str);
  g_assert_cmpint (sp_analysis_get_scores (analysis)->grade, ==, 0);
  g_assert_nonnull (strstr (sp_analysis_get_scores (analysis)->note, "English"));
  g_assert_cmpint (test_find_answer (sp_analysis_get_answers (analysis), "P1")->state, ==, SP_ANSWER_UNKNOWN);
  g_assert_cmpuint (sp_analysis_get_key_points (analysis)->len, ==, 0);
}

/* The policy that was scored by hand. */
static void
agrees_with_the_worked_example (void)
{
  static const struct
  {
    const char *id;
    double level; /* NaN: unknown or not applicable */
  } by_hand[] = {
    { "T1", 1 },      { "T2", 1 },     { "T3", 1 },     { "T4", 1 },    { "T5", 1 },
    { "T6", 0.5 },    { "T7", 0.5 },   { "T8", 1 },     { "T9", 0.5 },  { "T10", 1 },
    { "T11", 0.5 },   { "T12", 1 },    { "T13", 0.5 },  { "T14", 0.5 }, { "T15", 0 },
    { "T16", 0 },     { "T17", 0.5 },  { "T18", 0 },    { "T19", 0 },   { "T20", 1 },
    { "P1", 0.85 },   { "P2", 0.8 },   { "P3", NAN },   { "P4", 0.8 },  { "P5", 0.5 },
    { "P6", 0.85 },   { "P7", 0.6 },   { "P8", 0.6 },   { "P9", 0.4 },  { "P10", 1 },
    { "P11", 0.75 },  { "P12", 0.8 },  { "P13", 1 },    { "P14", 0 },   { "P15", 0.3 },
    { "P16", NAN },   { "P17", NAN },  { "P18", NAN },  { "P19", 0.67 },
  };
  const char *shared = g_getenv ("SP_TEST_SHARED");
  g_autofree char *path
    = g_build_filename (shared != NULL ? shared : "", "policies", "seeds",
                        "000_266dedce93085f2c.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SpSource) source = NULL;
  g_autoptr (SpAnalysis) analysis = NULL;
  guint n_agreed = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the policies are not beside the checkout");
      return;
    }
  source = sp_source_new_for_file (file, NULL, NULL);
  analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    {
      double level = test_find_answer (sp_analysis_get_answers (analysis), by_hand[i].id)->level;
      gboolean agrees = isnan (by_hand[i].level)
                          ? isnan (level)
                          : fabs (level - by_hand[i].level) <= (by_hand[i].id[0] == 'T' ? 0.0 : 0.25);

      n_agreed += agrees;
      if (!agrees)
        g_test_message ("%s: %g, by hand %g", by_hand[i].id, level, by_hand[i].level);
    }
  g_assert_cmpuint (10 * n_agreed, >=, 9 * G_N_ELEMENTS (by_hand));
  g_assert_cmpfloat_with_epsilon (get_score (analysis, SP_DIMENSION_TRANSPARENCY), 70, 5);
  g_assert_cmpfloat_with_epsilon (get_score (analysis, SP_DIMENSION_PROTECTION), 63, 5);
}

static void
sums_up_in_the_words_of_a_friend (void)
{
  static const struct
  {
    const char *fixture;
    const char *points;
  } cases[] = {
    { "pinecone.md",
      "Collects your name, e-mail address, postal address, use of the service, IP address and more.\n"
      "May pass data on to payment services.\n"
      "Uses cookies or similar means.\n"
      "Says how long it keeps data: “seven years”.\n"
      "Lets you see your data and have them deleted.\n"
      "Uses your data for improving the service, orders and payment, answering questions and providing the"
      " service.\n"
      "Says it tells you when the policy changes.\n"
      "Names security measures, and says that you are told of breaches.\n"
      "Says it is not for children, or does not knowingly collect their data.\n" },
    { "harbour.txt",
      "Collects your name, e-mail address, telephone number, postal address, IP address and more.\n"
      "Reserves the right to sell or rent out your data.\n"
      "May give your data to others for marketing or advertising.\n"
      "May pass data on to business partners.\n"
      "Uses your visits to choose the ads you see.\n"
      "Keeps data as long as it needs them, without a stated time.\n"
      "Takes your use of the service as consent.\n"
      "Uses your data for marketing, improving the service and orders and payment.\n"
      "Gets data about you from others too.\n"
      "May change without notice.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_fixture (cases[i].fixture);
      g_autoptr (SpAnalysis) analysis = analyze (text);
      g_autofree char *points = describe_key_points (analysis);

      g_assert_cmpstr (points, ==, cases[i].points);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (SpKnowledge) knowledge = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = test_knowledge_new ();
  analyzer = sp_analyzer_new (knowledge);

  g_test_add_func ("/core/policies/tells_a_kind_policy_from_a_harsh_one",
                   tells_a_kind_policy_from_a_harsh_one);
  g_test_add_func ("/core/policies/answers_with_words_that_stand_there",
                   answers_with_words_that_stand_there);
  g_test_add_func ("/core/policies/adding_a_denial_of_sale_never_lowers_protection",
                   adding_a_denial_of_sale_never_lowers_protection);
  g_test_add_func ("/core/policies/denying_the_sale_turns_the_answer",
                   denying_the_sale_turns_the_answer);
  g_test_add_func ("/core/policies/repeating_a_paragraph_changes_nothing",
                   repeating_a_paragraph_changes_nothing);
  g_test_add_func ("/core/policies/shuffling_sections_changes_nothing",
                   shuffling_sections_changes_nothing);
  g_test_add_func ("/core/policies/line_ends_quotes_and_mojibake_change_nothing",
                   line_ends_quotes_and_mojibake_change_nothing);
  g_test_add_func ("/core/policies/damage_lowers_the_confidence_of_a_finding",
                   damage_lowers_the_confidence_of_a_finding);
  g_test_add_func ("/core/policies/removing_the_period_lowers_transparency_by_its_share",
                   removing_the_period_lowers_transparency_by_its_share);
  g_test_add_func ("/core/policies/answers_add_up_to_the_scores", answers_add_up_to_the_scores);
  g_test_add_func ("/core/policies/reads_no_answers_from_another_language",
                   reads_no_answers_from_another_language);
  g_test_add_func ("/core/policies/sums_up_in_the_words_of_a_friend", sums_up_in_the_words_of_a_friend);
  g_test_add_func ("/core/policies/agrees_with_the_worked_example", agrees_with_the_worked_example);
  status = g_test_run ();
  g_object_unref (analyzer);
  return status;
}
