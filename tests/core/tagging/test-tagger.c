/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tagger.h"

#include <string.h>

#include "sp-cue-tagger.h"
#include "sp-linear-model.h"

/* Sentences of our own, each plainly about one thing. */
static const struct
{
  SpCategory category;
  const char *text;
} plain[] = {
  { SP_CATEGORY_FIRST_PARTY, "When you open the app, we automatically collect your IP address, "
                             "your browser type and the pages you visit." },
  { SP_CATEGORY_THIRD_PARTY, "We may share your personal information with advertisers, service "
                             "providers and other third parties." },
  { SP_CATEGORY_CHOICE, "You can opt out of our newsletter at any time: click the unsubscribe link "
                        "at the bottom of each message." },
  { SP_CATEGORY_ACCESS, "Log in to your account to review, update or delete your personal "
                        "information, or ask us to correct it." },
  { SP_CATEGORY_RETENTION, "We will retain your information for as long as your account is active, "
                           "or until it is no longer needed." },
  { SP_CATEGORY_SECURITY, "Credit card numbers are encrypted with SSL, and our security measures "
                          "guard against unauthorized access." },
  { SP_CATEGORY_POLICY_CHANGE, "We may change this privacy policy from time to time. If we make "
                               "material changes, we will post a notice here." },
  { SP_CATEGORY_DO_NOT_TRACK, "At present our site does not respond to Do Not Track signals sent "
                              "by browsers." },
  { SP_CATEGORY_AUDIENCES, "Our service is not intended for children under the age of 13, and we "
                           "do not knowingly collect data from them." },
  { SP_CATEGORY_CONTACT, "If you have any questions about this policy, please contact us at "
                         "privacy@lanternpost.example or by mail." },
};

static SpTagger *
load_model (void)
{
  g_autoptr (GError) error = NULL;
  SpTagger *tagger = sp_tagger_new (SP_TEST_MODEL_DIR "/" SP_MODEL_FILE, &error);

  g_assert_no_error (error);
  return tagger;
}

static SpTagScores
score_one (const SpTagger *tagger, const char *text)
{
  SpTagInput input = { text, strlen (text), NULL };
  SpTagScores scores;

  sp_tagger_score (tagger, &input, 1, &scores);
  return scores;
}

static void
check_plain_sentences (const SpTagger *tagger, double max_confidence)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      SpTagScores scores = score_one (tagger, plain[i].text);
      SpTag tags[SP_N_CATEGORIES];
      guint n = sp_tagger_choose (tagger, &scores, tags);

      g_test_message ("%s: %s %.2f", plain[i].text, sp_category_get_id (tags[0].category),
                      tags[0].confidence);
      g_assert_cmpuint (n, >=, 1);
      g_assert_cmpstr (sp_category_get_id (tags[0].category), ==,
                       sp_category_get_id (plain[i].category));
      g_assert_false (tags[0].weak);
      g_assert_cmpfloat (tags[0].confidence, <=, max_confidence);
    }
}

static void
knows_plain_sentences_by_the_model (void)
{
  g_autoptr (SpTagger) tagger = load_model ();

  g_assert_true (g_str_has_prefix (sp_tagger_get_model_version (tagger), "smallprint-en-"));
  check_plain_sentences (tagger, 1.0);
}

static void
knows_plain_sentences_by_cues_but_is_less_sure (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpTagger) tagger = sp_tagger_new_without_model (&error);

  g_assert_no_error (error);
  g_assert_null (sp_tagger_get_model_version (tagger));
  check_plain_sentences (tagger, SP_CUE_MAX_CONFIDENCE);
}

static void
gives_the_nearest_label_as_a_weak_guess (void)
{
  g_autoptr (SpTagger) tagger = sp_tagger_new_without_model (NULL);
  SpTagScores scores = { { 0.0 } };
  SpTag tags[SP_N_CATEGORIES];

  scores.scores[SP_CATEGORY_SECURITY] = 0.2;
  scores.scores[SP_CATEGORY_CONTACT] = 0.1;
  g_assert_cmpuint (sp_tagger_choose (tagger, &scores, tags), ==, 1);
  g_assert_cmpint (tags[0].category, ==, SP_CATEGORY_SECURITY);
  g_assert_cmpfloat (tags[0].confidence, ==, 0.2);
  g_assert_true (tags[0].weak);
}

static void
gives_all_labels_that_pass_the_surest_first (void)
{
  g_autoptr (SpTagger) tagger = sp_tagger_new_without_model (NULL);
  SpTagScores scores = { { 0.0 } };
  SpTag tags[SP_N_CATEGORIES];

  scores.scores[SP_CATEGORY_CHOICE] = 0.5;
  scores.scores[SP_CATEGORY_RETENTION] = 0.6;
  scores.scores[SP_CATEGORY_CONTACT] = 0.01;
  g_assert_cmpuint (sp_tagger_choose (tagger, &scores, tags), ==, 2);
  g_assert_cmpint (tags[0].category, ==, SP_CATEGORY_RETENTION);
  g_assert_cmpint (tags[1].category, ==, SP_CATEGORY_CHOICE);
  g_assert_false (tags[0].weak || tags[1].weak);
}

static void
looks_at_the_neighbours (void)
{
  g_autoptr (SpTagger) tagger = load_model ();
  const char *text = "This also holds for the partners named above.";
  SpTagInput sharing[] = { { plain[1].text, strlen (plain[1].text) }, { text, strlen (text) },
                           { plain[1].text, strlen (plain[1].text) } };
  SpTagInput children[] = { { plain[8].text, strlen (plain[8].text) }, { text, strlen (text) },
                            { plain[8].text, strlen (plain[8].text) } };
  SpTagScores beside_sharing[3], beside_children[3];

  sp_tagger_score (tagger, sharing, 3, beside_sharing);
  sp_tagger_score (tagger, children, 3, beside_children);
  g_assert_cmpfloat (beside_sharing[1].scores[SP_CATEGORY_THIRD_PARTY], >,
                     beside_children[1].scores[SP_CATEGORY_THIRD_PARTY]);
  g_assert_cmpfloat (beside_sharing[1].scores[SP_CATEGORY_AUDIENCES], <,
                     beside_children[1].scores[SP_CATEGORY_AUDIENCES]);
}

static void
gives_the_same_scores_each_time (void)
{
  g_autoptr (SpTagger) first = load_model ();
  g_autoptr (SpTagger) second = load_model ();
  SpTagInput inputs[G_N_ELEMENTS (plain)];
  SpTagScores a[G_N_ELEMENTS (plain)], b[G_N_ELEMENTS (plain)];

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    inputs[i] = (SpTagInput) { plain[i].text, strlen (plain[i].text), "Our policy" };
  sp_tagger_score (first, inputs, G_N_ELEMENTS (plain), a);
  sp_tagger_score (second, inputs, G_N_ELEMENTS (plain), b);
  g_assert_cmpmem (a, sizeof a, b, sizeof b);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    for (guint label = 0; label < SP_N_CATEGORIES; label++)
      {
        g_assert_cmpfloat (a[i].scores[label], >=, 0.0);
        g_assert_cmpfloat (a[i].scores[label], <=, 1.0);
      }
}

static void
finds_categories_by_either_name (void)
{
  SpCategory category = SP_CATEGORY_CONTACT;

  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    {
      g_autofree char *long_name = g_strconcat ("Other: ", sp_category_get_opp115_name (i), NULL);

      g_assert_true (sp_category_parse (sp_category_get_id (i), &category));
      g_assert_cmpint (category, ==, i);
      g_assert_true (sp_category_parse (sp_category_get_opp115_name (i), &category));
      g_assert_cmpint (category, ==, i);
      g_assert_true (sp_category_parse (long_name, &category));
      g_assert_cmpint (category, ==, i);
    }
  category = SP_CATEGORY_CHOICE;
  g_assert_false (sp_category_parse ("Other", &category));
  g_assert_false (sp_category_parse ("", &category));
  g_assert_cmpint (category, ==, SP_CATEGORY_CHOICE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/tagger/knows_plain_sentences_by_the_model",
                   knows_plain_sentences_by_the_model);
  g_test_add_func ("/core/tagger/knows_plain_sentences_by_cues_but_is_less_sure",
                   knows_plain_sentences_by_cues_but_is_less_sure);
  g_test_add_func ("/core/tagger/gives_the_nearest_label_as_a_weak_guess",
                   gives_the_nearest_label_as_a_weak_guess);
  g_test_add_func ("/core/tagger/gives_all_labels_that_pass_the_surest_first",
                   gives_all_labels_that_pass_the_surest_first);
  g_test_add_func ("/core/tagger/looks_at_the_neighbours", looks_at_the_neighbours);
  g_test_add_func ("/core/tagger/gives_the_same_scores_each_time", gives_the_same_scores_each_time);
  g_test_add_func ("/core/category/finds_categories_by_either_name",
                   finds_categories_by_either_name);
  return g_test_run ();
}
