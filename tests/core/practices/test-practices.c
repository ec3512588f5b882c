/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include <string.h>

#include "sp-error.h"

static char *
find_quote (const char *text, const char *id, double *confidence)
{
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();
  g_autoptr (SpSegmentation) segmentation = test_text_segment (text);
  g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
  const char *document = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  guint n;
  const SpDetection *detections = sp_practices_get_detections (practices, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (detections[i].detector->id, id))
      {
        if (confidence != NULL)
          *confidence = detections[i].confidence;
        return sp_span_dup_text (detections[i].evidence.span, document);
      }
  return NULL;
}

static void
reads_a_list_item_on_from_its_lead_in (void)
{
  static const struct
  {
    const char *text;
    const char *id;
    const char *quote;
    double confidence;
  } cases[] = {
    { "We will never: || - sell your personal data || - send spam", "SELL_DENIED", "sell your personal data", 0.4 },
    { "We may: || - sell your personal data || - call you", "SELL_AFFIRMED", "sell your personal data", 0.4 },
    { "Things to know: || - We do not sell your data.", "SELL_DENIED", "We do not sell your data.", 0.95 },
    { "We do not: || - We may sell your personal data.", "SELL_AFFIRMED", "We may sell your personal data.", 0.95 },
    { "We keep your data: || - for 30 days if you leave || - longer in other cases", "RETENTION_PERIOD",
      "for 30 days if you leave", 0.4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double confidence = 0;
      g_autofree char *quote = find_quote (cases[i].text, cases[i].id, &confidence);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (quote, ==, cases[i].quote);
      g_assert_cmpfloat (confidence, <=, cases[i].confidence + 1e-9);
    }
}

static void
quotes_a_long_sentence_in_part (void)
{
  g_autoptr (GString) text = g_string_new ("We begin");
  g_autofree char *quote = NULL;

  for (guint i = 0; i < 80; i++)
    g_string_append (text, " with words");
  g_string_append (text, "; we do not sell your personal data; and we end");
  for (guint i = 0; i < 80; i++)
    g_string_append (text, " with words");
  g_string_append (text, ".");

  quote = find_quote (text->str, "SELL_DENIED", NULL);
  g_assert_cmpstr (quote, ==, "we do not sell your personal data;");
}

static void
stays_silent_where_nothing_is_stated (void)
{
  static const char *const texts[] = {
    "# We sell your personal data",
    "Do we sell your personal data?",
    "We encourage you to review whether third parties sell your data.",
    "~ We sell your personal data.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *quote = find_quote (texts[i], "SELL_AFFIRMED", NULL);

      g_test_message ("%s", texts[i]);
      g_assert_cmpstr (quote, ==, NULL);
    }
}

static const SpFinding *
find_finding (SpPractices *practices, const char *id)
{
  GPtrArray *findings = sp_practices_get_findings (practices);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((SpFinding *) findings->pdata[i])->detector->id, id))
      return findings->pdata[i];
  return NULL;
}

static void
orders_detections_and_groups_findings (void)
{
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();
  g_autoptr (SpSegmentation) segmentation = test_text_segment (
    "We do not sell your data. We encrypt your data. || We may sell your personal data. || We encrypt data.");
  g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
  GPtrArray *findings = sp_practices_get_findings (practices);
  guint n;
  const SpDetection *detections = sp_practices_get_detections (practices, &n);

  for (guint i = 1; i < n; i++)
    {
      int order = sp_span_compare (detections[i - 1].evidence.span, detections[i].evidence.span);

      g_assert_cmpint (order, <=, 0);
      if (order == 0)
        g_assert_cmpstr (detections[i - 1].detector->id, <, detections[i].detector->id);
    }

  g_assert_cmpuint (findings->len, >=, 3);
  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = findings->pdata[i];

      g_assert_true (finding->detector->is_finding);
      g_assert_cmpuint (finding->evidence->len, ==, sp_practices_count (practices, finding->detector->id, NULL));
      if (i > 0)
        g_assert_cmpint (((SpFinding *) findings->pdata[i - 1])->severity, <=, finding->severity);
    }
  g_assert_cmpstr (((SpFinding *) findings->pdata[0])->detector->id, ==, "SELL_AFFIRMED");
}

static void
lets_the_detection_that_says_most_speak (void)
{
  static const struct
  {
    const char *text;
    const char *id;
    SpSeverity severity;
    const char *quote;
  } cases[] = {
    { "We do not sell the data of children. || We do not sell your data.", "SELL_DENIED", SP_SEVERITY_GOOD,
      "We do not sell your data." },
    { "We do not sell your data. || We do not sell the data of children.", "SELL_DENIED", SP_SEVERITY_GOOD,
      "We do not sell your data." },
    { "We do not sell the data of children.", "SELL_DENIED", SP_SEVERITY_NOTE,
      "We do not sell the data of children." },
    { "We rely on standard contractual clauses. || We adhere to the Safe Harbor.", "SAFE_HARBOR",
      SP_SEVERITY_CAUTION, "We adhere to the Safe Harbor." },
    { "In a merger your data is transferred. || We make kites. We fly them. || If we merge, your data passes on;"
      " we will notify you before.", "MERGER_TRANSFER", SP_SEVERITY_GOOD,
      "If we merge, your data passes on; we will notify you before." },
  };
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegmentation) segmentation = test_text_segment (cases[i].text);
      g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
      const SpFinding *finding = find_finding (practices, cases[i].id);
      const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
      g_autofree char *quote = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (finding);
      g_assert_cmpint (finding->severity, ==, cases[i].severity);
      quote = sp_span_dup_text (g_array_index (finding->evidence, SpEvidence, 0).span, text);
      g_assert_cmpstr (quote, ==, cases[i].quote);
    }
}

static void
says_the_same_of_a_repeated_paragraph (void)
{
  static const char *const paragraph
    = "We may share your email with partners for marketing. We keep data for 30 days.";
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();
  g_autofree char *twice = g_strdup_printf ("%s || %s", paragraph, paragraph);
  g_autoptr (SpSegmentation) once_read = test_text_segment (paragraph);
  g_autoptr (SpSegmentation) twice_read = test_text_segment (twice);
  g_autoptr (SpPractices) once = test_practices_new (registry, once_read);
  g_autoptr (SpPractices) again = test_practices_new (registry, twice_read);

  g_assert_cmpuint (sp_practices_get_findings (once)->len, ==, sp_practices_get_findings (again)->len);
}

static void
reads_only_its_own_language (void)
{
  static const char *const languages[] = { "en", "fr", "und" };
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();
  g_autoptr (SpSegmentation) segmentation = test_text_segment ("We may sell your personal data.");
  g_autoptr (SpTagger) tagger = sp_tagger_new_without_model (NULL);
  g_autoptr (SpTagging) tagging = sp_tagging_new (segmentation, tagger, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      SpPracticesInput input = { segmentation, tagging, NULL, 6, languages[i] };
      g_autoptr (SpPractices) practices = sp_practices_new (&input, registry, NULL);

      g_test_message ("%s", languages[i]);
      g_assert_cmpuint (sp_practices_get_findings (practices)->len > 0, ==, i == 0);
    }
}

static void
keeps_words_that_do_not_count_as_misses (void)
{
  static const struct
  {
    const char *text;
    const char *context;
  } cases[] = {
    { "# We sell your personal data", "heading" },
    { "Do we sell your personal data?", "heading" },
    { "We sell what is listed under What Do You Sell?", NULL },
    { "We sell data", "heading" },
    { "How We Share, Sell and Keep the Data of Visitors.", NULL },
    { "How We Share and Sell the Data of Our Visitors. It stays here.", "heading" },
    { "How We Share and Sell the Data of Our Many Visitors", "heading" },
    { "WE DO NOT SELL THE DATA. IT STAYS HERE.", NULL },
    { "We encourage you to review whether third parties rent your data.", "advice" },
    { "We sell your personal data.", NULL },
    { "Your data is safe with us.", NULL },
  };
  g_autoptr (SpFindingRegistry) registry = test_registry_new_for_pattern_in_no_context ("sell|rent");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegmentation) segmentation = test_text_segment (cases[i].text);
      g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
      guint n;
      const SpMiss *misses = sp_practices_get_misses (practices, &n);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (n, ==, cases[i].context != NULL);
      if (n > 0)
        g_assert_cmpstr (misses[0].context, ==, cases[i].context);
    }
}

/* Where all headings have one level. */
static void
carries_a_region_on_under_headings_that_name_a_right (void)
{
  static const struct
  {
    const char *text;
    guint n_regional;
  } cases[] = {
    { "# Residents of California || We greet you. || # Right to Delete || You can ask us to delete your data.", 1 },
    { "# Residents of California || We greet you. || # Your Kite || You can ask us to delete your data.", 0 },
    { "# Our kites || We greet you. || # Right to Delete || You can ask us to delete your data.", 0 },
    { "# Your Rights || Users in the EU have the following rights: || # Right to Erasure || "
      "You can ask us to delete your data.", 1 },
    { "# Your Rights || Users in the EU like kites. || # Right to Erasure || You can ask us to delete your data.", 0 },
    { "# Your Rights || Users have the following rights: || # Right to Erasure || You can ask us to delete your data.", 0 },
    { "Depending on where you live, you can ask us to delete your data.", 1 },
    { "Certain U.S. states let you ask: you can have us delete your data.", 1 },
    { "You may have the right to have us delete your data.", 1 },
    { "You can have us delete your data, depending on your kite.", 0 },
    { "You can have us delete your data (Art. 17 GDPR).", 0 },
    { "Under the GDPR you can have us delete your data.", 1 },
  };
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegmentation) segmentation = test_text_segment (cases[i].text);
      g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (sp_practices_count (practices, "DELETE_RIGHT", NULL), ==, 1);
      g_assert_cmpuint (sp_practices_count (practices, "DELETE_RIGHT", "regional"), ==, cases[i].n_regional);
    }
}

static void
says_what_is_wrong_with_a_row (void)
{
  static const struct
  {
    const char *members;
    const char *part;
  } cases[] = {
    { "\"match\": [\"a\"], \"document\": [{}]", "either" },
    { "\"tags\": []", "either" },
    { "\"document\": [{\"older\": 3}]", "older" },
    { "\"document\": [{\"without_tags\": [\"nothing\"]}]", "nothing" },
    { "\"document\": [{\"cite\": [\"NOTHING\"]}]", "NOTHING" },
    { "\"match\": [\"a\"], \"lacks\": [\"NOTHING:plain\"]", "NOTHING" },
    { "\"match\": [\"a\"], \"inside\": {\"context\": [\"nowhere\"], \"match\": [\"b\"]}", "nowhere" },
    { "\"match\": [\"a\"], \"always\": [\"@nothing\"]", "always" },
    { "\"match\": [\"a\"], \"statements\": [{\"action\": [\"bury\"]}]", "bury" },
    { "\"match\": [\"a\"], \"statements\": [{\"polarity\": \"perhaps\"}]", "perhaps" },
    { "\"match\": [\"a\"], \"statements\": [{\"data\": [\"feathers\"]}]", "feathers" },
    { "\"match\": [\"a\"], \"statements\": [{\"verb\": \"share\"}]", "verb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SpFindingRegistry) registry = test_registry_new_for_row (cases[i].members, &error);

      g_test_message ("%s", cases[i].members);
      g_assert_null (registry);
      g_assert_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

static double
measure (SpFindingRegistry *registry, const char *unit, guint times, const char *end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SpSegmentation) segmentation = NULL;
  g_autoptr (SpPractices) practices = NULL;
  gint64 start;

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);
  g_string_append (text, end);
  segmentation = test_text_segment (text->str);
  start = g_get_monotonic_time ();
  practices = test_practices_new (registry, segmentation);
  return (g_get_monotonic_time () - start) / 1000.0;
}

/* Ten times the text may take ten times as long, not a hundred. The floor of the smaller run keeps a
 * busy machine from failing the test. */
static void
stays_linear_on_hostile_input (void)
{
  static const char *const units[][2] = {
    { "we may not share sell your data with third parties for marketing ", "." },
    { "not not never nor without ", "." },
    { "- sell your data to third parties for marketing\n", "" },
    { "may may may ", "sell." },
    { "cookie-cookie-", "cookie." },
  };
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      double small = measure (registry, units[i][0], 100, units[i][1]);
      double large = measure (registry, units[i][0], 1000, units[i][1]);

      g_test_message ("“%s”: %.1f ms, %.1f ms", units[i][0], small, large);
      g_assert_cmpfloat (large, <, 40 * MAX (small, 10));
    }
}

/* Returns: "denied" or "affirmed" if all statements on fingerprints are that */
static const char *
judge_fingerprints (SpFindingRegistry *registry, const char *text)
{
  g_autoptr (SpPractices) practices = test_practices_new_for_file (registry, text);
  GPtrArray *statements = sp_practices_get_statements (practices);
  guint n[2] = { 0 };

  for (guint i = 0; i < statements->len; i++)
    {
      const SpStatement *statement = statements->pdata[i];

      for (guint j = 0; j < statement->data->len; j++)
        if (g_str_equal (g_array_index (statement->data, SpMention, j).concept->id, "biometric"))
          n[statement->denied]++;
    }
  return n[TRUE] == 0 && n[FALSE] > 0 ? "affirmed" : n[FALSE] == 0 && n[TRUE] > 0 ? "denied" : "mixed";
}

static void
reads_a_refusal_in_the_last_column (void)
{
#define TABLE(row) "# Policy\n\n## What we collect\n\n| Data | Examples | Collected |\n|---|---|---|\n" row "\n"
  static const struct
  {
    const char *text;
    const char *judgement;
  } cases[] = {
    { TABLE ("| Biometric data | We collect your fingerprints | NO |"), "denied" },
    { TABLE ("| Biometric data | We collect your fingerprints | Not collected |"), "denied" },
    { TABLE ("| Biometric data | We collect your fingerprints | YES |"), "affirmed" },
    { TABLE ("| Biometric data | We collect your fingerprints | Yes | No |"), "affirmed" },
    { TABLE ("| Biometric data | We collect your fingerprints | No one else |"), "affirmed" },
    { "# Policy\n\n## What we collect\n\n| Data | Examples | Sold or shared |\n|---|---|---|\n"
      "| Biometric data | We collect your fingerprints | No |\n", "affirmed" },
    { "# Policy\n\n## What we collect\n\n| Data | Examples | Collected? | Shared with |\n|---|---|---|---|\n"
      "| Biometric data | We collect your fingerprints | No | None |\n", "denied" },
  };
#undef TABLE
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (judge_fingerprints (registry, cases[i].text), ==, cases[i].judgement);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/core/practices/reads_a_list_item_on_from_its_lead_in", reads_a_list_item_on_from_its_lead_in);
  g_test_add_func ("/core/practices/quotes_a_long_sentence_in_part", quotes_a_long_sentence_in_part);
  g_test_add_func ("/core/practices/stays_silent_where_nothing_is_stated", stays_silent_where_nothing_is_stated);
  g_test_add_func ("/core/practices/orders_detections_and_groups_findings", orders_detections_and_groups_findings);
  g_test_add_func ("/core/practices/lets_the_detection_that_says_most_speak", lets_the_detection_that_says_most_speak);
  g_test_add_func ("/core/practices/says_the_same_of_a_repeated_paragraph", says_the_same_of_a_repeated_paragraph);
  g_test_add_func ("/core/practices/reads_only_its_own_language", reads_only_its_own_language);
  g_test_add_func ("/core/practices/keeps_words_that_do_not_count_as_misses", keeps_words_that_do_not_count_as_misses);
  g_test_add_func ("/core/practices/carries_a_region_on_under_headings_that_name_a_right",
                   carries_a_region_on_under_headings_that_name_a_right);
  g_test_add_func ("/core/practices/says_what_is_wrong_with_a_row", says_what_is_wrong_with_a_row);
  g_test_add_func ("/core/practices/reads_a_refusal_in_the_last_column", reads_a_refusal_in_the_last_column);
  g_test_add_func ("/core/practices/stays_linear_on_hostile_input", stays_linear_on_hostile_input);
  return g_test_run ();
}
