/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-features.h"
#include "sp-portable-math.h"

#include <math.h>
#include <string.h>

static GArray *
extract (const char *text, gssize length, const char *heading)
{
  GArray *features = g_array_new (FALSE, FALSE, sizeof (guint32));

  sp_features_extract (text, length < 0 ? strlen (text) : (gsize) length, heading, features);
  return features;
}

static gboolean
have_equal_features (const char *a, const char *b)
{
  g_autoptr (GArray) first = extract (a, -1, NULL);
  g_autoptr (GArray) second = extract (b, -1, NULL);

  return first->len == second->len &&
         memcmp (first->data, second->data, first->len * sizeof (guint32)) == 0;
}

static void
reads_different_spellings_alike (void)
{
  static const struct
  {
    const char *a;
    const char *b;
  } pairs[] = {
    { "We Collect DATA", "we collect data" },
    { "don\u2019t sell", "don't sell" },
    { "your\u00a0data", "your data" },
    { "policies", "polic" },
    { "collected, collecting", "collect collects" },
    { "since 2014", "since 1999" },
    { "at https://a.example/b?c=d today", "at www.z.example today" },
    { "at jo@a.example today", "at privacy.team@z.example today" },
    { "(we) share...", "we share" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s = %s", pairs[i].a, pairs[i].b);
      g_assert_true (have_equal_features (pairs[i].a, pairs[i].b));
    }
}

static void
reads_different_texts_differently (void)
{
  static const struct
  {
    const char *a;
    const char *b;
  } pairs[] = {
    { "we sell", "sell we" },
    { "do not track", "do track" },
    { "for 30 days", "for 365 days" },
    { "30 %", "30" },
    { "why?", "why" },
    { "used", "us" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s / %s", pairs[i].a, pairs[i].b);
      g_assert_false (have_equal_features (pairs[i].a, pairs[i].b));
    }
}

static void
reads_a_heading_as_the_opening (void)
{
  g_autoptr (GArray) apart = extract ("We use TLS.", -1, "Security");
  g_autoptr (GArray) joined = extract ("Security We use TLS.", -1, NULL);

  g_assert_cmpmem (apart->data, apart->len * sizeof (guint32), joined->data,
                   joined->len * sizeof (guint32));
}

static void
finds_phrases_where_they_stand (void)
{
  static const char *const phrases[] = { "track", "not track", "do not track", "signals" };
  g_autoptr (GArray) features = extract ("Some browsers send Do Not Track signals.", -1, NULL);
  guint32 feature;

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      gboolean found = FALSE;

      g_assert_true (sp_features_find_phrase (phrases[i], &feature));
      for (guint k = 0; k < features->len; k++)
        found |= g_array_index (features, guint32, k) == feature;
      g_test_message ("%s", phrases[i]);
      g_assert_true (found);
    }

  g_assert_false (sp_features_find_phrase ("", &feature));
  g_assert_false (sp_features_find_phrase ("of four words long", &feature));
}

static void
survives_any_bytes (void)
{
  char bytes[256];
  g_autoptr (GArray) features = NULL;
  g_autoptr (GArray) empty = extract ("", 0, NULL);

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char) (i * 167);
  features = extract (bytes, sizeof bytes, NULL);
  g_assert_cmpuint (features->len, >, 0);
  g_assert_cmpuint (empty->len, ==, 1);
}

/* A text without a blank must not be searched again and again for the end of an address: that would
 * meet the time limit of the test program. */
static void
takes_time_that_grows_with_the_text_only (void)
{
  static const char *const units[] = { "a.", "a@", "www.", "'", "a'", "\xE2\x80" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GArray) features = NULL;

      g_string_truncate (text, 0);
      while (text->len < 200000)
        g_string_append (text, units[i]);
      features = extract (text->str, text->len, NULL);
      g_assert_cmpuint (features->len, >, 0);
    }
}

static void
computes_as_the_c_library_does (void)
{
  for (double x = -40.0; x <= 40.0; x += 0.37)
    {
      g_assert_cmpfloat_with_epsilon (sp_portable_exp (x) / exp (x), 1.0, 1e-14);
      g_assert_cmpfloat_with_epsilon (sp_portable_log (exp (x)), x, 1e-13);
      g_assert_cmpfloat_with_epsilon (sp_portable_sigmoid (x), 1.0 / (1.0 + exp (-x)), 1e-15);
    }
  g_assert_cmpfloat (sp_portable_exp (0.0), ==, 1.0);
  g_assert_cmpfloat (sp_portable_log (1.0), ==, 0.0);
  g_assert_cmpfloat (sp_portable_sigmoid (1e9), ==, 1.0);
}

static void
knows_what_each_feature_is_made_of (void)
{
  const char *text = "Caf\u00e9: mail jo@a.example, don\u2019t call.";
  static const char *const words[] = { "", "", "Caf", ":", "mail", "jo@a.example",
                                       "don\u2019t", "call" };
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) plain = extract (text, -1, "Our mail");
  g_auto (SpFeatureTrace) trace;
  const SpFeaturePlace *last;

  sp_feature_trace_init (&trace);
  for (guint run = 0; run < 2; run++)
    sp_features_trace (text, strlen (text), "Our mail", features, &trace);

  g_assert_cmpmem (features->data, features->len * sizeof (guint32), plain->data,
                   plain->len * sizeof (guint32));
  g_assert_cmpuint (trace.places->len, ==, features->len);
  g_assert_cmpuint (trace.words->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = sp_span_dup_text (g_array_index (trace.words, SpSpan, i), text);

      g_assert_cmpstr (word, ==, words[i]);
    }

  /* The last but one is of the last three words, the last one of the whole text. */
  last = &g_array_index (trace.places, SpFeaturePlace, features->len - 2);
  g_assert_cmpuint (last[0].first, ==, G_N_ELEMENTS (words) - 3);
  g_assert_cmpuint (last[0].n_words, ==, 3);
  g_assert_cmpuint (last[1].n_words, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/features/reads_different_spellings_alike",
                   reads_different_spellings_alike);
  g_test_add_func ("/core/features/reads_different_texts_differently",
                   reads_different_texts_differently);
  g_test_add_func ("/core/features/reads_a_heading_as_the_opening", reads_a_heading_as_the_opening);
  g_test_add_func ("/core/features/finds_phrases_where_they_stand", finds_phrases_where_they_stand);
  g_test_add_func ("/core/features/survives_any_bytes", survives_any_bytes);
  g_test_add_func ("/core/features/takes_time_that_grows_with_the_text_only",
                   takes_time_that_grows_with_the_text_only);
  g_test_add_func ("/core/portable-math/computes_as_the_c_library_does",
                   computes_as_the_c_library_does);
  g_test_add_func ("/core/features/knows_what_each_feature_is_made_of",
                   knows_what_each_feature_is_made_of);
  return g_test_run ();
}
