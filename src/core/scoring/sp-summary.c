/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-assessment.h"
#include "sp-error.h"

/* So many things are named before “and more”. */
#define MAX_LISTED 6

/* Reading */

static void
point_rule_free (SpPointRule *rule)
{
  g_clear_pointer (&rule->when, sp_condition_free);
  g_clear_pointer (&rule->list, sp_condition_free);
  g_free (rule);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPointRule, point_rule_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpTopic, sp_topic_free)

void
sp_topic_free (SpTopic *self)
{
  g_ptr_array_unref (self->points);
  g_free (self);
}

static gboolean
read_point (JsonObject *object, const SpConditionScope *scope, SpTopic *topic, GError **error)
{
  g_autoptr (SpPointRule) rule = g_new0 (SpPointRule, 1);
  const char *severity = sp_json_require_string (object, "severity", error);
  JsonNode *when = json_object_get_member (object, "when");
  JsonNode *list = json_object_get_member (object, "list");

  rule->text = severity != NULL ? sp_json_require_string (object, "text", error) : NULL;
  if (rule->text == NULL)
    return FALSE;
  if (!sp_severity_parse (severity, &rule->severity) || when == NULL)
    return sp_refuse_knowledge (error, "a sentence needs a severity and “when”");
  if ((list != NULL) != (strstr (rule->text, "%s") != NULL))
    return sp_refuse_knowledge (error, "“%%s” in a sentence and “list” belong together");

  rule->when = sp_condition_new (when, scope, error);
  if (rule->when == NULL)
    return FALSE;
  if (!sp_condition_is_positive (rule->when))
    return sp_refuse_knowledge (error, "a sentence could be said without a clause to show for it");
  if (list != NULL && (rule->list = sp_condition_new (list, scope, error)) == NULL)
    return FALSE;
  g_ptr_array_add (topic->points, g_steal_pointer (&rule));
  return TRUE;
}

static gboolean
read_topic (JsonObject *object, const SpConditionScope *scope, GPtrArray *topics, GError **error)
{
  g_autoptr (SpTopic) topic = g_new0 (SpTopic, 1);
  JsonArray *points;

  topic->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_rule_free);
  topic->id = sp_json_require_string (object, "topic", error);
  points = topic->id != NULL ? sp_json_require_array (object, "points", error) : NULL;
  if (points == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (points); i++)
    if (!read_point (json_array_get_object_element (points, i), scope, topic, error))
      {
        g_prefix_error (error, "summary, %s: ", topic->id);
        return FALSE;
      }
  g_ptr_array_add (topics, g_steal_pointer (&topic));
  return TRUE;
}

/**
 * sp_rubric_read_topics:
 * @topics: (element-type SpTopic): filled
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: whether all was there
 */
gboolean
sp_rubric_read_topics (JsonObject *object, const SpConditionScope *scope, GPtrArray *topics,
                       GError **error)
{
  JsonArray *rows = sp_json_require_array (object, "summary", error);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    if (!read_topic (json_array_get_object_element (rows, i), scope, topics, error))
      return FALSE;
  return rows != NULL;
}

/* Writing */

static void
key_point_free (SpKeyPoint *point)
{
  g_free (point->text);
  g_array_unref (point->evidence);
  g_free (point);
}

static char *
list_titles (const SpRubric *rubric, const SpCondition *list, const SpObservations *observations)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  sp_condition_list_names (list, observations, names);
  n = MIN (names->len, MAX_LISTED);
  for (guint i = 0; i < n; i++)
    {
      const SpDetector *detector = rubric->registry != NULL
                                     ? sp_finding_registry_find (rubric->registry, names->pdata[i])
                                     : NULL;

      if (i > 0)
        g_string_append (text, i + 1 == names->len ? _(" and ") : _(", "));
      g_string_append (text, detector != NULL ? _(detector->title) : names->pdata[i]);
    }
  if (names->len > n)
    g_string_append (text, _(" and more"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SpKeyPoint *
write_point (const SpRubric *rubric, const SpTopic *topic, const SpPointRule *rule,
             const SpObservations *observations)
{
  SpKeyPoint *point = g_new0 (SpKeyPoint, 1);
  g_autoptr (GString) text = g_string_new (_(rule->text));
  g_autoptr (GPtrArray) groups = sp_citations_new ();

  if (rule->list != NULL)
    {
      g_autofree char *titles = list_titles (rubric, rule->list, observations);

      g_string_replace (text, "%s", titles, 1);
    }
  sp_condition_cite (rule->when, observations, groups);
  point->topic = topic->id;
  point->severity = rule->severity;
  point->text = g_string_free (g_steal_pointer (&text), FALSE);
  point->evidence = sp_citations_choose (groups);
  return point;
}

static SpKeyPoint *
write_topic (const SpRubric *rubric, const SpTopic *topic, const SpObservations *observations)
{
  for (guint i = 0; i < topic->points->len; i++)
    {
      const SpPointRule *rule = topic->points->pdata[i];

      if (sp_condition_holds (rule->when, observations))
        return write_point (rubric, topic, rule, observations);
    }
  return NULL;
}

/**
 * sp_summary_write:
 *
 * Says in plain sentences what the policy says, topic by topic, and nothing that no clause says.
 *
 * Returns: (transfer full) (element-type SpKeyPoint): at most %SP_MAX_KEY_POINTS
 */
GPtrArray *
sp_summary_write (const SpRubric *rubric, const SpObservations *observations)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) key_point_free);

  for (guint i = 0; i < rubric->topics->len && points->len < SP_MAX_KEY_POINTS; i++)
    {
      SpKeyPoint *point = write_topic (rubric, rubric->topics->pdata[i], observations);

      if (point != NULL)
        g_ptr_array_add (points, point);
    }
  return points;
}
