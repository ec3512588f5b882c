/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came nearest to an answer that was not found, and why it is none. */

#include "config.h"

#include "sp-near-miss.h"

#include <glib/gi18n-lib.h>

#include "sp-error.h"

/* Why words do not count in a context of data/knowledge/lexicons/en/contexts.json; a heading comes
 * least near. */
static const struct
{
  const char *context;
  const char *reason;
} contexts[] = {
  { "other-party", N_("It speaks of what others do.") },
  { "definition", N_("It explains a term and does not say what is done.") },
  { "advice", N_("It is advice to you and does not say what is done.") },
};
static const char heading_reason[] = N_("Only a heading or a question speaks of it.");

/* A tag speaks for a whole clause: only where it is sure has the clause to do with the question. */
#define MIN_TAG 0.8

/* Reading */

void
sp_near_free (SpNear *near)
{
  g_ptr_array_unref (near->names);
  g_free (near);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpNear, sp_near_free)

static gboolean
add_near (JsonObject *row, const SpConditionScope *scope, GPtrArray *list, GError **error)
{
  g_autoptr (SpNear) near = g_new0 (SpNear, 1);
  JsonArray *names = sp_json_require_array (row, "of", error);

  near->names = g_ptr_array_new ();
  near->reason = names != NULL ? sp_json_require_string (row, "reason", error) : NULL;
  for (guint i = 0; near->reason != NULL && i < json_array_get_length (names); i++)
    {
      const char *name = json_array_get_string_element (names, i);

      if (name == NULL || (scope->is_known != NULL && !scope->is_known (name, NULL, scope->user_data)))
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "“near”: nothing is named “%s”", name);
          return FALSE;
        }
      g_ptr_array_add (near->names, (gpointer) g_intern_string (name));
    }
  if (near->reason != NULL)
    g_ptr_array_add (list, g_steal_pointer (&near));
  return near == NULL;
}

/**
 * sp_near_read:
 * @question: a row of rubric.json or of a pack, in which "near" may stand:
 *   [{"of": [names of detectors, tags and facts], "reason": why none of them is an answer}]
 * @near: (element-type SpNear): gains what stands there
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 */
gboolean
sp_near_read (JsonObject *question, const SpConditionScope *scope, GPtrArray *near, GError **error)
{
  JsonArray *rows = sp_json_get_array (question, "near");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);

      if (!JSON_NODE_HOLDS_OBJECT (row))
        return sp_refuse_knowledge (error, "“near” holds objects");
      if (!add_near (json_node_get_object (row), scope, near, error))
        return FALSE;
    }
  return TRUE;
}

/* Finding */

static gboolean
is_near (const char *name, const SpObservation *place)
{
  return !g_str_has_prefix (name, "tag:") || place->confidence >= MIN_TAG;
}

/* The surest place of @name, the first of equals. */
static const SpObservation *
find_surest (const SpObservations *observations, const char *name)
{
  GArray *places = sp_observations_lookup (observations, name);
  const SpObservation *surest = NULL;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const SpObservation *place = &g_array_index (places, SpObservation, i);

      if (is_near (name, place) && (surest == NULL || place->confidence > surest->confidence))
        surest = place;
    }
  return surest;
}

static const SpObservation *
find_missed (const GPtrArray *sought, const SpObservations *observations, const char *context)
{
  const char *wanted = g_intern_string (context);

  for (guint i = 0; i < sought->len; i++)
    {
      g_autofree char *name = g_strconcat (SP_MISSED_PREFIX, sought->pdata[i], NULL);
      GArray *places = sp_observations_lookup (observations, g_intern_string (name));

      for (guint j = 0; places != NULL && j < places->len; j++)
        if (g_array_index (places, SpObservation, j).variant == wanted)
          return &g_array_index (places, SpObservation, j);
    }
  return NULL;
}

static gboolean
take (GArray *evidence, const char **reason, const SpObservation *place, const char *why)
{
  if (place == NULL)
    return FALSE;
  g_array_append_val (evidence, place->evidence);
  *reason = _(why);
  return TRUE;
}

static gboolean
take_near (const GPtrArray *list, const SpObservations *observations, GArray *evidence,
           const char **reason)
{
  for (guint i = 0; i < list->len; i++)
    {
      const SpNear *near = list->pdata[i];

      for (guint j = 0; j < near->names->len; j++)
        if (take (evidence, reason, find_surest (observations, near->names->pdata[j]), near->reason))
          return TRUE;
    }
  return FALSE;
}

/**
 * sp_near_miss_find:
 * @sought: (element-type utf8): the names that would have answered, interned
 * @near: (element-type SpNear): what comes near an answer, the nearest first
 * @evidence: (element-type SpEvidence): gains what came nearest
 * @reason: (inout): why that is no answer; left alone if nothing came near
 *
 * Nearest are the very words that were looked for, where they do not count: about others, in a
 * definition, in advice. Then what the question itself calls near. Last, a heading or a question.
 */
void
sp_near_miss_find (const GPtrArray *sought, const GPtrArray *near, const SpObservations *observations,
                   GArray *evidence, const char **reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    if (take (evidence, reason, find_missed (sought, observations, contexts[i].context),
              contexts[i].reason))
      return;
  if (!take_near (near, observations, evidence, reason))
    take (evidence, reason, find_missed (sought, observations, "heading"), heading_reason);
}
