/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-test.h"

#include <math.h>
#include <string.h>

#include "sp-readability.h"

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 0.0005)

static void
counts_syllables (void)
{
  static const struct
  {
    const char *word;
    guint expected;
  } cases[] = {
    { "we", 1 },          { "our", 1 },       { "use", 1 },         { "data", 2 },      { "share", 1 },
    { "yes", 1 },         { "your", 1 },      { "policy", 3 },      { "personal", 3 },  { "used", 1 },
    { "stored", 1 },      { "limited", 3 },   { "needed", 2 },      { "table", 2 },     { "services", 2 },
    { "purposes", 2 },    { "titles", 2 },    { "information", 4 }, { "queue", 2 },     { "Third-Party", 3 },
    { "don’t", 1 },       { "xyzzy", 2 },     { "they’re", 1 },     { "employee", 3 },  { "", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].word);
      g_assert_cmpuint (sp_readability_count_syllables (cases[i].word, strlen (cases[i].word)), ==,
                        cases[i].expected);
    }
}

static void
measure (const char *outline, const char *spam, SpReadability *result)
{
  g_autoptr (SpDocument) document = test_document_new (outline, spam);
  g_autoptr (SpSegmentation) segmentation = sp_segmentation_new (document, NULL);

  sp_readability_measure (segmentation, result);
}

static void
counts_words_and_sentences (void)
{
  static const struct
  {
    const char *outline;
    guint words;
    guint sentences;
  } cases[] = {
    { "", 0, 0 },
    { "We keep data. We never sell it.", 7, 2 },
    { "# Our Policy\nWe keep data.", 3, 1 },
    { "# What we keep\nWe keep data.\n- your full name\n- age", 9, 3 },
    { "We keep it. Yes. You may ask us.", 7, 2 },
    { "We keep data. we never sell it.", 7, 1 },
    { "We keep 14 names.30 of them are false.", 7, 1 },
    { "We keep 14 names. 30 of them are false.", 7, 2 },
    { "Acme Inc. Ltd. Data is here, e.g. One in the U.S. Again.", 14, 1 },
    { "He said “we keep it.” (Then he left.) [We too did.]", 11, 3 },
    { "We don’t use third-party cookies.", 5, 1 },
    { "we keep data⏎and never sell", 6, 2 },
    { "~ Home and About and Contact\nWe keep data.", 3, 1 },
    { "café au lait", 3, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpReadability result;

      g_test_message ("%s", cases[i].outline);
      measure (cases[i].outline, NULL, &result);
      g_assert_cmpuint (result.words, ==, cases[i].words);
      g_assert_cmpuint (result.sentences, ==, cases[i].sentences);
    }
}

static void
leaves_out_injected_words (void)
{
  SpReadability result;

  measure ("We log abuse (e cheap pillsg. spam) here.", " cheap pills", &result);
  g_assert_cmpuint (result.words, ==, 7);
  measure ("We log abuse.\nBuy cheap pills now.", "Buy cheap pills now.", &result);
  g_assert_cmpuint (result.words, ==, 3);
}

/* Ten words of 19 syllables and 59 letters, three of them of three syllables and more, five times. */
static void
applies_the_formulas (void)
{
  static const char SENTENCE[] = "We may share your personal information with our advertising partners.\n";
  g_autofree char *text = g_strconcat (SENTENCE, SENTENCE, SENTENCE, SENTENCE, SENTENCE, NULL);
  SpReadability result;

  measure (text, NULL, &result);
  g_assert_cmpuint (result.words, ==, 50);
  g_assert_cmpuint (result.sentences, ==, 5);
  assert_near (result.minutes, 0.2);
  assert_near (result.words_per_sentence, 10);
  assert_near (result.flesch_reading_ease, 35.945);
  assert_near (result.flesch_kincaid_grade, 10.73);
  assert_near (result.smog, 13.0239);
  assert_near (result.coleman_liau, 15.932);
  assert_near (result.ari, 11.359);
  assert_near (result.gunning_fog, 16.0);
}

static void
gives_no_figures_for_short_texts (void)
{
  SpReadability result;

  measure ("We may share your personal information with our advertising partners.", NULL, &result);
  g_assert_cmpuint (result.words, ==, 10);
  g_assert_true (isnan (result.words_per_sentence));
  g_assert_true (isnan (result.flesch_reading_ease));
  g_assert_true (isnan (result.gunning_fog));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/readability/counts_syllables", counts_syllables);
  g_test_add_func ("/core/readability/counts_words_and_sentences", counts_words_and_sentences);
  g_test_add_func ("/core/readability/leaves_out_injected_words", leaves_out_injected_words);
  g_test_add_func ("/core/readability/applies_the_formulas", applies_the_formulas);
  g_test_add_func ("/core/readability/gives_no_figures_for_short_texts", gives_no_figures_for_short_texts);
  return g_test_run ();
}
