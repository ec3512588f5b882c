/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-test.h"

#include <math.h>

#include "sp-vagueness.h"

static SpVagueness
measure (const char *outline, guint n_words, GString *terms)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpLexicon) lexicon = sp_lexicon_new_from_resource (SP_VAGUENESS_LEXICON, &error);
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new (outline);
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  SpVagueness result;

  g_assert_no_error (error);
  sp_vagueness_measure (segmentation, lexicon, n_words, &result);
  for (guint i = 0; i < result.terms->len; i++)
    {
      const SpVagueTerm *term = &g_array_index (result.terms, SpVagueTerm, i);
      g_autofree char *words = sp_span_dup_text (term->span, text);

      g_string_append_printf (terms, "%s%c:%s%s", i > 0 ? ", " : "", "cgmn"[term->vague_class], words,
                              term->scored ? "" : "-");
    }
  return result;
}

/* The letter is the class; a term with a minus is shown, but not scored. */
static void
finds_and_scores_vague_terms (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "We keep your name for two years.", "" },
    /* The four classes. */
    { "Depending on the case, we act as is necessary.", "c:Depending on, c:as is necessary" },
    { "It is necessary and appropriate.", "" },
    { "Where permitted, or if required, we act from time to time.",
      "c:Where permitted, c:if required, c:from time to time" },
    { "In general, this often happens.", "g:In general, g:often" },
    { "We share it for other purposes, etc.", "n:other purposes, n:etc" },
    { "We use logs, including, but not limited to, visits.", "n:including, but not limited to" },
    /* Permissions, prohibitions, months. */
    { "You may opt out.", "m:may-" },
    { "You can also write to us.", "m:can-" },
    { "Parents may ask us.", "m:may-" },
    { "Users of our site may ask us.", "m:may-" },
    { "How can I opt out?", "m:can-" },
    { "Your data may not be used for this.", "m:may-" },
    { "Your data may not be available.", "m:may" },
    { "This changed on May 14, 2018 and 25 May 2019.", "m:May-, m:May-" },
    /* The company and data as subjects. */
    { "We may also sell it.", "m:may" },
    { "Our partners might sell it.", "m:might" },
    { "Information you give us may be sold.", "m:may" },
    { "Information about you may be sold.", "m:may" },
    { "If you write to us, we may answer.", "m:may" },
    { "When you visit, cookies may be set.", "m:may" },
    { "Acme may sell it.", "m:may" },
    /* A list makes a quantifier clearer. */
    { "We collect certain data, such as your name.", "n:certain-, n:such as-" },
    { "We collect certain data.", "n:certain" },
    { "We use various tools (for example, logs).", "n:various-" },
    { "We use some tools, including without limitation logs.", "n:some, n:including without limitation" },
    /* Fixed phrases. */
    { "This is the most recent version.", "n:most-" },
    { "See the General Data Protection Regulation.", "g:General-" },
    { "We answer as soon as possible.", "m:possible-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) terms = g_string_new (NULL);
      SpVagueness result = measure (cases[i].text, 100, terms);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (terms->str, ==, cases[i].expected);
      sp_vagueness_clear (&result);
    }
}

static void
counts_per_thousand_words (void)
{
  g_autoptr (GString) terms = g_string_new (NULL);
  SpVagueness result = measure ("# Some data\nWe may use it.\n- often\n- as needed\nYou may ask.", 200, terms);

  g_assert_cmpuint (result.counts[SP_VAGUE_CONDITION], ==, 1);
  g_assert_cmpuint (result.counts[SP_VAGUE_GENERALIZATION], ==, 1);
  g_assert_cmpuint (result.counts[SP_VAGUE_MODALITY], ==, 2);
  g_assert_cmpuint (result.counts[SP_VAGUE_NUMERIC], ==, 1);
  g_assert_cmpfloat (result.per_1000, ==, 25.0);
  g_assert_cmpfloat (result.scored_per_1000, ==, 20.0);
  sp_vagueness_clear (&result);
}

static void
gives_no_rate_for_short_texts (void)
{
  g_autoptr (GString) terms = g_string_new (NULL);
  SpVagueness result = measure ("We may use some data.", 49, terms);

  g_assert_cmpuint (result.terms->len, ==, 2);
  g_assert_true (isnan (result.per_1000));
  g_assert_true (isnan (result.scored_per_1000));
  sp_vagueness_clear (&result);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/vagueness/finds_and_scores_vague_terms", finds_and_scores_vague_terms);
  g_test_add_func ("/core/vagueness/counts_per_thousand_words", counts_per_thousand_words);
  g_test_add_func ("/core/vagueness/gives_no_rate_for_short_texts", gives_no_rate_for_short_texts);
  return g_test_run ();
}
