/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over the library, and what the reader adds to it: reviews and the profile. */
#include "library-fixture.h"

#include <string.h>

#define POLICY_OF_A_BAKERY                                                                         \
  "Privacy policy of the Münster Bakery\n\n"                                                       \
  "Orders\n\n"                                                                                     \
  "We write down your telephone number when you order a cake. We forget it after the cake was "    \
  "fetched.\n\n"                                                                                   \
  "Advertising\n\n"                                                                                \
  "We do not advertise, and no cookies are served to your browser.\n"

static GPtrArray *
search (Fixture *fixture, const char *words, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *hits;

  sp_library_search_async (fixture->library, words, limit, NULL, keep_result_cb, &result);
  wait_for (&result);
  hits = sp_library_search_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  return hits;
}

static void
add_both (Fixture *fixture)
{
  g_autoptr (SpLibraryEntry) first = add_text (fixture, POLICY, "larkspur.txt");
  g_autoptr (SpLibraryEntry) second = add_text (fixture, POLICY_OF_A_BAKERY, "bakery.txt");
}

static void
finds_policies_by_their_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *name; /* of the best hit, NULL where nothing is found */
    guint n_hits;
  } cases[] = {
    { "telephone", "bakery.txt", 1 },
    { "TELEPHONE cake", "bakery.txt", 1 },
    { "teleph", "bakery.txt", 1 },         /* only begun */
    { "borrowed", "larkspur.txt", 1 },     /* another ending */
    { "munster", "bakery.txt", 1 },        /* without accents */
    { "privacy policy", "", 2 },
    { "telephone libraries", NULL, 0 },    /* never in one clause */
    { "\"your telephone number\"", "bakery.txt", 1 },
    { "\"number telephone\"", NULL, 0 },
    { "larkspur.txt", "larkspur.txt", 1 }, /* the name of the file */
    { "e-mail", "larkspur.txt", 1 },
    { "zebra", NULL, 0 },
    { "", NULL, 0 },
    { "  ", NULL, 0 },
    { "\"", NULL, 0 },
    { "* ( ) : ^ -", NULL, 0 },
    { "cake)", "bakery.txt", 1 },
    { "NEAR(cake", NULL, 0 },
    { "cake OR", "bakery.txt", 1 },        /* “or” begins “order” */
  };

  add_both (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = search (fixture, cases[i].words, 10);

      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpuint (hits->len, ==, cases[i].n_hits);
      if (cases[i].n_hits == 1)
        {
          const SpLibraryHit *hit = hits->pdata[0];

          g_assert_cmpstr (sp_library_entry_get_name (hit->entry), ==, cases[i].name);
        }
    }
}

static void
quotes_the_words_that_were_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  const SpLibraryHit *hit;
  g_autofree char *word = NULL;

  add_both (fixture);
  hits = search (fixture, "telephone", 10);
  hit = hits->pdata[0];
  g_assert_nonnull (strstr (hit->snippet, "telephone number"));
  g_assert_true (g_utf8_validate (hit->snippet, -1, NULL));
  g_assert_cmpuint (hit->n_clauses, ==, 1);
  g_assert_cmpuint (hit->segment, <, 10);
  g_assert_cmpuint (hit->matches->len, ==, 1);
  word = sp_span_dup_text (g_array_index (hit->matches, SpSpan, 0), hit->snippet);
  g_assert_cmpstr (word, ==, "telephone");
}

static void
tells_a_name_from_a_clause (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  add_both (fixture);
  hits = search (fixture, "bakery.txt", 10);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (((const SpLibraryHit *) hits->pdata[0])->segment, ==, SP_LIBRARY_HIT_TITLE);
}

static void
gives_no_more_hits_than_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  add_both (fixture);
  hits = search (fixture, "policy", 1);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
finds_what_is_kept_and_nothing_else (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) entry = add_text (fixture, POLICY_OF_A_BAKERY, "bakery.txt");
  g_autoptr (SpLibraryEntry) again = add_text (fixture, POLICY_OF_A_BAKERY, "bakery.txt");
  gint64 id = sp_library_entry_get_id (entry);
  g_autoptr (GPtrArray) once = search (fixture, "telephone", 10);
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) restored = NULL;

  g_assert_cmpuint (once->len, ==, 1);
  g_assert_cmpuint (((const SpLibraryHit *) once->pdata[0])->n_clauses, ==, 1);
  g_assert_true (change (fixture, sp_library_remove_async, id, NULL));
  removed = search (fixture, "telephone", 10);
  g_assert_cmpuint (removed->len, ==, 0);
  g_assert_true (change (fixture, sp_library_restore_async, id, NULL));
  restored = search (fixture, "telephone", 10);
  g_assert_cmpuint (restored->len, ==, 1);
}

static void
purging_leaves_no_word_in_the_index (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) kept = add_text (fixture, POLICY, "larkspur.txt");
  g_autoptr (SpLibraryEntry) removed = add_text (fixture, POLICY_OF_A_BAKERY, "bakery.txt");
  const char *const suffixes[] = { "", "-wal" };

  g_assert_true (change (fixture, sp_library_remove_async, sp_library_entry_get_id (removed), NULL));
  g_assert_true (purge (fixture, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      g_autofree char *content = NULL;
      gsize length = 0;

      g_file_get_contents (path, &content, &length, NULL);
      /* Words of it alone, as they are written and as the index cuts them. */
      g_assert_null (memmem (content, length, "telephone", 9));
      g_assert_null (memmem (content, length, "munster", 7));
    }
}

/* --- Reviews and the profile --- */

static char *
load_review (Fixture *fixture, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *json;

  sp_library_load_review_async (fixture->library, id, NULL, keep_result_cb, &result);
  wait_for (&result);
  json = sp_library_load_text_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  return json;
}

static gboolean
set_review (Fixture *fixture, gint64 id, const char *json, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_library_set_review_async (fixture->library, id, json, NULL, keep_result_cb, &result);
  wait_for (&result);
  return sp_library_change_finish (fixture->library, result, error);
}

static void
assert_review (Fixture *fixture, gint64 id, const char *expected)
{
  g_autofree char *json = load_review (fixture, id);

  g_assert_cmpstr (json, ==, expected);
}

static void
a_review_survives_another_analysis_and_a_removal_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) entry = add_text (fixture, POLICY, "larkspur.txt");
  gint64 id = sp_library_entry_get_id (entry);
  g_autoptr (SpLibraryEntry) again = NULL;

  assert_review (fixture, id, NULL);
  g_assert_true (set_review (fixture, id, "{\"dismissed\":[\"x\"]}", NULL));
  again = add_text (fixture, POLICY, "larkspur.txt");
  assert_review (fixture, id, "{\"dismissed\":[\"x\"]}");

  g_assert_true (change (fixture, sp_library_remove_async, id, NULL));
  g_assert_true (change (fixture, sp_library_restore_async, id, NULL));
  assert_review (fixture, id, "{\"dismissed\":[\"x\"]}");

  g_assert_true (set_review (fixture, id, "{}", NULL));
  assert_review (fixture, id, "{}");
  g_assert_true (set_review (fixture, id, NULL, NULL));
  assert_review (fixture, id, NULL);
}

static void
a_review_goes_with_its_policy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) entry = add_text (fixture, POLICY, "larkspur.txt");
  gint64 id = sp_library_entry_get_id (entry);
  g_autoptr (GError) error = NULL;

  g_assert_true (set_review (fixture, id, "{}", NULL));
  g_assert_true (change (fixture, sp_library_remove_async, id, NULL));
  g_assert_true (purge (fixture, NULL));
  assert_count (fixture, "review", 0);
  g_assert_false (set_review (fixture, id, "{}", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
the_profile_is_kept_and_forgotten (Fixture *fixture, gconstpointer data)
{
  const char *const values[] = { "{\"weights\":{}}", "{}", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GAsyncResult) set = NULL;
      g_autoptr (GAsyncResult) loaded = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *json = NULL;

      sp_library_set_profile_async (fixture->library, values[i], NULL, keep_result_cb, &set);
      wait_for (&set);
      g_assert_true (sp_library_change_finish (fixture->library, set, &error));
      sp_library_load_profile_async (fixture->library, NULL, keep_result_cb, &loaded);
      wait_for (&loaded);
      json = sp_library_load_text_finish (fixture->library, loaded, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (json, ==, values[i]);
    }
}

#define ADD(name) g_test_add ("/core/search/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (finds_policies_by_their_words);
  ADD (quotes_the_words_that_were_found);
  ADD (tells_a_name_from_a_clause);
  ADD (gives_no_more_hits_than_asked_for);
  ADD (finds_what_is_kept_and_nothing_else);
  ADD (purging_leaves_no_word_in_the_index);
  ADD (a_review_survives_another_analysis_and_a_removal_undone);
  ADD (a_review_goes_with_its_policy);
  ADD (the_profile_is_kept_and_forgotten);
  return g_test_run ();
}
