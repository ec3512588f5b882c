/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include "sp-json-private.h"

static SpFindingRegistry *registry;
static JsonArray *rows;
static JsonObject *pack_rows; /* by detector */

#define N_PACK_SENTENCES 3

static guint
count_wrong (SpPractices *practices, JsonObject *row, const char *member, gboolean must_fire)
{
  JsonArray *ids = sp_json_get_array (row, member);
  guint wrong = 0;

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      const char *id = json_array_get_string_element (ids, i);

      g_assert_nonnull (sp_finding_registry_find (registry, id));
      if ((sp_practices_count (practices, id, NULL) > 0) == must_fire)
        continue;
      g_test_message ("%s %s in “%s”", id, must_fire ? "is silent" : "fires",
                      sp_json_get_string (row, "text"));
      wrong++;
    }
  return wrong;
}

/* All rows are tried before the test fails, so that one run shows every miss. */
static void
fire_where_they_must_and_not_beside_it (void)
{
  guint wrong = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autoptr (SpSegmentation) segmentation = test_text_segment (sp_json_get_string (row, "text"));
      g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);

      wrong += count_wrong (practices, row, "fires", TRUE);
      wrong += count_wrong (practices, row, "silent", FALSE);
    }
  g_assert_cmpuint (wrong, ==, 0);
}

static gboolean
is_named (const char *id, const char *member)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *ids = sp_json_get_array (json_array_get_object_element (rows, i), member);

      for (guint j = 0; ids != NULL && j < json_array_get_length (ids); j++)
        if (g_str_equal (json_array_get_string_element (ids, j), id))
          return TRUE;
    }
  return FALSE;
}

static guint
count_wrong_sentences (const char *id, const char *member, gboolean must_fire)
{
  JsonArray *texts = sp_json_get_array (sp_json_get_object (pack_rows, id), member);
  guint wrong = 0;

  g_assert_nonnull (sp_finding_registry_find (registry, id));
  g_assert_cmpuint (json_array_get_length (texts), >=, N_PACK_SENTENCES);
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      const char *text = json_array_get_string_element (texts, i);
      g_autoptr (SpSegmentation) segmentation = test_text_segment (text);
      g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);

      if ((sp_practices_count (practices, id, NULL) > 0) == must_fire)
        continue;
      g_test_message ("%s %s in “%s”", id, must_fire ? "is silent" : "fires", text);
      wrong++;
    }
  return wrong;
}

static void
of_packs_fire_three_times_and_pass_three_near_misses (void)
{
  g_autoptr (GList) ids = json_object_get_members (pack_rows);
  guint wrong = 0;

  for (GList *l = ids; l != NULL; l = l->next)
    wrong += count_wrong_sentences (l->data, "fires", TRUE) + count_wrong_sentences (l->data, "silent", FALSE);
  g_assert_cmpuint (wrong, ==, 0);
}

/* Findings have a file of fixtures of their own. */
static void
have_a_fixture_each (void)
{
  guint missing = 0;

  for (guint i = 0; i < sp_finding_registry_get_n_detectors (registry); i++)
    {
      const SpDetector *detector = sp_finding_registry_get_detector (registry, i);

      if (detector->is_finding || json_object_has_member (pack_rows, detector->id)
          || (is_named (detector->id, "fires") && is_named (detector->id, "silent")))
        continue;
      g_test_message ("%s has no sentence that fires, or no near miss", detector->id);
      missing++;
    }
  g_assert_cmpuint (missing, ==, 0);
}

static JsonNode *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "scoring", name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  root = sp_json_parse (data, -1, &error);
  g_assert_no_error (error);
  return root;
}

int
main (int argc, char *argv[])
{
  g_autoptr (JsonNode) sentences = NULL;
  g_autoptr (JsonNode) pack_sentences = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  sentences = read_fixture ("detectors.json");
  rows = sp_json_get_array (json_node_get_object (sentences), "sentences");
  pack_sentences = read_fixture ("pack-detectors.json");
  pack_rows = sp_json_get_object (json_node_get_object (pack_sentences), "detectors");
  registry = test_registry_new ();

  g_test_add_func ("/core/detectors/fire_where_they_must_and_not_beside_it",
                   fire_where_they_must_and_not_beside_it);
  g_test_add_func ("/core/detectors/of_packs_fire_three_times_and_pass_three_near_misses",
                   of_packs_fire_three_times_and_pass_three_near_misses);
  g_test_add_func ("/core/detectors/have_a_fixture_each", have_a_fixture_each);
  result = g_test_run ();
  sp_finding_registry_unref (registry);
  return result;
}
