/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-finding-registry-private.h"

#include <string.h>

#include "sp-error.h"
#include "sp-json-private.h"
#include "sp-ontology-private.h"
#include "sp-resource.h"

#define CLASSES_FILE "knowledge/lexicons/en/classes.json"
#define CONTEXTS_FILE "knowledge/lexicons/en/contexts.json"
#define FRAMES_FILE "knowledge/lexicons/en/frames.json"
#define ONTOLOGY_FILE "knowledge/ontology.json"
#define FINDINGS_FILE "knowledge/findings.json"
#define DETECTORS_FILE "knowledge/detectors.json"
#define CONTRADICTIONS_FILE "knowledge/contradictions.json"
#define PACK_DETECTORS_FILE "knowledge/pack-detectors.json"

struct _SpFindingRegistry
{
  gatomicrefcount ref_count;
  char *version;            /* (owned) */
  char *language;           /* (owned) */
  SpVocabulary *vocabulary; /* (owned) */
  SpPolarity *polarity;     /* (owned) */
  SpContextRules *contexts; /* (owned) */
  SpFrameLexicon *frames;   /* (owned) (nullable): in tests of detectors alone */
  SpOntology *ontology;     /* (owned) (nullable): likewise */
  SpRuleSet *match;         /* (owned): owners are indices in @rules */
  GPtrArray *rules;         /* (owned) (element-type SpFindingRule) */
  SpContradictionRules *contradictions; /* (owned) (nullable): %NULL if loaded without */
  GHashTable *by_id;        /* (owned): id → SpFindingRule */
};

static SpFindingRegistry *
new_empty (void)
{
  SpFindingRegistry *self = g_new0 (SpFindingRegistry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->vocabulary = sp_vocabulary_new ();
  self->match = sp_rule_set_new ();
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_finding_rule_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static gboolean
add_row (SpFindingRegistry *self, JsonObject *row, gboolean is_finding, GError **error)
{
  SpFindingKnowledge knowledge = { self->match, self->contexts, self->ontology, self->vocabulary };
  SpFindingRule *rule = sp_finding_rule_new (&knowledge, row, is_finding, self->rules->len, error);

  if (rule == NULL)
    {
      g_prefix_error (error, "%s: ", sp_json_get_string (row, "id"));
      return FALSE;
    }
  g_ptr_array_add (self->rules, rule);
  if (g_hash_table_insert (self->by_id, (gpointer) rule->detector.id, rule))
    return TRUE;
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "%s exists twice", rule->detector.id);
  return FALSE;
}

static gboolean
add_rows (SpFindingRegistry *self, JsonArray *rows, gboolean is_finding, GError **error)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);

      if (!JSON_NODE_HOLDS_OBJECT (row))
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "row %u is no object", i);
          return FALSE;
        }
      if (!add_row (self, json_node_get_object (row), is_finding, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_classes (SpFindingRegistry *self, JsonObject *file, GError **error)
{
  JsonObject *classes = sp_json_get_object (file, "classes");

  if (classes != NULL)
    return sp_vocabulary_add_classes (self->vocabulary, classes, error);
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "an object “classes” is missing");
  return FALSE;
}

static gboolean
check_ids (const SpFindingRegistry *self, const char *of, GStrv ids, GError **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (ids[i], strcspn (ids[i], ":"));

      if (sp_finding_registry_find (self, id) == NULL)
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "%s: there is no detector “%s”", of, ids[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/* Called once, when the last row has added its words. */
static gboolean
finish (SpFindingRegistry *self, GError **error)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const SpFindingRule *rule = self->rules->pdata[i];

      if (!check_ids (self, rule->detector.id, rule->lacks, error))
        return FALSE;
      for (guint j = 0; j < rule->cases->len; j++)
        if (!check_ids (self, rule->detector.id, ((SpDocumentCase *) rule->cases->pdata[j])->cite, error))
          return FALSE;
      for (guint j = 0; j < rule->variants->len; j++)
        {
          const SpFindingVariant *variant = rule->variants->pdata[j];

          if (!check_ids (self, rule->detector.id, variant->lacks, error)
              || !check_ids (self, rule->detector.id, variant->has, error))
            return FALSE;
        }
    }

  sp_rule_set_index (self->match, self->vocabulary);
  sp_context_rules_index (self->contexts, self->vocabulary);
  if (self->frames != NULL)
    sp_frame_lexicon_index (self->frames, self->vocabulary);
  self->polarity = sp_polarity_new (self->vocabulary, error);
  return self->polarity != NULL;
}

static gboolean
load_language (SpFindingRegistry *self, JsonObject *classes, JsonObject *contexts, GError **error)
{
  self->language = g_strdup (sp_json_require_string (classes, "language", error));
  if (self->language == NULL || !add_classes (self, classes, error))
    {
      g_prefix_error (error, "%s: ", CLASSES_FILE);
      return FALSE;
    }
  if (add_classes (self, contexts, error))
    self->contexts = sp_context_rules_new (contexts, self->vocabulary, error);
  if (self->contexts == NULL)
    g_prefix_error (error, "%s: ", CONTEXTS_FILE);
  return self->contexts != NULL;
}

static gboolean
load_frames (SpFindingRegistry *self, GError **error)
{
  g_autoptr (JsonNode) frames = sp_json_parse_resource (FRAMES_FILE, error);
  g_autoptr (JsonNode) ontology = frames != NULL ? sp_json_parse_resource (ONTOLOGY_FILE, error) : NULL;

  if (ontology == NULL)
    return FALSE;
  self->frames = sp_frame_lexicon_new (json_node_get_object (frames), self->vocabulary, error);
  if (self->frames == NULL)
    {
      g_prefix_error (error, "%s: ", FRAMES_FILE);
      return FALSE;
    }
  self->ontology = sp_ontology_new (json_node_get_object (ontology), self->vocabulary, error);
  if (self->ontology == NULL)
    g_prefix_error (error, "%s: ", ONTOLOGY_FILE);
  return self->ontology != NULL;
}

static gboolean
load_rows (SpFindingRegistry *self, const char *name, const char *member, gboolean is_finding,
           GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse_resource (name, error);
  const char *version;
  JsonArray *rows;

  if (root == NULL)
    return FALSE;
  version = sp_json_require_string (json_node_get_object (root), "version", error);
  rows = version != NULL ? sp_json_require_array (json_node_get_object (root), member, error) : NULL;
  if (rows != NULL && add_rows (self, rows, is_finding, error))
    {
      if (is_finding)
        self->version = g_strdup (version);
      return TRUE;
    }
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

static gboolean
check_names (const SpFindingRegistry *self, const GArray *names, GError **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *id[] = { g_array_index (names, SpDetectionName, i).id, NULL };

      if (!check_ids (self, "pairs", (GStrv) id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_contradictions (const SpFindingRegistry *self, GError **error)
{
  GPtrArray *pairs = sp_contradiction_rules_get_pairs (self->contradictions);
  GPtrArray *announcements = sp_contradiction_rules_get_announcements (self->contradictions);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SpContradictionPair *pair = pairs->pdata[i];

      if (!check_names (self, pair->a, error) || !check_names (self, pair->b, error))
        return FALSE;
    }
  for (guint i = 0; i < announcements->len; i++)
    {
      const char *id[] = { ((SpAnnouncement *) announcements->pdata[i])->detector, NULL };

      if (!check_ids (self, "announcements", (GStrv) id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_contradictions (SpFindingRegistry *self, GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse_resource (CONTRADICTIONS_FILE, error);

  if (root == NULL)
    return FALSE;
  self->contradictions = sp_contradiction_rules_new (json_node_get_object (root), error);
  if (self->contradictions != NULL && check_contradictions (self, error))
    return TRUE;
  g_prefix_error (error, "%s: ", CONTRADICTIONS_FILE);
  return FALSE;
}

static gboolean
load (SpFindingRegistry *self, GError **error)
{
  g_autoptr (JsonNode) classes = sp_json_parse_resource (CLASSES_FILE, error);
  g_autoptr (JsonNode) contexts = classes != NULL ? sp_json_parse_resource (CONTEXTS_FILE, error) : NULL;

  return contexts != NULL
         && load_language (self, json_node_get_object (classes), json_node_get_object (contexts), error)
         && load_frames (self, error)
         && load_rows (self, FINDINGS_FILE, "findings", TRUE, error)
         && load_rows (self, DETECTORS_FILE, "detectors", FALSE, error)
         && load_rows (self, PACK_DETECTORS_FILE, "detectors", FALSE, error)
         && load_contradictions (self, error)
         && finish (self, error);
}

/**
 * sp_finding_registry_new_from_resource:
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the file, the row and the pattern that is wrong.
 *
 * Returns: (transfer full): all detectors
 */
SpFindingRegistry *
sp_finding_registry_new_from_resource (GError **error)
{
  g_autoptr (SpFindingRegistry) self = new_empty ();

  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sp_finding_registry_new_from_json:
 * @classes: what classes.json would hold
 * @contexts: what contexts.json would hold
 * @rows: detectors, as in findings.json
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): a registry of these rows
 */
SpFindingRegistry *
sp_finding_registry_new_from_json (JsonObject *classes, JsonObject *contexts, JsonArray *rows,
                                   GError **error)
{
  g_autoptr (SpFindingRegistry) self = new_empty ();

  self->version = g_strdup ("0");
  if (!load_language (self, classes, contexts, error) || !add_rows (self, rows, TRUE, error)
      || !finish (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

SpFindingRegistry *
sp_finding_registry_ref (SpFindingRegistry *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_finding_registry_unref (SpFindingRegistry *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->version);
  g_free (self->language);
  g_clear_pointer (&self->contexts, sp_context_rules_free);
  g_clear_pointer (&self->contradictions, sp_contradiction_rules_free);
  g_clear_pointer (&self->polarity, sp_polarity_free);
  g_clear_pointer (&self->frames, sp_frame_lexicon_free);
  g_clear_pointer (&self->ontology, sp_ontology_free);
  sp_rule_set_free (self->match);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->rules);
  sp_vocabulary_free (self->vocabulary);
  g_free (self);
}

guint
sp_finding_registry_get_n_detectors (const SpFindingRegistry *self)
{
  return self->rules->len;
}

/**
 * sp_finding_registry_get_detector:
 *
 * Returns: (transfer none): detector @index, in the order of the files
 */
const SpDetector *
sp_finding_registry_get_detector (const SpFindingRegistry *self, guint index)
{
  return &sp_finding_registry_get_rule (self, index)->detector;
}

/**
 * sp_finding_registry_find:
 *
 * Returns: (transfer none) (nullable): the detector of that id
 */
const SpDetector *
sp_finding_registry_find (const SpFindingRegistry *self, const char *id)
{
  const SpFindingRule *rule = g_hash_table_lookup (self->by_id, id);

  return rule != NULL ? &rule->detector : NULL;
}

/**
 * sp_finding_registry_get_version:
 *
 * Returns: the version of findings.json
 */
const char *
sp_finding_registry_get_version (const SpFindingRegistry *self)
{
  return self->version;
}

/**
 * sp_finding_registry_reads:
 * @language: ISO 639-1 code, or "und"
 *
 * Returns: whether the detectors are made for that language; in others they would misread
 */
gboolean
sp_finding_registry_reads (const SpFindingRegistry *self, const char *language)
{
  return g_strcmp0 (self->language, language) == 0;
}

/**
 * sp_finding_registry_get_ontology:
 *
 * Returns: (transfer none) (nullable): the concepts that statements are made of
 */
const SpOntology *
sp_finding_registry_get_ontology (const SpFindingRegistry *self)
{
  return self->ontology;
}

const SpFrameLexicon *
sp_finding_registry_get_frames (const SpFindingRegistry *self)
{
  return self->frames;
}

const SpVocabulary *
sp_finding_registry_get_vocabulary (const SpFindingRegistry *self)
{
  return self->vocabulary;
}

const SpPolarity *
sp_finding_registry_get_polarity (const SpFindingRegistry *self)
{
  return self->polarity;
}

const SpContextRules *
sp_finding_registry_get_contexts (const SpFindingRegistry *self)
{
  return self->contexts;
}

/**
 * sp_finding_registry_get_match:
 *
 * Returns: (transfer none): the "match" patterns of all rows; owners are indices of rules
 */
const SpRuleSet *
sp_finding_registry_get_match (const SpFindingRegistry *self)
{
  return self->match;
}

const SpFindingRule *
sp_finding_registry_get_rule (const SpFindingRegistry *self, guint index)
{
  return self->rules->pdata[index];
}

/**
 * sp_finding_registry_get_contradictions:
 *
 * Returns: (transfer none) (nullable): what is hard to reconcile; %NULL if the registry was made
 *   without such rules
 */
const SpContradictionRules *
sp_finding_registry_get_contradictions (const SpFindingRegistry *self)
{
  return self->contradictions;
}
