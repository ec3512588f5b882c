/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include <string.h>

#include "sp-importer.h"
#include "sp-json-private.h"
#include "sp-language-id.h"
#include "sp-readability.h"

/* An outline as for test_segmentation_new(), its lines parted by " || ". */
SpSegmentation *
test_text_segment (const char *text)
{
  g_autoptr (GString) outline = g_string_new (text);

  g_string_replace (outline, " || ", "\n", 0);
  return test_segmentation_new (outline->str);
}

SpFindingRegistry *
test_registry_new (void)
{
  g_autoptr (GError) error = NULL;
  SpFindingRegistry *registry = sp_finding_registry_new_from_resource (&error);

  g_assert_no_error (error);
  return registry;
}

/* One detector, PATTERN, with the real classes and contexts; @members: of its row, as JSON. */
SpFindingRegistry *
test_registry_new_for_row (const char *members, GError **error)
{
  g_autoptr (JsonNode) classes = sp_json_parse_resource ("knowledge/lexicons/en/classes.json", NULL);
  g_autoptr (JsonNode) contexts = sp_json_parse_resource ("knowledge/lexicons/en/contexts.json", NULL);
  g_autofree char *row
    = g_strdup_printf ("{\"rows\": [{\"id\": \"PATTERN\", \"title\": \"t\", \"explanation\": \"e\", %s}]}",
                       members);
  g_autoptr (JsonNode) rows = sp_json_parse (row, -1, NULL);

  return sp_finding_registry_new_from_json (json_node_get_object (classes), json_node_get_object (contexts),
                                            sp_json_get_array (json_node_get_object (rows), "rows"),
                                            error);
}

/* It fires in every context. */
SpFindingRegistry *
test_registry_new_for_pattern (const char *pattern, GError **error)
{
  g_autofree char *escaped = g_strescape (pattern, NULL);
  g_autofree char *members
    = g_strdup_printf ("\"match\": [\"%s\"], \"allow\": [\"definition\", \"advice\", \"other-party\","
                       " \"heading\"]", escaped);

  return test_registry_new_for_row (members, error);
}

/* It fires where something is stated only. */
SpFindingRegistry *
test_registry_new_for_pattern_in_no_context (const char *pattern)
{
  g_autofree char *members = g_strdup_printf ("\"match\": [\"%s\"]", pattern);

  return test_registry_new_for_row (members, NULL);
}

SpPractices *
test_practices_new (SpFindingRegistry *registry, SpSegmentation *segmentation)
{
  g_autoptr (SpTagger) tagger = sp_tagger_new_without_model (NULL);
  g_autoptr (SpTagging) tagging = sp_tagging_new (segmentation, tagger, NULL);

  return sp_practices_new (&(SpPracticesInput) { segmentation, tagging, NULL, 0, "en" }, registry, NULL);
}

/* The practices of a text file, read from its bytes on like any other. */
SpPractices *
test_practices_new_for_file (SpFindingRegistry *registry, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (SpSource) source = sp_source_new (bytes, "policy", NULL);
  g_autoptr (SpDocument) document = sp_importer_read (source, NULL, NULL);
  g_autoptr (SpSegmentation) segmentation = sp_segmentation_new (document, NULL);
  g_autoptr (SpLexicon) cues = sp_lexicon_new_from_resource (SP_FACTS_LEXICON, NULL);
  g_autoptr (SpTagger) tagger = sp_tagger_new_without_model (NULL);
  g_autoptr (SpTagging) tagging = sp_tagging_new (segmentation, tagger, NULL);
  SpReadability readability;
  SpFacts facts;
  SpPractices *practices;

  sp_readability_measure (segmentation, &readability);
  sp_facts_find (segmentation, cues, &facts);
  practices = sp_practices_new (&(SpPracticesInput) { segmentation, tagging, &facts, readability.words,
                                                      sp_language_identify_document (document).code },
                                registry, NULL);
  sp_facts_clear (&facts);
  return practices;
}

/* "SELL_DENIED/consent OPT_IN/plain", by place and id. */
char *
test_practices_describe (SpPractices *practices)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const SpDetection *detections = sp_practices_get_detections (practices, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", detections[i].detector->id,
                            detections[i].variant != NULL ? detections[i].variant : "plain");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
