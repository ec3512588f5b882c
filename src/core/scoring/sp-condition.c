/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-condition.h"

#include <string.h>

#include "sp-error.h"

typedef enum
{
  KIND_NAME,
  KIND_ALL,
  KIND_ANY,
  KIND_NONE,
  KIND_COUNT,
  KIND_TOGETHER,
} Kind;

struct _SpCondition
{
  Kind kind;
  const char *name;     /* (nullable): interned; of KIND_NAME */
  const char *variant;  /* (nullable): interned; "plain" asks for none */
  gboolean any_other;   /* whether any variant but that one is asked for */
  GPtrArray *children;  /* (owned) (element-type SpCondition) */
  guint at_least;       /* of KIND_COUNT */
  gboolean in_segment;  /* of KIND_TOGETHER: else in one sentence */
};

static SpCondition *
condition_new (Kind kind)
{
  SpCondition *self = g_new0 (SpCondition, 1);

  self->kind = kind;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_condition_free);
  return self;
}

void
sp_condition_free (SpCondition *self)
{
  g_ptr_array_unref (self->children);
  g_free (self);
}

/* Reading */

static const char *
find_variant (const char *text)
{
  static const char *const prefixes[] = {
    "tag:", "fact:", "statement:", "data:", "recipient:", "purpose:", "collected:", "hinted:",
    "given:", "used:", "kept:", "period:",
  };
  gboolean has_prefix = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    has_prefix |= g_str_has_prefix (text, prefixes[i]);
  return strchr (has_prefix ? strchr (text, ':') + 1 : text, ':');
}

static SpCondition *
read_name (const char *text, const SpConditionScope *scope, GError **error)
{
  g_autoptr (SpCondition) self = condition_new (KIND_NAME);
  const char *colon = find_variant (text);
  g_autofree char *name = colon != NULL ? g_strndup (text, colon - text) : g_strdup (text);
  gboolean is_plain;

  self->name = g_intern_string (name);
  self->any_other = colon != NULL && colon[1] == '!';
  self->variant = colon != NULL ? g_intern_string (colon + 1 + self->any_other) : NULL;
  is_plain = g_strcmp0 (self->variant, "plain") == 0;
  if (scope->is_known != NULL
      && !scope->is_known (name, is_plain ? NULL : self->variant, scope->user_data))
    {
      sp_refuse_knowledge (error, "no detector, tag, fact or statement is named “%s”", text);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean add_node (GPtrArray *children, JsonNode *node, const SpConditionScope *scope,
                          GError **error);

static gboolean
add_array (GPtrArray *children, JsonArray *array, const SpConditionScope *scope, GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_node (children, json_array_get_element (array, i), scope, error))
      return FALSE;

  return TRUE;
}

/* Members of a set join the list they are named in, so that each is counted. */
static gboolean
add_set (GPtrArray *children, const char *name, const SpConditionScope *scope, GError **error)
{
  JsonArray *array = scope->sets != NULL ? sp_json_get_array (scope->sets, name) : NULL;

  if (array == NULL)
    return sp_refuse_knowledge (error, "no set is named “%s”", name);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING || json_node_get_string (node)[0] == '@')
        return sp_refuse_knowledge (error, "the set “%s” holds something that is no name", name);
      if (!add_node (children, node, scope, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_node (GPtrArray *children, JsonNode *node, const SpConditionScope *scope, GError **error)
{
  SpCondition *child;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
      && json_node_get_string (node)[0] == '@')
    return add_set (children, json_node_get_string (node) + 1, scope, error);

  child = sp_condition_new (node, scope, error);
  if (child == NULL)
    return FALSE;
  g_ptr_array_add (children, child);
  return TRUE;
}

static SpCondition *
read_list (Kind kind, JsonNode *node, const SpConditionScope *scope, GError **error)
{
  g_autoptr (SpCondition) self = condition_new (kind);

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    {
      sp_refuse_knowledge (error, "“%s” needs a list of conditions",
            kind == KIND_ALL ? "all" : kind == KIND_ANY ? "any" : "none");
      return NULL;
    }
  if (!add_array (self->children, json_node_get_array (node), scope, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
has_only_names (const SpCondition *self)
{
  for (guint i = 0; i < self->children->len; i++)
    if (((SpCondition *) self->children->pdata[i])->kind != KIND_NAME)
      return FALSE;
  return TRUE;
}

static SpCondition *
read_places (Kind kind, JsonNode *node, const SpConditionScope *scope, GError **error)
{
  g_autoptr (SpCondition) self = condition_new (kind);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *of = object != NULL ? sp_json_require_array (object, "of", error) : NULL;
  const char *place;

  if (of == NULL)
    {
      if (object == NULL)
        sp_refuse_knowledge (error, "“%s” needs an object with “of”", kind == KIND_COUNT ? "count" : "together");
      return NULL;
    }
  if (!add_array (self->children, of, scope, error))
    return NULL;

  place = sp_json_get_string (object, "in");
  self->in_segment = g_strcmp0 (place, "segment") == 0;
  self->at_least = (guint) sp_json_get_double (object, "at_least", 0);
  if (kind == KIND_COUNT && (self->at_least == 0 || self->at_least > self->children->len))
    sp_refuse_knowledge (error, "“%s” must lie between 1 and the length of “of”", "at_least");
  else if (kind == KIND_TOGETHER && (!has_only_names (self) || self->children->len < 2))
    sp_refuse_knowledge (error, "“%s” needs at least two names", "together");
  else if (kind == KIND_TOGETHER && !self->in_segment && g_strcmp0 (place, "sentence") != 0)
    sp_refuse_knowledge (error, "“%s” must be “sentence” or “segment”", "in");
  else
    return g_steal_pointer (&self);
  return NULL;
}

static SpCondition *
read_member (const char *member, JsonNode *node, const SpConditionScope *scope, GError **error)
{
  if (g_str_equal (member, "all"))
    return read_list (KIND_ALL, node, scope, error);
  if (g_str_equal (member, "any"))
    return read_list (KIND_ANY, node, scope, error);
  if (g_str_equal (member, "none"))
    return read_list (KIND_NONE, node, scope, error);
  if (g_str_equal (member, "count"))
    return read_places (KIND_COUNT, node, scope, error);
  if (g_str_equal (member, "together"))
    return read_places (KIND_TOGETHER, node, scope, error);

  sp_refuse_knowledge (error, "a condition has no member “%s”", member);
  return NULL;
}

static SpCondition *
read_object (JsonObject *object, const SpConditionScope *scope, GError **error)
{
  g_autoptr (SpCondition) self = condition_new (KIND_ALL);
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      SpCondition *child = read_member (member, node, scope, error);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (self->children, child);
    }
  if (self->children->len == 0)
    {
      sp_refuse_knowledge (error, "a condition asks for nothing");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * sp_condition_new:
 *
 * Errors: %SP_ERROR_KNOWLEDGE, naming what is wrong.
 *
 * Returns: (transfer full): the compiled condition
 */
SpCondition *
sp_condition_new (JsonNode *node, const SpConditionScope *scope, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_object (json_node_get_object (node), scope, error);

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);
      g_autoptr (SpCondition) set = condition_new (KIND_ANY);

      if (text[0] != '@')
        return read_name (text, scope, error);
      return add_set (set->children, text + 1, scope, error) ? g_steal_pointer (&set) : NULL;
    }

  sp_refuse_knowledge (error, "a condition is a name or an object");
  return NULL;
}

/* Asking */

static gboolean
has_variant (const SpCondition *self, const SpObservation *observation)
{
  gboolean is_same;

  if (self->variant == NULL)
    return TRUE;
  is_same = observation->variant == NULL ? g_str_equal (self->variant, "plain")
                                         : observation->variant == self->variant;
  return is_same != self->any_other;
}

static guint
place_of (const SpObservation *observation, gboolean in_segment)
{
  return in_segment ? observation->evidence.segment : observation->sentence;
}

/* Walks on from *index, so that a loop may visit all. */
static const SpObservation *
next_place (const SpCondition *self, const SpObservations *observations, guint *index)
{
  GArray *list = sp_observations_lookup (observations, self->name);

  for (; list != NULL && *index < list->len; ++*index)
    {
      const SpObservation *observation = &g_array_index (list, SpObservation, *index);

      if (has_variant (self, observation))
        return observation;
    }
  return NULL;
}

static const SpObservation *
find_at (const SpCondition *self, const SpObservations *observations, guint place, gboolean in_segment)
{
  const SpObservation *observation;

  for (guint i = 0; (observation = next_place (self, observations, &i)) != NULL; i++)
    if (place_of (observation, in_segment) == place)
      return observation;
  return NULL;
}

static gboolean
all_stand_at (const SpCondition *self, const SpObservations *observations, guint place)
{
  for (guint i = 1; i < self->children->len; i++)
    if (find_at (self->children->pdata[i], observations, place, self->in_segment) == NULL)
      return FALSE;
  return TRUE;
}

/* The next place of the first name where all others stand too. */
static const SpObservation *
next_common_place (const SpCondition *self, const SpObservations *observations, guint *index)
{
  const SpObservation *first;

  for (; (first = next_place (self->children->pdata[0], observations, index)) != NULL; ++*index)
    if (all_stand_at (self, observations, place_of (first, self->in_segment)))
      return first;
  return NULL;
}

static guint
count_holding (const SpCondition *self, const SpObservations *observations)
{
  guint n = 0;

  for (guint i = 0; i < self->children->len; i++)
    n += sp_condition_holds (self->children->pdata[i], observations);
  return n;
}

gboolean
sp_condition_holds (const SpCondition *self, const SpObservations *observations)
{
  guint index = 0;

  switch (self->kind)
    {
    case KIND_NAME:
      return next_place (self, observations, &index) != NULL;
    case KIND_ALL:
      return count_holding (self, observations) == self->children->len;
    case KIND_ANY:
      return count_holding (self, observations) > 0;
    case KIND_NONE:
      return count_holding (self, observations) == 0;
    case KIND_COUNT:
      return count_holding (self, observations) >= self->at_least;
    case KIND_TOGETHER:
      return next_common_place (self, observations, &index) != NULL;
    }
  g_assert_not_reached ();
}

/**
 * sp_condition_is_positive:
 *
 * Returns: whether it cannot hold without a place to cite
 */
gboolean
sp_condition_is_positive (const SpCondition *self)
{
  guint n = 0;

  for (guint i = 0; i < self->children->len; i++)
    n += sp_condition_is_positive (self->children->pdata[i]);

  switch (self->kind)
    {
    case KIND_NAME:
    case KIND_TOGETHER:
      return TRUE;
    case KIND_ALL:
      return n > 0;
    case KIND_ANY:
    case KIND_COUNT:
      return n == self->children->len;
    case KIND_NONE:
      return FALSE;
    }
  g_assert_not_reached ();
}

/* Citing */

static void
cite_name (const SpCondition *self, const SpObservations *observations, GPtrArray *groups)
{
  GArray *group = sp_citations_add_group (groups);
  const SpObservation *observation;

  for (guint i = 0; (observation = next_place (self, observations, &i)) != NULL; i++)
    sp_citations_add (group, observation->evidence, observation->confidence);
}

static void
cite_common_places (const SpCondition *self, const SpObservations *observations, GPtrArray *groups)
{
  const SpObservation *first;

  for (guint i = 0; (first = next_common_place (self, observations, &i)) != NULL; i++)
    {
      GArray *group = sp_citations_add_group (groups);
      guint place = place_of (first, self->in_segment);

      for (guint j = 0; j < self->children->len; j++)
        {
          const SpObservation *each
            = find_at (self->children->pdata[j], observations, place, self->in_segment);

          sp_citations_add (group, each->evidence, each->confidence);
        }
    }
}

/**
 * sp_condition_cite:
 * @groups: (element-type GArray): one list of #SpCitation for each name that made it true is appended
 *
 * Tells which places made a condition true that holds.
 */
void
sp_condition_cite (const SpCondition *self, const SpObservations *observations, GPtrArray *groups)
{
  if (self->kind == KIND_NONE || !sp_condition_holds (self, observations))
    return;

  if (self->kind == KIND_NAME)
    cite_name (self, observations, groups);
  else if (self->kind == KIND_TOGETHER)
    cite_common_places (self, observations, groups);
  else
    for (guint i = 0; i < self->children->len; i++)
      sp_condition_cite (self->children->pdata[i], observations, groups);
}

/**
 * sp_condition_collect_names:
 * @names: (element-type utf8): every name that could make it true is appended, interned, each once
 */
void
sp_condition_collect_names (const SpCondition *self, GPtrArray *names)
{
  if (self->kind == KIND_NAME && !g_ptr_array_find (names, self->name, NULL))
    g_ptr_array_add (names, (gpointer) self->name);
  for (guint i = 0; self->kind != KIND_NONE && i < self->children->len; i++)
    sp_condition_collect_names (self->children->pdata[i], names);
}

/**
 * sp_condition_list_names:
 * @names: (element-type utf8): the interned names that made it true are appended, each once
 *
 * Returns: how many were appended
 */
guint
sp_condition_list_names (const SpCondition *self, const SpObservations *observations,
                         GPtrArray *names)
{
  guint n = 0;

  if (self->kind == KIND_NONE || !sp_condition_holds (self, observations))
    return 0;
  if (self->kind == KIND_NAME && !g_ptr_array_find (names, self->name, NULL))
    {
      g_ptr_array_add (names, (gpointer) self->name);
      n++;
    }
  for (guint i = 0; i < self->children->len; i++)
    n += sp_condition_list_names (self->children->pdata[i], observations, names);
  return n;
}
