/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sp-condition.h"
#include "sp-error.h"

/* Ten bytes a sentence, two sentences a segment. */
static void
observe (SpObservations *observations, const char *name, const char *variant, guint sentence)
{
  SpEvidence evidence = { sentence / 2, sp_span (sentence * 10, sentence * 10 + 8) };

  sp_observations_add (observations, name, (SpObservation) { variant, sentence, evidence });
}

/* “A A:exception@3” is A in sentence 0, and A as an exception in sentence 3. */
static SpObservations *
read_observations (const char *text)
{
  SpObservations *observations = sp_observations_new ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      char *at = strchr (words[i], '@');
      char *colon = strchr (words[i], ':');
      guint sentence = at != NULL ? (guint) g_ascii_strtoull (at + 1, NULL, 10) : 0;

      if (at != NULL)
        *at = '\0';
      if (colon != NULL)
        *colon = '\0';
      observe (observations, words[i], colon != NULL ? colon + 1 : NULL, sentence);
    }
  return observations;
}

static const char sets[] = "{\"LETTERS\": [\"A\", \"B\", \"C\"]}";

static gboolean
is_letter (const char *name, const char *variant, gpointer user_data)
{
  return (strlen (name) == 1 && g_strcmp0 (variant, "misspelt") != 0) || g_str_has_prefix (name, "tag:");
}

static SpCondition *
compile (const char *json, GError **error)
{
  g_autoptr (JsonNode) set_node = sp_json_parse (sets, -1, NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *array = g_strdup_printf ("[%s]", json);
  SpConditionScope scope = { json_node_get_object (set_node), is_letter, NULL };

  node = sp_json_parse (array, -1, error);
  g_assert_nonnull (node);
  return sp_condition_new (json_array_get_element (json_node_get_array (node), 0), &scope, error);
}

static void
holds_as_written (void)
{
  static const struct
  {
    const char *condition;
    const char *observations;
    gboolean holds;
  } cases[] = {
    { "\"A\"", "A", TRUE },
    { "\"A\"", "B", FALSE },
    { "\"A\"", "A:exception", TRUE },
    { "\"A:plain\"", "A:exception", FALSE },
    { "\"A:plain\"", "A:exception A@1", TRUE },
    { "\"A:exception\"", "A", FALSE },
    { "\"A:exception\"", "A:exception", TRUE },
    { "\"A:!exception\"", "A:exception", FALSE },
    { "\"A:!exception\"", "A:consent", TRUE },
    { "\"A:!exception\"", "A", TRUE },
    { "\"A:!plain\"", "A", FALSE },
    { "\"A:!plain\"", "A:consent", TRUE },
    { "\"@LETTERS\"", "C", TRUE },
    { "\"@LETTERS\"", "D", FALSE },
    { "{\"all\": [\"A\", \"B\"]}", "A B", TRUE },
    { "{\"all\": [\"A\", \"B\"]}", "A", FALSE },
    { "{\"any\": [\"A\", \"B\"]}", "B", TRUE },
    { "{\"any\": [\"A\", \"B\"]}", "C", FALSE },
    { "{\"all\": [\"A\"], \"none\": [\"B\"]}", "A", TRUE },
    { "{\"all\": [\"A\"], \"none\": [\"B\"]}", "A B", FALSE },
    { "{\"all\": [\"A\", {\"any\": [\"B\", \"C\"]}]}", "A C", TRUE },
    { "{\"count\": {\"of\": [\"@LETTERS\"], \"at_least\": 2}}", "A B", TRUE },
    { "{\"count\": {\"of\": [\"@LETTERS\"], \"at_least\": 2}}", "A A@1 A@2", FALSE },
    { "{\"together\": {\"of\": [\"A\", \"B\"], \"in\": \"sentence\"}}", "A B", TRUE },
    { "{\"together\": {\"of\": [\"A\", \"B\"], \"in\": \"sentence\"}}", "A@2 B@3", FALSE },
    { "{\"together\": {\"of\": [\"A\", \"B\"], \"in\": \"segment\"}}", "A@2 B@3", TRUE },
    { "{\"together\": {\"of\": [\"A\", \"B\"], \"in\": \"segment\"}}", "A@1 B@2", FALSE },
    { "\"tag:retention\"", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SpCondition) condition = compile (cases[i].condition, &error);
      g_autoptr (SpObservations) observations = read_observations (cases[i].observations);

      g_assert_no_error (error);
      g_test_message ("%s with %s", cases[i].condition, cases[i].observations);
      g_assert_cmpint (sp_condition_holds (condition, observations), ==, cases[i].holds);
    }
}

static void
refuses_what_makes_no_sense (void)
{
  static const struct
  {
    const char *condition;
    const char *message;
  } cases[] = {
    { "\"UNKNOWN\"", "*UNKNOWN*" },
    { "\"A:misspelt\"", "*A:misspelt*" },
    { "\"A:!misspelt\"", "*A:!misspelt*" },
    { "\"@NUMBERS\"", "*NUMBERS*" },
    { "{\"some\": [\"A\"]}", "*some*" },
    { "{}", "*nothing*" },
    { "7", "*name*" },
    { "{\"all\": []}", "*all*" },
    { "{\"all\": \"A\"}", "*all*" },
    { "{\"count\": {\"of\": [\"A\"], \"at_least\": 2}}", "*at_least*" },
    { "{\"count\": [\"A\"]}", "*count*" },
    { "{\"together\": {\"of\": [\"A\"], \"in\": \"sentence\"}}", "*two names*" },
    { "{\"together\": {\"of\": [\"A\", \"B\"], \"in\": \"page\"}}", "*in*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SpCondition *condition = compile (cases[i].condition, &error);

      g_test_message ("%s", cases[i].condition);
      g_assert_null (condition);
      g_assert_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

static void
knows_which_conditions_leave_nothing_to_cite (void)
{
  static const struct
  {
    const char *condition;
    gboolean is_positive;
  } cases[] = {
    { "\"A\"", TRUE },
    { "{\"none\": [\"A\"]}", FALSE },
    { "{\"all\": [\"A\"], \"none\": [\"B\"]}", TRUE },
    { "{\"any\": [\"A\", {\"none\": [\"B\"]}]}", FALSE },
    { "{\"any\": [\"A\", \"B\"]}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpCondition) condition = compile (cases[i].condition, NULL);

      g_assert_cmpint (sp_condition_is_positive (condition), ==, cases[i].is_positive);
    }
}

static char *
cite (const char *json, const char *text)
{
  g_autoptr (SpCondition) condition = compile (json, NULL);
  g_autoptr (SpObservations) observations = read_observations (text);
  g_autoptr (GPtrArray) groups = sp_citations_new ();
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GArray) chosen = NULL;

  sp_condition_cite (condition, observations, groups);
  chosen = sp_citations_choose (groups);
  for (guint i = 0; i < chosen->len; i++)
    g_string_append_printf (list, "%s%" G_GSIZE_FORMAT, i > 0 ? " " : "",
                            g_array_index (chosen, SpEvidence, i).span.start / 10);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
cites_the_best_places_first (void)
{
  static const struct
  {
    const char *condition;
    const char *observations;
    const char *sentences;
  } cases[] = {
    { "\"A\"", "A@4 A@7", "4 7" },
    { "{\"any\": [\"A\", \"B\"]}", "A@4 B@2 C@1", "4 2" },
    { "{\"all\": [\"A\"], \"none\": [\"B\"]}", "A@4", "4" },
    { "{\"any\": [{\"all\": [\"A\", \"B\"]}, \"C\"]}", "A@1 C@3", "3" },
    /* The same words are cited once. */
    { "{\"all\": [\"A\", \"B\"]}", "A@4 B@4", "4" },
    /* Each name has its say before any has a second one. */
    { "{\"all\": [\"A\", \"B\"]}", "A@1 A@2 A@3 A@4 A@5 A@6 B@9", "1 9 2 3 4" },
    /* What speaks for two names comes before what speaks for one. */
    { "{\"all\": [\"A\", \"B\"]}", "A@1 B@2 A@6 B@6", "6 1 2" },
    { "{\"together\": {\"of\": [\"A\", \"B\"], \"in\": \"segment\"}}", "A@0 A@4 B@5", "4 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentences = cite (cases[i].condition, cases[i].observations);

      g_assert_cmpstr (sentences, ==, cases[i].sentences);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/condition/holds_as_written", holds_as_written);
  g_test_add_func ("/core/condition/refuses_what_makes_no_sense", refuses_what_makes_no_sense);
  g_test_add_func ("/core/condition/knows_which_conditions_leave_nothing_to_cite",
                   knows_which_conditions_leave_nothing_to_cite);
  g_test_add_func ("/core/condition/cites_the_best_places_first", cites_the_best_places_first);
  return g_test_run ();
}
