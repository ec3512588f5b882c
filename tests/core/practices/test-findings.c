/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include <string.h>

#include "sp-json-private.h"

#define ARCHIVED                                                                                            \
  "> *The following text is extracted and transformed from the heron-kites.test privacy policy that was"   \
  " archived on %s.*"

static SpFindingRegistry *registry;
static JsonObject *fixtures;
static JsonObject *texts;

/* “{policy}” by the text of that name, “{archived DATE}” by what a web archive puts on top. */
static char *
expand (const char *template)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit_set (template, "{}", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (i % 2 == 0)
      g_string_append (text, parts[i]);
    else if (g_str_has_prefix (parts[i], "archived "))
      g_string_append_printf (text, ARCHIVED, parts[i] + strlen ("archived "));
    else
      g_string_append (text, json_object_get_string_member (texts, parts[i]));
  g_string_replace (text, " || ", "\n\n", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SpPractices *
read_practices (const char *line, gboolean is_whole)
{
  g_autoptr (SpSegmentation) segmentation = NULL;
  g_autofree char *text = NULL;

  if (is_whole)
    {
      text = expand (line);
      return test_practices_new_for_file (registry, text);
    }
  segmentation = test_text_segment (line);
  return test_practices_new (registry, segmentation);
}

static char *
describe (const char *text, gboolean is_whole, const char *id, const char **variant)
{
  g_autoptr (SpPractices) practices = read_practices (text, is_whole);
  guint n;
  const SpDetection *detections = sp_practices_get_detections (practices, &n);

  *variant = NULL;
  for (guint i = 0; i < n && *variant == NULL; i++)
    if (g_str_equal (detections[i].detector->id, id))
      *variant = detections[i].variant != NULL ? detections[i].variant : "plain";
  return test_practices_describe (practices);
}

/* Each line "sentence => variant", or without an arrow for what must not fire. All are tried before the
 * test fails, so that one run shows every miss. */
static guint
count_wrong (const char *id, JsonObject *fixture, const char *member)
{
  JsonArray *lines = sp_json_get_array (fixture, member);
  gboolean is_whole = sp_json_get_boolean (fixture, "whole", FALSE);
  guint wrong = 0;

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      g_auto (GStrv) parts = g_strsplit (json_array_get_string_element (lines, i), " => ", 2);
      const char *variant;
      g_autofree char *found = describe (parts[0], is_whole, id, &variant);

      if (g_strcmp0 (variant, parts[1]) == 0)
        continue;
      g_test_message ("%s: “%s”: expected %s, found %s (all: %s)", id, parts[0],
                      parts[1] != NULL ? parts[1] : "nothing", variant != NULL ? variant : "nothing", found);
      wrong++;
    }
  return wrong;
}

static void
fires_where_it_must_and_nowhere_else (gconstpointer data)
{
  const char *id = data;
  JsonObject *fixture = json_object_get_object_member (fixtures, id);
  guint wrong = count_wrong (id, fixture, "fires") + count_wrong (id, fixture, "silent");

  g_assert_cmpuint (wrong, ==, 0);
}

static void
has_fixtures_for_every_finding (void)
{
  for (guint i = 0; i < sp_finding_registry_get_n_detectors (registry); i++)
    {
      const SpDetector *detector = sp_finding_registry_get_detector (registry, i);
      JsonObject *fixture = sp_json_get_object (fixtures, detector->id);

      if (!detector->is_finding)
        continue;
      g_test_message ("%s", detector->id);
      g_assert_nonnull (fixture);
      g_assert_cmpuint (json_array_get_length (sp_json_get_array (fixture, "fires")), >=, 6);
      g_assert_cmpuint (json_array_get_length (sp_json_get_array (fixture, "silent")), >=, 6);
    }
}

/* Section 8.9 of the rubric. */
static void
gives_no_verdicts (void)
{
  static const char *const words[] = { "compliant", "illegal", " safe ", "violat", "unlawful", "you can trust" };

  for (guint i = 0; i < sp_finding_registry_get_n_detectors (registry); i++)
    {
      const SpDetector *detector = sp_finding_registry_get_detector (registry, i);
      g_autofree char *text = g_strjoin (" ", detector->title != NULL ? detector->title : "",
                                         detector->explanation != NULL ? detector->explanation : "",
                                         detector->why != NULL ? detector->why : "",
                                         detector->advice != NULL ? detector->advice : "", NULL);

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        g_assert_null (strstr (text, words[j]));
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GList) ids = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "practices", "findings.json", NULL);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  root = sp_json_parse (data, -1, NULL);
  fixtures = sp_json_get_object (json_node_get_object (root), "findings");
  texts = sp_json_get_object (json_node_get_object (root), "texts");
  registry = test_registry_new ();

  ids = json_object_get_members (fixtures);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      g_autofree char *name = g_strdup_printf ("/core/findings/%s", (const char *) l->data);

      g_test_add_data_func (name, l->data, fires_where_it_must_and_nowhere_else);
    }
  g_test_add_func ("/core/findings/has_fixtures_for_every_finding", has_fixtures_for_every_finding);
  g_test_add_func ("/core/findings/gives_no_verdicts", gives_no_verdicts);
  result = g_test_run ();
  sp_finding_registry_unref (registry);
  return result;
}
