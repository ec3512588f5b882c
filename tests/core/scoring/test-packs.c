/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "sp-pack-private.h"

static SpFindingRegistry *registry;

#define ITEM(members) \
  "{\"id\": \"X1\", \"article\": \"1\", \"title\": \"t\", \"looked_for\": \"l\", \"source\": \"s\"" members "}"
#define PACK(members, items) \
  "{\"version\": \"1\", \"id\": \"test\", \"title\": \"Test Act\", \"source\": \"s\", " \
  "\"in_force_from\": \"2020-01-01\"" members ", \"items\": [" items "]}"
#define RULES ", \"rules\": [{\"state\": \"present\", \"when\": \"SELL_DENIED\"}]"

static char *
write_file (const char *content)
{
  g_autofree char *folder = g_dir_make_tmp ("smallprint-packs-XXXXXX", NULL);
  char *path = g_build_filename (folder, "test.json", NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static SpPackSet *
load_with (const char *content)
{
  g_autoptr (SpPackSet) set = sp_pack_set_new_from_resource (registry, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file (content);

  sp_pack_set_add_file (set, path, &error);
  g_assert_no_error (error);
  remove_file (path);
  return g_steal_pointer (&set);
}

static const SpPackCoverage *
find_coverage (GPtrArray *packs, const char *id)
{
  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (((SpPackCoverage *) packs->pdata[i])->pack->id, id))
      return packs->pdata[i];
  g_assert_not_reached ();
}

static const SpPackAnswer *
get_answer (GPtrArray *packs)
{
  return find_coverage (packs, "test")->answers->pdata[0];
}

static void
observe (SpObservations *observations, const char *name, const char *variant)
{
  sp_observations_add (observations, name,
                       (SpObservation) { variant, 0, { 0, sp_span (0, 4) }, 0.8 });
}

static void
of_the_program_name_where_each_item_was_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpPackSet) set = sp_pack_set_new_from_resource (registry, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sp_pack_set_get_n_packs (set), >, 0);
  for (guint i = 0; i < sp_pack_set_get_n_packs (set); i++)
    {
      const SpPackInfo *pack = sp_pack_set_get_pack (set, i);

      g_assert_cmpstr (pack->source, !=, "");
      for (guint j = 0; j < pack->items->len; j++)
        {
          const SpPackItem *item = pack->items->pdata[j];

          g_test_message ("%s", item->id);
          g_assert_cmpuint (strlen (item->source), >, 8);
          g_assert_cmpstr (item->article, !=, "");
          g_assert_cmpstr (item->looked_for, !=, "");
          g_assert_true (isnan (item->prevalence) || pack->prevalence_set != NULL);
        }
    }
}

static void
have_the_ids_of_the_rubric (void)
{
  static const struct
  {
    const char *pack;
    const char *prefix;
    guint n;
  } cases[] = { { "gdpr", "G", 24 },       { "ccpa", "CCPA", 17 },    { "caloppa", "CALOPPA", 6 },
                { "coppa", "COPPA", 8 },   { "lgpd", "LGPD", 16 },    { "pipeda", "PIPEDA", 13 },
                { "vcdpa", "VCDPA", 7 } };
  g_autoptr (SpPackSet) set = sp_pack_set_new_from_resource (registry, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SpPackInfo *pack = sp_pack_set_find (set, cases[i].pack);

      g_assert_cmpuint (pack->items->len, ==, cases[i].n);
      for (guint j = 0; j < pack->items->len; j++)
        {
          g_autofree char *id = g_strdup_printf ("%s%u", cases[i].prefix, j + 1);

          g_assert_cmpstr (((SpPackItem *) pack->items->pdata[j])->id, ==, id);
        }
    }
}

static void
of_the_user_are_refused_with_file_row_and_fault (void)
{
  static const struct
  {
    const char *content;
    const char *fault;
  } cases[] = {
    { "[]", "a pack is an object" },
    { "{", "test.json" },
    { PACK ("", ""), "a pack needs items" },
    { PACK (", \"itemz\": 1", ITEM (RULES)), "unknown member “itemz”" },
    { "{\"version\": \"1\", \"id\": \"Test\", \"title\": \"t\", \"source\": \"s\", "
      "\"in_force_from\": \"2020-01-01\", \"items\": []}", "small letters" },
    { "{\"version\": \"1\", \"id\": \"gdpr\", \"title\": \"t\", \"source\": \"s\", "
      "\"in_force_from\": \"2020-01-01\", \"items\": [" ITEM (RULES) "]}", "“gdpr” exists already" },
    { "{\"version\": \"1\", \"id\": \"test\", \"title\": \"t\", \"source\": \"s\", "
      "\"in_force_from\": \"2020-02-30\", \"items\": [" ITEM (RULES) "]}", "2020-02-30" },
    { PACK ("", ITEM (RULES) ", " ITEM (RULES)), "item 2: X1 exists twice" },
    { PACK ("", ITEM ("")), "item 1: X1: an item" },
    { PACK ("", ITEM (", \"prevalence\": 2" RULES)), "“prevalence”" },
    { PACK ("", ITEM (", \"rules\": [{\"state\": \"present\", \"when\": \"SELL_DENIDE\"}]")),
      "item 1: X1: no detector, tag, fact or statement is named “SELL_DENIDE”" },
    { PACK ("", ITEM (", \"rules\": [{\"state\": \"maybe\", \"when\": \"SELL_DENIED\"}]")), "“present”" },
    { PACK ("", ITEM (", \"rules\": [{\"state\": \"partial\", \"when\": \"SELL_DENIED\"}]")), "“note”" },
    { PACK ("", ITEM (", \"rules\": [{\"state\": \"present\", \"when\": {\"none\": [\"SELL_DENIED\"]}}]")),
      "without a clause" },
    { PACK ("", ITEM (", \"applies_when\": \"SELL_DENIED\"" RULES)), "“not_applicable”" },
    { PACK (", \"hints\": [{\"title\": \"n\"}]", ITEM (RULES)), "hint 1: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpPackSet) set = sp_pack_set_new_from_resource (registry, NULL);
      guint n = sp_pack_set_get_n_packs (set);
      g_autofree char *path = write_file (cases[i].content);
      g_autoptr (GError) error = NULL;

      g_assert_false (sp_pack_set_add_file (set, path, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "test.json"));
      g_assert_nonnull (strstr (error->message, cases[i].fault));
      g_assert_cmpuint (sp_pack_set_get_n_packs (set), ==, n);
      remove_file (path);
    }
}

static void
that_are_no_files_are_refused (void)
{
  g_autoptr (SpPackSet) set = sp_pack_set_new_from_resource (registry, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sp_pack_set_add_file (set, "/nonexistent/ohio.json", &error));
  g_assert_nonnull (strstr (error->message, "ohio.json"));
}

static void
count_words_that_hint_at_the_law (void)
{
  static const struct
  {
    const char *text;
    const char *suggested;
  } cases[] = {
    { "Nothing of the kind.", NULL },
    { "The Ohio Act is here.", "mentions Ohio once" },
    { "OHIO, and ohio.", "mentions Ohio twice" },
    { "Ohio; Ohio: Ohio (Ohio).", "mentions Ohio 4 times" },
    { "New Ohio is elsewhere.", NULL },
    { "New Ohio and Ohio.", "mentions Ohio once" },
    { "See https://www.ohio.gov/ and ask@ohio.example.", NULL },
    { "Ohioans.", NULL },
    { "The OA.", "mentions the OA once" },
    { "oa is no acronym.", NULL },
    { "Ohio and the OA.", "mentions the OA once" },
  };
  g_autoptr (SpPackSet) set = load_with (
    PACK (", \"hints\": [{\"title\": \"the OA\", \"words\": [\"OA\"]}, "
          "{\"title\": \"Ohio\", \"words\": [\"Ohio\"], \"except\": [\"New Ohio\"]}]", ITEM (RULES)));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpObservations) observations = sp_observations_new ();
      SpPackInput input = { observations, cases[i].text };
      g_autoptr (GPtrArray) packs = sp_pack_coverage_find (set, &input);

      g_assert_cmpstr (find_coverage (packs, "test")->suggested, ==, cases[i].suggested);
    }
}

static void
hinted_at_come_first (void)
{
  g_autoptr (SpPackSet) set
    = load_with (PACK (", \"hints\": [{\"title\": \"Ohio\", \"words\": [\"Ohio\"]}]", ITEM (RULES)));
  g_autoptr (SpObservations) observations = sp_observations_new ();
  SpPackInput input = { observations, "Ohio" };
  g_autoptr (GPtrArray) packs = sp_pack_coverage_find (set, &input);

  g_assert_cmpuint (packs->len, ==, sp_pack_set_get_n_packs (set));
  g_assert_cmpstr (((SpPackCoverage *) packs->pdata[0])->pack->id, ==, "test");
  for (guint i = 1; i < packs->len; i++)
    g_assert_null (((SpPackCoverage *) packs->pdata[i])->suggested);
}

static void
were_in_force_at_the_date_of_the_policy_or_not (void)
{
  static const struct
  {
    const char *date;
    SpPackInForce in_force;
  } cases[] = {
    { NULL, SP_PACK_DATE_UNKNOWN },       { "2019-12-31", SP_PACK_NOT_YET_IN_FORCE },
    { "2020-01-01", SP_PACK_IN_FORCE },   { "2024-05-06", SP_PACK_IN_FORCE },
    { "2019", SP_PACK_NOT_YET_IN_FORCE }, { "2020", SP_PACK_IN_FORCE },
    { "2019-12", SP_PACK_NOT_YET_IN_FORCE },
  };
  g_autoptr (SpPackSet) set = load_with (PACK ("", ITEM (RULES)));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpObservations) observations = sp_observations_new ();
      SpPackInput input = { observations, "", cases[i].date };
      g_autoptr (GPtrArray) packs = sp_pack_coverage_find (set, &input);

      g_assert_cmpint (find_coverage (packs, "test")->in_force, ==, cases[i].in_force);
    }
}

#define STATES \
  ", \"applies_when\": {\"any\": [\"SELL_DENIED\", \"SELL_AFFIRMED\", \"COOKIES\"]}" \
  ", \"not_applicable\": \"nobody speaks of it\"" \
  ", \"near\": [{\"of\": [\"COOKIES\"], \"reason\": \"only cookies\"}]" \
  ", \"rules\": [{\"state\": \"present\", \"when\": \"SELL_DENIED:plain\"}, " \
  "{\"state\": \"partial\", \"when\": \"SELL_DENIED\", \"note\": \"not all\"}]"

static void
tell_states_with_clauses_notes_and_near_misses (void)
{
  static const struct
  {
    const char *name;
    const char *variant;
    SpAnswerState state;
    const char *note;
    guint n_evidence;
    const char *reason;
  } cases[] = {
    { "SELL_DENIED", NULL, SP_ANSWER_PRESENT, NULL, 1, NULL },
    { "SELL_DENIED", "exception", SP_ANSWER_PARTIAL, "not all", 1, NULL },
    { "COOKIES", NULL, SP_ANSWER_ABSENT, NULL, 0, "only cookies" },
    { "SELL_AFFIRMED", NULL, SP_ANSWER_ABSENT, NULL, 0, NULL },
    { "CONTACT", NULL, SP_ANSWER_NOT_APPLICABLE, "nobody speaks of it", 0, NULL },
  };
  g_autoptr (SpPackSet) set = load_with (PACK ("", ITEM (STATES)));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpObservations) observations = sp_observations_new ();
      SpPackInput input = { observations, "some text" };
      g_autoptr (GPtrArray) packs = NULL;
      const SpPackAnswer *answer;

      observe (observations, cases[i].name, cases[i].variant);
      packs = sp_pack_coverage_find (set, &input);
      answer = get_answer (packs);
      g_assert_cmpint (answer->state, ==, cases[i].state);
      g_assert_cmpstr (answer->note, ==, cases[i].note);
      g_assert_cmpuint (answer->evidence->len, ==, cases[i].n_evidence);
      g_assert_cmpuint (answer->near_miss->len, ==, cases[i].reason != NULL);
      g_assert_cmpstr (answer->near_miss_reason, ==, cases[i].reason);
    }
}

static void
do_not_miss_what_was_asked_for_only_later (void)
{
  g_autoptr (SpPackSet) set = load_with (PACK ("", ITEM (", \"in_force_from\": \"2023-01-01\"" RULES)));
  g_autoptr (SpObservations) observations = sp_observations_new ();
  SpPackInput input = { observations, "", "2022-12-31" };
  g_autoptr (GPtrArray) early = sp_pack_coverage_find (set, &input);
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GPtrArray) said = NULL;

  g_assert_cmpint (get_answer (early)->state, ==, SP_ANSWER_NOT_APPLICABLE);
  g_assert_nonnull (strstr (get_answer (early)->note, "2023-01-01"));

  input.date = "2023-01-01";
  late = sp_pack_coverage_find (set, &input);
  g_assert_cmpint (get_answer (late)->state, ==, SP_ANSWER_ABSENT);

  observe (observations, "SELL_DENIED", NULL);
  input.date = "2022-12-31";
  said = sp_pack_coverage_find (set, &input);
  g_assert_cmpint (get_answer (said)->state, ==, SP_ANSWER_PRESENT);
}

static void
count_their_states (void)
{
  g_autoptr (SpPackSet) set = sp_pack_set_new_from_resource (registry, NULL);
  g_autoptr (SpObservations) observations = sp_observations_new ();
  SpPackInput input = { observations, "" };
  g_autoptr (GPtrArray) packs = NULL;

  observe (observations, "CONTACT", "details");
  packs = sp_pack_coverage_find (set, &input);
  for (guint i = 0; i < packs->len; i++)
    {
      const SpPackCoverage *coverage = packs->pdata[i];

      g_assert_cmpuint (coverage->n_present + coverage->n_partial + coverage->n_absent
                          + coverage->n_not_applicable,
                        ==, coverage->answers->len);
    }
  g_assert_cmpuint (find_coverage (packs, "gdpr")->n_present, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  registry = sp_finding_registry_new_from_resource (&error);
  g_assert_no_error (error);

  g_test_add_func ("/core/packs/of_the_program_name_where_each_item_was_read",
                   of_the_program_name_where_each_item_was_read);
  g_test_add_func ("/core/packs/have_the_ids_of_the_rubric", have_the_ids_of_the_rubric);
  g_test_add_func ("/core/packs/of_the_user_are_refused_with_file_row_and_fault",
                   of_the_user_are_refused_with_file_row_and_fault);
  g_test_add_func ("/core/packs/that_are_no_files_are_refused", that_are_no_files_are_refused);
  g_test_add_func ("/core/packs/count_words_that_hint_at_the_law", count_words_that_hint_at_the_law);
  g_test_add_func ("/core/packs/hinted_at_come_first", hinted_at_come_first);
  g_test_add_func ("/core/packs/were_in_force_at_the_date_of_the_policy_or_not",
                   were_in_force_at_the_date_of_the_policy_or_not);
  g_test_add_func ("/core/packs/tell_states_with_clauses_notes_and_near_misses",
                   tell_states_with_clauses_notes_and_near_misses);
  g_test_add_func ("/core/packs/do_not_miss_what_was_asked_for_only_later",
                   do_not_miss_what_was_asked_for_only_later);
  g_test_add_func ("/core/packs/count_their_states", count_their_states);
  result = g_test_run ();
  sp_finding_registry_unref (registry);
  return result;
}
