/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "scoring-test.h"

static SpAnalyzer *analyzer;

static const char policy[]
  = "# Privacy policy of Pebble\n\n"
    "Pebble Ltd collects your name, your e-mail address and the IP address of your device when you open an "
    "account. We use them to provide the service, to answer your questions and to improve the site.\n\n"
    "We may sell your personal information to advertisers and other companies.\n\n"
    "Our site uses cookies to remember your settings. We may sell your personal information to data "
    "brokers too.\n\n"
    "You can have your data deleted by writing to privacy@pebble.example. We keep your information for "
    "two years after you close your account, and then we delete it.\n\n"
    "We protect your data with encryption. We may change this policy at any time without notice to you, and "
    "we advise you to read this page from time to time so that you know what it says about your data.\n\n"
    "If you have questions about this policy or about your data, please write to privacy@pebble.example "
    "or to Pebble Ltd, 3 Shore Road, Harwich. We answer every letter within a month of its arrival.\n";

static SpAnalysis *
analyze (const char *text)
{
  return test_analyze (analyzer, text);
}

static const SpFinding *
find_finding (SpAnalysis *analysis, const char *id)
{
  GPtrArray *findings = sp_analysis_get_findings (analysis);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((SpFinding *) findings->pdata[i])->detector->id, id))
      return findings->pdata[i];
  g_assert_not_reached ();
}

static guint
find_segment (SpAnalysis *analysis, const char *words)
{
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  const char *place = strstr (text, words);
  guint n;
  const SpSegment *segments = sp_segmentation_get_segments (sp_analysis_get_segmentation (analysis), &n);

  g_assert_nonnull (place);
  for (guint i = 0; i < n; i++)
    if ((gsize) (place - text) < segments[i].block->span.end)
      return i;
  g_assert_not_reached ();
}

static gboolean
has_cap (const SpScores *scores, const char *id)
{
  for (guint i = 0; i < scores->caps->len; i++)
    if (g_str_equal (((SpCap *) scores->caps->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* A review reads anew only what may have changed. */
static void
assert_same_answers (GPtrArray *one, GPtrArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const SpAnswer *a = one->pdata[i], *b = other->pdata[i];

      g_assert_true (a->question == b->question);
      g_assert_cmpint (a->state, ==, b->state);
      g_assert_true (a->level == b->level || (isnan (a->level) && isnan (b->level)));
      g_assert_cmpfloat (a->points, ==, b->points);
      g_assert_cmpstr (a->note, ==, b->note);
      g_assert_cmpmem (a->evidence->data, a->evidence->len * sizeof (SpEvidence), b->evidence->data,
                       b->evidence->len * sizeof (SpEvidence));
    }
}

static void
an_empty_review_changes_nothing (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (policy);
  g_autoptr (SpReview) review = sp_review_new ();
  g_autoptr (SpProfile) profile = sp_profile_new ();
  g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, review, profile);
  g_autoptr (SpAnalysis) back = sp_analysis_review (reviewed, NULL, NULL);
  const SpScores *before = sp_analysis_get_scores (analysis);
  const SpScores *after = sp_analysis_get_reviewed_scores (reviewed);

  g_assert_true (sp_review_is_empty (review));
  g_assert_true (sp_profile_is_default (profile));
  g_assert_null (sp_analysis_get_reviewed_scores (analysis));
  g_assert_true (back == analysis);
  assert_same_answers (sp_analysis_get_answers (analysis), sp_analysis_get_reviewed_answers (reviewed));
  g_assert_cmpfloat (before->overall, ==, after->overall);
  g_assert_cmpint (before->grade, ==, after->grade);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    g_assert_cmpfloat (before->dimensions[i], ==, after->dimensions[i]);
}

static void
a_dismissed_finding_counts_no_more (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (policy);
  g_autoptr (SpReview) none = sp_review_new ();
  g_autoptr (SpReview) review = sp_review_set_dismissed (none, "SELL_AFFIRMED", TRUE);
  g_autoptr (SpReview) taken_back = sp_review_set_dismissed (review, "SELL_AFFIRMED", FALSE);
  g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, review, NULL);
  const SpFinding *finding = find_finding (analysis, "SELL_AFFIRMED");

  g_assert_true (sp_review_is_empty (none));
  g_assert_true (sp_review_is_empty (taken_back));
  g_assert_true (sp_review_is_dismissed (review, "SELL_AFFIRMED"));
  g_assert_true (sp_analysis_is_finding_dismissed (reviewed, finding));
  g_assert_false (sp_analysis_is_finding_dismissed (analysis, finding));

  g_assert_true (has_cap (sp_analysis_get_scores (reviewed), "critical"));
  g_assert_false (has_cap (sp_analysis_get_reviewed_scores (reviewed), "critical"));
  g_assert_cmpfloat (test_find_answer (sp_analysis_get_answers (reviewed), "P1")->level, ==, 0);
  g_assert_cmpint (test_find_answer (sp_analysis_get_reviewed_answers (reviewed), "P1")->state, ==,
                   SP_ANSWER_UNKNOWN);
  g_assert_cmpfloat (sp_analysis_get_reviewed_scores (reviewed)->overall, >,
                     sp_analysis_get_scores (reviewed)->overall);
}

static void
one_place_may_be_dismissed_alone (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (policy);
  g_autoptr (SpReview) review = sp_review_new ();
  const SpFinding *finding = find_finding (analysis, "SELL_AFFIRMED");

  g_assert_cmpuint (finding->evidence->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const SpEvidence *evidence = &g_array_index (finding->evidence, SpEvidence, i);
      SpReview *next = sp_review_set_place_dismissed (review, analysis, "SELL_AFFIRMED", evidence, TRUE);
      g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, next, NULL);

      sp_review_unref (review);
      review = next;
      g_assert_true (sp_analysis_is_dismissed (reviewed, "SELL_AFFIRMED", evidence->span));
      g_assert_cmpint (sp_analysis_is_finding_dismissed (reviewed, finding), ==, i == 1);
      g_assert_cmpint (has_cap (sp_analysis_get_reviewed_scores (reviewed), "critical"), ==, i == 0);
    }
}

static void
tags_are_corrected_and_set_back (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (policy);
  g_autoptr (SpReview) none = sp_review_new ();
  guint segment = find_segment (analysis, "Our site uses cookies");
  guint wanted = 1u << SP_CATEGORY_RETENTION | 1u << SP_CATEGORY_SECURITY, found = 0;
  g_autoptr (SpReview) review = sp_review_set_tags (none, analysis, segment, &wanted);
  g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, review, NULL);
  g_autoptr (SpReview) back = sp_review_set_tags (review, analysis, segment, NULL);

  g_assert_true (sp_analysis_get_corrected_tags (reviewed, segment, &found));
  g_assert_cmpuint (found, ==, wanted);
  g_assert_false (sp_analysis_get_corrected_tags (reviewed, segment + 1, &found));
  g_assert_true (sp_review_is_empty (back));
}

static void
a_review_finds_its_places_in_a_changed_text (void)
{
  static const char before[] = "# Privacy policy of Pebble\n\nThis one was added: é.\n\n";
  g_autofree char *longer = g_strconcat (before, policy + strlen ("# Privacy policy of Pebble\n\n"), NULL);
  g_autoptr (GString) other = g_string_new (policy);
  g_autoptr (SpAnalysis) analysis = analyze (policy);
  g_autoptr (SpAnalysis) moved = analyze (longer);
  g_autoptr (SpAnalysis) changed = NULL;
  g_autoptr (SpReview) none = sp_review_new ();
  g_autoptr (SpReview) review = NULL;
  g_autoptr (SpAnalysis) on_moved = NULL;
  g_autoptr (SpAnalysis) on_changed = NULL;
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  guint tags = 1u << SP_CATEGORY_CHOICE, found;

  g_string_replace (other, "Our site uses cookies", "Our page sets cookies", 1);
  changed = analyze (other->str);
  review = sp_review_set_tags (none, analysis, find_segment (analysis, "Our site uses"), &tags);

  on_moved = sp_analysis_review (moved, review, NULL);
  g_assert_cmpuint (sp_analysis_get_n_unplaced (on_moved), ==, 0);
  g_assert_true (sp_analysis_get_corrected_tags (on_moved, find_segment (moved, "Our site uses"), &found));

  on_changed = sp_analysis_review (changed, review, NULL);
  g_assert_cmpuint (sp_analysis_get_n_unplaced (on_changed), ==, 1);
  json = sp_review_to_json (review);
  again = sp_review_to_json (sp_analysis_get_review (on_changed));
  g_assert_cmpstr (json, ==, again);
}

static void
of_equal_words_the_nearest_are_meant (void)
{
  static const char clause[] = "We keep nothing here.";
  g_autoptr (GString) text = g_string_new (policy);
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autoptr (SpAnalysis) reviewed = NULL;
  g_autoptr (SpReview) review = NULL;
  g_autoptr (GError) error = NULL;
  guint found, first, second;

  g_string_append_printf (text, "\n%s\n\nBetween the two.\n\n%s\n", clause, clause);
  analysis = analyze (text->str);
  first = find_segment (analysis, clause);
  second = find_segment (analysis, "Between the two") + 1;
  review = sp_review_new_from_json (
    "{\"schema\": \"smallprint.review/1\", \"corrected\": [{\"start\": 100000, \"end\": 100021, "
    "\"quote\": \"We keep nothing here.\", \"labels\": [\"retention\"]}]}", -1, &error);
  g_assert_no_error (error);
  reviewed = sp_analysis_review (analysis, review, NULL);
  g_assert_true (sp_analysis_get_corrected_tags (reviewed, second, &found));
  g_assert_false (sp_analysis_get_corrected_tags (reviewed, first, &found));
}

static void
reviews_and_profiles_come_back_from_json (void)
{
  static const char review_json[]
    = "{\"schema\":\"smallprint.review/1\",\"dismissed\":[\"BEACON\",\"SELL_AFFIRMED\"],"
      "\"dismissed_places\":[{\"finding\":\"NO_DELETE\",\"start\":3,\"end\":7,\"quote\":\"éàöü\"}],"
      "\"corrected\":[{\"start\":3,\"end\":7,\"quote\":\"éàöü\",\"labels\":[\"choice\",\"contact\"]}]}";
  static const char profile_json[]
    = "{\"schema\":\"smallprint.profile/1\","
      "\"weights\":{\"transparency\":0.25,\"protection\":0.5,\"clarity\":0.25},"
      "\"emphasis\":{\"C4\":0,\"P1\":2},"
      "\"deal_breakers\":[{\"finding\":\"SELL_AFFIRMED\",\"at_most\":\"E\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (SpReview) review = sp_review_new_from_json (review_json, -1, &error);
  g_autoptr (SpProfile) profile = sp_profile_new_from_json (profile_json, -1, &error);
  g_autofree char *again = NULL;
  g_autofree char *profile_again = NULL;

  g_assert_no_error (error);
  again = sp_review_to_json (review);
  profile_again = sp_profile_to_json (profile);
  g_assert_cmpstr (again, ==, review_json);
  g_assert_cmpstr (profile_again, ==, profile_json);
}

static void
what_is_no_review_or_profile_is_refused (void)
{
  static const char *const reviews[] = {
    "", "[]", "{}", "{\"schema\": \"smallprint.profile/1\"}",
    "{\"schema\": \"smallprint.review/1\", \"dismissed\": [3]}",
    "{\"schema\": \"smallprint.review/1\", \"dismissed\": {}}",
    "{\"schema\": \"smallprint.review/1\", \"corrected\": [{\"start\": 0, \"end\": 2, \"quote\": \"ab\"}]}",
    "{\"schema\": \"smallprint.review/1\", \"corrected\": [{\"start\": 0, \"end\": 2, \"quote\": \"\", "
    "\"labels\": []}]}",
    "{\"schema\": \"smallprint.review/1\", \"corrected\": [{\"start\": 0, \"end\": 2, \"quote\": \"ab\", "
    "\"labels\": [\"nonsense\"]}]}",
    "{\"schema\": \"smallprint.review/1\", \"dismissed_places\": [{\"start\": 0, \"end\": 2, \"quote\": "
    "\"ab\"}]}",
  };
  static const char *const profiles[] = {
    "", "[]", "{\"schema\": \"smallprint.review/1\"}",
    "{\"schema\": \"smallprint.profile/1\", \"weights\": 3}",
    "{\"schema\": \"smallprint.profile/1\", \"weights\": {\"transparency\": 1, \"protection\": 1}}",
    "{\"schema\": \"smallprint.profile/1\", \"weights\": {\"transparency\": -1, \"protection\": 1, "
    "\"clarity\": 1}}",
    "{\"schema\": \"smallprint.profile/1\", \"weights\": {\"transparency\": 0, \"protection\": 0, "
    "\"clarity\": 0}}",
    "{\"schema\": \"smallprint.profile/1\", \"emphasis\": {\"P1\": 3}}",
    "{\"schema\": \"smallprint.profile/1\", \"emphasis\": {\"P1\": \"2\"}}",
    "{\"schema\": \"smallprint.profile/1\", \"deal_breakers\": [{\"finding\": \"X\", \"at_most\": \"A\"}]}",
    "{\"schema\": \"smallprint.profile/1\", \"deal_breakers\": [\"X\"]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", reviews[i]);
      g_assert_null (sp_review_new_from_json (reviews[i], -1, &error));
      g_assert_error (error, SP_ERROR, SP_ERROR_PARSE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", profiles[i]);
      g_assert_null (sp_profile_new_from_json (profiles[i], -1, &error));
      g_assert_error (error, SP_ERROR, SP_ERROR_PARSE);
    }
}

static void
emphasis_and_weights_change_the_sums (void)
{
  static const double only_protection[SP_N_DIMENSIONS] = { 0, 3, 0 };
  g_autoptr (SpAnalysis) analysis = analyze (policy);
  g_autoptr (SpProfile) none = sp_profile_new ();
  g_autoptr (SpProfile) weighed = sp_profile_set_weights (none, only_protection);
  g_autoptr (SpProfile) left_out = sp_profile_set_emphasis (none, "P1", SP_EMPHASIS_LEFT_OUT);
  g_autoptr (SpProfile) doubled = sp_profile_set_emphasis (none, "P1", SP_EMPHASIS_DOUBLE);
  g_autoptr (SpAnalysis) a = sp_analysis_review (analysis, NULL, weighed);
  g_autoptr (SpAnalysis) b = sp_analysis_review (analysis, NULL, left_out);
  g_autoptr (SpAnalysis) c = sp_analysis_review (a, NULL, doubled);
  double protection = sp_analysis_get_scores (analysis)->dimensions[SP_DIMENSION_PROTECTION];

  g_assert_cmpfloat (sp_analysis_get_reviewed_scores (a)->overall, ==, protection);
  /* P1 is worth nothing here: without it Protection gains, with twice its weight it loses. */
  g_assert_cmpfloat (test_find_answer (sp_analysis_get_answers (b), "P1")->weight, ==, 12);
  g_assert_cmpfloat (test_find_answer (sp_analysis_get_reviewed_answers (b), "P1")->weight, ==, 0);
  g_assert_cmpfloat (test_find_answer (sp_analysis_get_reviewed_answers (c), "P1")->weight, ==, 24);
  g_assert_cmpfloat (sp_analysis_get_reviewed_scores (b)->dimensions[SP_DIMENSION_PROTECTION], >,
                     protection);
  g_assert_cmpfloat (sp_analysis_get_reviewed_scores (c)->dimensions[SP_DIMENSION_PROTECTION], <,
                     protection);
}

static void
a_dimension_left_out_altogether_has_no_part (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (policy);
  g_autoptr (SpProfile) profile = sp_profile_new ();
  g_autoptr (SpAnalysis) reviewed = NULL;
  const SpScores *scores;

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("C%u", i);
      SpProfile *next = sp_profile_set_emphasis (profile, id, SP_EMPHASIS_LEFT_OUT);

      sp_profile_unref (profile);
      profile = next;
    }
  reviewed = sp_analysis_review (analysis, NULL, profile);
  scores = sp_analysis_get_reviewed_scores (reviewed);
  g_assert_true (isnan (scores->dimensions[SP_DIMENSION_CLARITY]));
  g_assert_cmpfloat (scores->weights[SP_DIMENSION_CLARITY], ==, 0);
  g_assert_cmpfloat_with_epsilon (scores->overall,
                                  (0.35 * scores->dimensions[SP_DIMENSION_TRANSPARENCY]
                                   + 0.45 * scores->dimensions[SP_DIMENSION_PROTECTION]) / 0.8, 0.11);
}

static void
a_deal_breaker_caps_the_grade (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (policy);
  g_autoptr (SpProfile) none = sp_profile_new ();
  g_autoptr (SpProfile) profile = sp_profile_set_deal_breaker (none, "SELL_AFFIRMED", 'E');
  g_autoptr (SpReview) empty = sp_review_new ();
  g_autoptr (SpReview) dismissed = sp_review_set_dismissed (empty, "SELL_AFFIRMED", TRUE);
  g_autoptr (SpAnalysis) broken = sp_analysis_review (analysis, NULL, profile);
  g_autoptr (SpAnalysis) mended = sp_analysis_review (broken, dismissed, profile);

  g_assert_cmpint (sp_profile_get_deal_breaker (profile, "SELL_AFFIRMED"), ==, 'E');
  g_assert_cmpint (sp_analysis_get_reviewed_scores (broken)->grade, ==, 'E');
  g_assert_true (has_cap (sp_analysis_get_reviewed_scores (broken), "deal-breaker"));
  g_assert_false (has_cap (sp_analysis_get_reviewed_scores (mended), "deal-breaker"));
  g_assert_cmpint (sp_analysis_get_reviewed_scores (mended)->grade, <, 'E');
}

/* Who will not have data kept without end has nothing against figures that name nobody. */
static void
a_milder_form_breaks_no_deal (void)
{
  g_autofree char *text
    = g_strconcat (policy, "\n\nWe may keep aggregated, anonymous statistics indefinitely.\n", NULL);
  g_autoptr (SpAnalysis) analysis = analyze (text);
  g_autoptr (SpProfile) none = sp_profile_new ();
  g_autoptr (SpProfile) profile = sp_profile_set_deal_breaker (none, "RETENTION_INDEF", 'E');
  g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, NULL, profile);
  GPtrArray *findings = sp_analysis_get_findings (analysis);
  gboolean is_found = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = findings->pdata[i];

      if (!g_str_equal (finding->detector->id, "RETENTION_INDEF"))
        continue;
      is_found = TRUE;
      g_assert_cmpint (finding->severity, ==, SP_SEVERITY_NOTE);
    }
  g_assert_true (is_found);
  g_assert_false (has_cap (sp_analysis_get_reviewed_scores (reviewed), "deal-breaker"));
}

int
main (int argc, char *argv[])
{
  g_autoptr (SpKnowledge) knowledge = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = test_knowledge_new ();
  analyzer = sp_analyzer_new (knowledge);

#define ADD(name) g_test_add_func ("/core/review/" #name, name)
  ADD (an_empty_review_changes_nothing);
  ADD (a_dismissed_finding_counts_no_more);
  ADD (one_place_may_be_dismissed_alone);
  ADD (tags_are_corrected_and_set_back);
  ADD (a_review_finds_its_places_in_a_changed_text);
  ADD (of_equal_words_the_nearest_are_meant);
  ADD (reviews_and_profiles_come_back_from_json);
  ADD (what_is_no_review_or_profile_is_refused);
  ADD (emphasis_and_weights_change_the_sums);
  ADD (a_dimension_left_out_altogether_has_no_part);
  ADD (a_deal_breaker_caps_the_grade);
  ADD (a_milder_form_breaks_no_deal);
#undef ADD
  status = g_test_run ();
  g_object_unref (analyzer);
  return status;
}
