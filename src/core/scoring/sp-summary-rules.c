/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-summary-rules.h"

#include <string.h>

#include "sp-error.h"

#define RESOURCE "knowledge/summary.json"

static void
phrase_free (SpPhrase *phrase)
{
  g_clear_pointer (&phrase->when, sp_condition_free);
  g_free (phrase);
}

static void
point_rule_free (SpPointRule *rule)
{
  g_clear_pointer (&rule->when, sp_condition_free);
  g_clear_pointer (&rule->list, g_ptr_array_unref);
  g_free (rule);
}

static void
topic_free (SpTopic *topic)
{
  g_ptr_array_unref (topic->points);
  g_free (topic);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPhrase, phrase_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPointRule, point_rule_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpTopic, topic_free)

/* Nothing is said that no clause says. */
static SpCondition *
read_condition (JsonNode *node, const SpConditionScope *scope, GError **error)
{
  g_autoptr (SpCondition) condition = sp_condition_new (node, scope, error);

  if (condition != NULL && !sp_condition_is_positive (condition))
    {
      sp_refuse_knowledge (error, "a sentence could be said without a clause to show for it");
      return NULL;
    }
  return g_steal_pointer (&condition);
}

static gboolean
read_phrase (JsonObject *object, const SpConditionScope *scope, GPtrArray *list, GError **error)
{
  g_autoptr (SpPhrase) phrase = g_new0 (SpPhrase, 1);
  JsonNode *when = json_object_get_member (object, "when");

  phrase->text = sp_json_require_string (object, "text", error);
  if (phrase->text == NULL)
    return FALSE;
  if (when == NULL)
    return sp_refuse_knowledge (error, "“%s” needs “when”", phrase->text);
  phrase->when = read_condition (when, scope, error);
  if (phrase->when == NULL)
    return FALSE;
  g_ptr_array_add (list, g_steal_pointer (&phrase));
  return TRUE;
}

static gboolean
read_list (SpSummaryRules *self, const char *name, JsonArray *rows, const SpConditionScope *scope,
           GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!read_phrase (json_array_get_object_element (rows, i), scope, list, error))
      return FALSE;
  g_hash_table_insert (self->lists, (gpointer) name, g_steal_pointer (&list));
  return TRUE;
}

static gboolean
read_lists (SpSummaryRules *self, JsonObject *lists, const SpConditionScope *scope, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (lists);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonArray *rows = sp_json_require_array (lists, l->data, error);

      if (rows == NULL || !read_list (self, l->data, rows, scope, error))
        {
          g_prefix_error (error, "list %s: ", (const char *) l->data);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_list_name (const SpSummaryRules *self, JsonObject *object, SpPointRule *rule, GError **error)
{
  const char *name = sp_json_get_string (object, "list");
  const char *quoted = sp_json_get_string (object, "quoted");
  GPtrArray *list = name != NULL ? g_hash_table_lookup (self->lists, name) : NULL;

  if (name != NULL && list == NULL)
    return sp_refuse_knowledge (error, "no list is named “%s”", name);
  if ((list != NULL || quoted != NULL) != (strstr (rule->text, "%s") != NULL))
    return sp_refuse_knowledge (error, "“%%s” in a sentence belongs to “list” or “quoted”");
  rule->list = list != NULL ? g_ptr_array_ref (list) : NULL;
  rule->quoted = g_intern_string (quoted);
  return TRUE;
}

static gboolean
read_point (const SpSummaryRules *self, JsonObject *object, const SpConditionScope *scope, SpTopic *topic,
            GError **error)
{
  g_autoptr (SpPointRule) rule = g_new0 (SpPointRule, 1);
  const char *severity = sp_json_require_string (object, "severity", error);
  JsonNode *when = json_object_get_member (object, "when");

  rule->text = severity != NULL ? sp_json_require_string (object, "text", error) : NULL;
  if (rule->text == NULL || !read_list_name (self, object, rule, error))
    return FALSE;
  if (!sp_severity_parse (severity, &rule->severity) || (when == NULL && rule->list == NULL))
    return sp_refuse_knowledge (error, "a sentence needs a severity, and “when” or a list");
  if (when != NULL && (rule->when = read_condition (when, scope, error)) == NULL)
    return FALSE;
  g_ptr_array_add (topic->points, g_steal_pointer (&rule));
  return TRUE;
}

static gboolean
read_topic (SpSummaryRules *self, JsonObject *object, const SpConditionScope *scope, GError **error)
{
  g_autoptr (SpTopic) topic = g_new0 (SpTopic, 1);
  JsonArray *points;

  topic->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_rule_free);
  topic->id = sp_json_require_string (object, "topic", error);
  points = topic->id != NULL ? sp_json_require_array (object, "points", error) : NULL;
  if (points == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (points); i++)
    if (!read_point (self, json_array_get_object_element (points, i), scope, topic, error))
      {
        g_prefix_error (error, "%s: ", topic->id);
        return FALSE;
      }
  g_ptr_array_add (self->topics, g_steal_pointer (&topic));
  return TRUE;
}

static gboolean
read_topics (SpSummaryRules *self, JsonObject *object, const SpConditionScope *scope, GError **error)
{
  JsonArray *rows = sp_json_require_array (object, "topics", error);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    if (!read_topic (self, json_array_get_object_element (rows, i), scope, error))
      return FALSE;
  return rows != NULL;
}

static SpSummaryRules *
rules_new (JsonNode *root, const SpConditionScope *scope, GError **error)
{
  g_autoptr (SpSummaryRules) self = g_new0 (SpSummaryRules, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *lists = object != NULL ? sp_json_get_object (object, "lists") : NULL;

  self->root = root;
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->topics = g_ptr_array_new_with_free_func ((GDestroyNotify) topic_free);
  if (lists == NULL)
    sp_refuse_knowledge (error, "a summary is an object with “lists”");
  if (lists == NULL || !read_lists (self, lists, scope, error) || !read_topics (self, object, scope, error))
    {
      g_prefix_error (error, RESOURCE ": ");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * sp_summary_rules_new_from_json:
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the topic or list and what is wrong in it; %SP_ERROR_PARSE.
 *
 * Returns: (transfer full): the rules
 */
SpSummaryRules *
sp_summary_rules_new_from_json (const char *json, const SpConditionScope *scope, GError **error)
{
  JsonNode *root = sp_json_parse (json, -1, error);

  return root != NULL ? rules_new (root, scope, error) : NULL;
}

/* As sp_summary_rules_new_from_json(), those of the program. */
SpSummaryRules *
sp_summary_rules_new_from_resource (const SpConditionScope *scope, GError **error)
{
  JsonNode *root = sp_json_parse_resource (RESOURCE, error);

  return root != NULL ? rules_new (root, scope, error) : NULL;
}

void
sp_summary_rules_free (SpSummaryRules *self)
{
  g_hash_table_unref (self->lists);
  g_ptr_array_unref (self->topics);
  json_node_unref (self->root);
  g_free (self);
}
