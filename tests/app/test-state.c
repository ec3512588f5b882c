/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages show, computed without a display. */
#include "config.h"

#include <string.h>

#include "sp-find.h"
#include "sp-findings-state.h"
#include "sp-library-state.h"
#include "sp-notice.h"
#include "sp-offer.h"
#include "sp-overview-state.h"
#include "state-fixture.h"

static void
test_find_ignores_case_and_kind_of_quotes (void)
{
  g_autoptr (GArray) matches = sp_find_matches ("Über uns: we DON’T sell\nwe don't share", "don't");
  g_autoptr (GArray) none = sp_find_matches ("abc", "");
  g_autoptr (GArray) over_line = sp_find_matches ("one\ntwo", "one two");
  g_autoptr (GArray) overlapping = sp_find_matches ("aaaa", "aa");

  g_assert_cmpuint (matches->len, ==, 2);
  g_assert_cmpuint (g_array_index (matches, SpMatch, 0).start, ==, 13);
  g_assert_cmpuint (g_array_index (matches, SpMatch, 0).end, ==, 18);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (over_line->len, ==, 1);
  g_assert_cmpuint (overlapping->len, ==, 2);
}

static void
test_find_goes_on_from_the_caret_and_round (void)
{
  g_autoptr (GArray) matches = sp_find_matches ("x ab x ab x", "ab");

  g_assert_cmpuint (sp_find_nearest (matches, 0), ==, 0);
  g_assert_cmpuint (sp_find_nearest (matches, 3), ==, 1);
  g_assert_cmpuint (sp_find_nearest (matches, 9), ==, 0);
}

static void
test_offer_takes_files_before_html_before_text (void)
{
  static const char *const all[] = { "text/plain;charset=utf-8", "text/html", "text/uri-list", NULL };
  static const char *const page[] = { "text/plain", "text/html", NULL };
  static const char *const image[] = { "image/png", NULL };

  g_assert_cmpint (sp_offer_choose (all, FALSE, FALSE), ==, SP_OFFER_FILES);
  g_assert_cmpint (sp_offer_choose (page, FALSE, TRUE), ==, SP_OFFER_HTML);
  g_assert_cmpint (sp_offer_choose (page, TRUE, TRUE), ==, SP_OFFER_FILES);
  g_assert_cmpint (sp_offer_choose (NULL, FALSE, TRUE), ==, SP_OFFER_TEXT);
  g_assert_cmpint (sp_offer_choose (image, FALSE, FALSE), ==, SP_OFFER_NOTHING);
}

static void
test_offer_says_what_a_drop_will_do (void)
{
  static const struct
  {
    SpOffer offer;
    SpOfferedFiles files;
    const char *words;
    const char *hint;
    gboolean is_refused;
  } cases[] = {
    { SP_OFFER_FILES, { 0 }, "Read the files", "Nothing leaves", FALSE },
    { SP_OFFER_FILES, { 1, 0, 0 }, "Read 1 file", "Nothing leaves", FALSE },
    { SP_OFFER_FILES, { 3, 0, 1 }, "Read 3 files", "Nothing leaves", FALSE },
    { SP_OFFER_FILES, { 1, 1, 0 }, "Read 1 file", "Save the page in your browser", FALSE },
    { SP_OFFER_FILES, { 0, 1, 0 }, "Pages on the Web Cannot Be Opened", "Save the page in your browser", TRUE },
    { SP_OFFER_FILES, { 0, 0, 2 }, "This Kind of File Cannot Be Read", "saved web pages", TRUE },
    { SP_OFFER_TEXT, { 0 }, "Read the text", "Nothing leaves", FALSE },
    { SP_OFFER_HTML, { 0 }, "Read the text", "Nothing leaves", FALSE },
    { SP_OFFER_NOTHING, { 0 }, "This Cannot Be Read", "saved web pages", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sp_offer_dup_drop_words (cases[i].offer, &cases[i].files);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_nonnull (strstr (sp_offer_get_drop_hint (cases[i].offer, &cases[i].files), cases[i].hint));
      g_assert_cmpint (sp_offer_is_refused (cases[i].offer, &cases[i].files), ==, cases[i].is_refused);
    }
}

static void
test_offer_tells_files_by_their_names (void)
{
  static const char *const uris[]
    = { "file:///home/a/policy.html", "https://birch.example/privacy", "file:///home/a/cat.JPG",
        "file:///home/a/song.ogg",    "file:///home/a/no-suffix",      "file:///home/a/https",
        "file:///home/a/policy.docx", "file:///home/a/index.php",      "file:///home/www.birch.example",
        NULL };
  SpOfferedFiles files = sp_offer_count (uris);

  g_assert_cmpuint (files.n_readable, ==, 5);
  g_assert_cmpuint (files.n_addresses, ==, 1);
  g_assert_cmpuint (files.n_unreadable, ==, 3);
}

static void
test_offer_tells_an_address_from_a_text (void)
{
  g_autofree char *endless = g_strnfill (3000, 'a');
  g_autofree char *too_long = g_strconcat ("https://", endless, NULL);

  g_assert_true (sp_offer_is_web_address ("https://birch.example/privacy"));
  g_assert_true (sp_offer_is_web_address (" http://birch.example\r\n"));
  g_assert_false (sp_offer_is_web_address ("https://birch.example/privacy says what we do"));
  g_assert_false (sp_offer_is_web_address ("Privacy: we collect"));
  g_assert_false (sp_offer_is_web_address ("file:///home/a/policy.html"));
  g_assert_false (sp_offer_is_web_address (too_long));
  g_assert_false (sp_offer_is_web_address (""));
}

static void
test_library_says_how_many_were_found (void)
{
  g_autofree char *none = sp_library_state_dup_found (0, FALSE);
  g_autofree char *one = sp_library_state_dup_found (1, FALSE);
  g_autofree char *many = sp_library_state_dup_found (200, TRUE);

  g_assert_cmpstr (none, ==, "Not found in any policy");
  g_assert_cmpstr (one, ==, "Found in 1 policy");
  g_assert_cmpstr (many, ==, "Found in more than 200 policies");
}

static void
test_notice_counts_a_queue_that_ended_unseen (void)
{
  static const struct
  {
    guint n_read;
    guint n_failed;
    gboolean window_is_active;
    const char *words;
  } cases[] = {
    { 5, 0, FALSE, "5 policies read" },
    { 5, 1, FALSE, "5 policies read, 1 could not be" },
    { 1, 2, FALSE, "1 policy read, 2 could not be" },
    { 0, 2, FALSE, "2 files could not be read" },
    { 5, 1, TRUE, NULL },
    { 1, 0, FALSE, NULL },
    { 0, 1, FALSE, NULL },
    { 0, 0, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words =
        sp_notice_dup_words (cases[i].n_read, cases[i].n_failed, cases[i].window_is_active);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_words_say_how_sure_a_reading_is (void)
{
  static const struct
  {
    double confidence;
    const char *words;
  } cases[] = {
    { 0.99, "nearly all such readings are right" },
    { 0.96, "about 9 in 10 such readings are right" },
    { 0.90, "about 9 in 10 such readings are right" },
    { 0.74, "about 7 in 10 such readings are right" },
    { 0.30, "a guess: most such readings are wrong" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sp_words_dup_confidence (cases[i].confidence);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_words_name_a_grade_and_its_doubts (void)
{
  SpScores none = { .grade = 0, .note = (char *) "too short" };
  SpScores close = { .grade = 'D', .note = (char *) "close to C" };
  SpScores unsure = { .grade = 'D', .grade_uncertain = TRUE, .note = (char *) "close to C" };
  g_autofree char *none_words = sp_words_dup_grade (&none);
  g_autofree char *close_words = sp_words_dup_grade (&close);
  g_autofree char *unsure_words = sp_words_dup_grade (&unsure);

  g_assert_cmpstr (none_words, ==, "No grade");
  g_assert_cmpstr (close_words, ==, "Grade D, close to C");
  g_assert_cmpstr (unsure_words, ==, "Grade D, uncertain");
}

static void
test_words_write_dates_out (void)
{
  g_autofree char *day = sp_words_dup_date ("2018-05-04");
  g_autofree char *month = sp_words_dup_date ("2018-05");
  g_autofree char *year = sp_words_dup_date ("2018");
  g_autofree char *wrong = sp_words_dup_date ("2018-15-99");

  g_assert_cmpstr (day, ==, "4 May 2018");
  g_assert_cmpstr (month, ==, "May 2018");
  g_assert_cmpstr (year, ==, "2018");
  g_assert_cmpstr (wrong, ==, "2018-15-99");
  g_assert_null (sp_words_dup_date (NULL));
}

static void
test_library_row_reads_out_as_one_sentence (void)
{
  const SpPolicyFacts full = { "Maple", "m.md", "maple.test", "2018-05-04", "en", 'D', TRUE };
  const SpPolicyFacts bare = { NULL, "m.md", NULL, NULL, NULL, 0, FALSE };
  g_autofree char *full_words = sp_policy_facts_dup_spoken (&full);
  g_autofree char *full_letter = sp_policy_facts_dup_letter (&full);
  g_autofree char *bare_words = sp_policy_facts_dup_spoken (&bare);

  g_assert_cmpstr (full_words, ==, "Maple, Grade D, uncertain, maple.test · 4 May 2018");
  g_assert_cmpstr (full_letter, ==, "D?");
  g_assert_cmpstr (bare_words, ==, "m.md, No grade");
}

static void
test_findings_are_grouped_from_grave_to_light_with_quotes (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  g_autoptr (GPtrArray) groups = sp_findings_state_list_groups (analysis);
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  guint n_quotes = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const SpFindingGroup *group = g_ptr_array_index (groups, i);

      if (i > 0)
        g_assert_cmpint (((SpFindingGroup *) g_ptr_array_index (groups, i - 1))->mark, <, group->mark);
      g_assert_cmpuint (group->rows->len, >, 0);
      for (guint j = 0; j < group->rows->len; j++)
        {
          const SpFindingRow *row = g_ptr_array_index (group->rows, j);

          g_assert_cmpint (group->mark == SP_MARK_NOT_SAID, ==, row->quotes->len == 0);
          for (guint k = 0; k < row->quotes->len; k++, n_quotes++)
            g_assert_nonnull (strstr (text, ((SpQuote *) g_ptr_array_index (row->quotes, k))->text));
        }
    }
  g_assert_cmpuint (n_quotes, >=, 2);
}

static void
test_overview_of_a_text_without_a_grade_says_why (void)
{
  g_autoptr (SpAnalysis) analysis = analyze ("We like privacy.\n");
  g_autoptr (SpOverviewState) state = sp_overview_state_new (analysis);

  g_assert_cmpstr (state->letter, ==, "–");
  g_assert_cmpstr (state->grade, ==, "No grade");
  g_assert_false (state->is_graded);
  g_assert_cmpuint (state->limits->len, >=, 1);
}

static void
test_overview_gives_each_score_in_words (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY POLICY POLICY);
  g_autoptr (SpOverviewState) state = sp_overview_state_new (analysis);

  g_assert_cmpstr (state->title, ==, "Maple Privacy Policy");
  g_assert_nonnull (strstr (state->meta, "words"));
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_assert_true (g_str_has_prefix (state->scores[i].text, sp_dimension_get_title (i)));
      g_assert_cmpstr (state->scores[i].note, !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/find/ignores_case_and_kind_of_quotes", test_find_ignores_case_and_kind_of_quotes);
  g_test_add_func ("/app/find/goes_on_from_the_caret_and_round", test_find_goes_on_from_the_caret_and_round);
  g_test_add_func ("/app/library/says_how_many_were_found", test_library_says_how_many_were_found);
  g_test_add_func ("/app/offer/takes_files_before_html_before_text",
                   test_offer_takes_files_before_html_before_text);
  g_test_add_func ("/app/offer/says_what_a_drop_will_do", test_offer_says_what_a_drop_will_do);
  g_test_add_func ("/app/offer/tells_files_by_their_names", test_offer_tells_files_by_their_names);
  g_test_add_func ("/app/offer/tells_an_address_from_a_text", test_offer_tells_an_address_from_a_text);
  g_test_add_func ("/app/notice/counts_a_queue_that_ended_unseen",
                   test_notice_counts_a_queue_that_ended_unseen);
  g_test_add_func ("/app/words/say_how_sure_a_reading_is", test_words_say_how_sure_a_reading_is);
  g_test_add_func ("/app/words/name_a_grade_and_its_doubts", test_words_name_a_grade_and_its_doubts);
  g_test_add_func ("/app/words/write_dates_out", test_words_write_dates_out);
  g_test_add_func ("/app/library/row_reads_out_as_one_sentence", test_library_row_reads_out_as_one_sentence);
  g_test_add_func ("/app/findings/are_grouped_from_grave_to_light_with_quotes",
                   test_findings_are_grouped_from_grave_to_light_with_quotes);
  g_test_add_func ("/app/overview/of_a_text_without_a_grade_says_why",
                   test_overview_of_a_text_without_a_grade_says_why);
  g_test_add_func ("/app/overview/gives_each_score_in_words", test_overview_gives_each_score_in_words);
  return g_test_run ();
}
