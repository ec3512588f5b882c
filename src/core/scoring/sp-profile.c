/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-profile-private.h"

#include <math.h>
#include <string.h>

#include "sp-error.h"
#include "sp-json-private.h"

#define SCHEMA "smallprint.profile/1"
#define UNREADABLE "The profile cannot be read: "
#define WEIGHT_DECIMALS 4

/* A question and its emphasis, or a finding and the best grade that it leaves. */
typedef struct
{
  char *id; /* (owned) */
  int value;
} Choice;

struct _SpProfile
{
  gatomicrefcount ref_count;
  gboolean has_weights;
  double weights[SP_N_DIMENSIONS]; /* add up to 1 */
  GArray *emphases;                /* (owned) (element-type Choice): by id, none as is */
  GArray *deal_breakers;           /* (owned) (element-type Choice): by id */
};

static void
choice_clear (gpointer data)
{
  g_free (((Choice *) data)->id);
}

static GArray *
choices_new (void)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  g_array_set_clear_func (choices, choice_clear);
  return choices;
}

static GArray *
choices_copy (const GArray *choices)
{
  GArray *copy = choices_new ();

  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);
      Choice each = { g_strdup (choice->id), choice->value };

      g_array_append_val (copy, each);
    }
  return copy;
}

/* The place of @id, or where it would stand. */
static guint
choices_find (const GArray *choices, const char *id, gboolean *found)
{
  for (guint i = 0; i < choices->len; i++)
    {
      int order = strcmp (g_array_index (choices, Choice, i).id, id);

      *found = order == 0;
      if (order >= 0)
        return i;
    }
  *found = FALSE;
  return choices->len;
}

static int
choices_get (const GArray *choices, const char *id, int fallback)
{
  gboolean found;
  guint at = choices_find (choices, id, &found);

  return found ? g_array_index (choices, Choice, at).value : fallback;
}

/* What has the value @none is not kept. */
static void
choices_set (GArray *choices, const char *id, int value, int none)
{
  gboolean found;
  guint at = choices_find (choices, id, &found);
  Choice choice = { NULL, value };

  if (found)
    g_array_remove_index (choices, at);
  if (value == none)
    return;
  choice.id = g_strdup (id);
  g_array_insert_val (choices, at, choice);
}

/**
 * sp_profile_new:
 *
 * Returns: (transfer full): a profile in which nothing is set
 */
SpProfile *
sp_profile_new (void)
{
  SpProfile *self = g_new0 (SpProfile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->emphases = choices_new ();
  self->deal_breakers = choices_new ();
  return self;
}

static SpProfile *
profile_copy (const SpProfile *self)
{
  SpProfile *copy = g_new0 (SpProfile, 1);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->has_weights = self->has_weights;
  memcpy (copy->weights, self->weights, sizeof copy->weights);
  copy->emphases = choices_copy (self->emphases);
  copy->deal_breakers = choices_copy (self->deal_breakers);
  return copy;
}

SpProfile *
sp_profile_ref (SpProfile *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_profile_unref (SpProfile *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->emphases);
  g_array_unref (self->deal_breakers);
  g_free (self);
}

/**
 * sp_profile_is_default:
 *
 * Returns: whether nothing is set
 */
gboolean
sp_profile_is_default (SpProfile *self)
{
  return !self->has_weights && self->emphases->len == 0 && self->deal_breakers->len == 0;
}

static gboolean
is_question (const SpRubric *rubric, const char *id)
{
  for (guint i = 0; i < sp_rubric_get_n_questions (rubric); i++)
    if (g_str_equal (sp_rubric_get_question (rubric, i)->id, id))
      return TRUE;
  return FALSE;
}

/**
 * sp_profile_find_unknown:
 *
 * Returns: (transfer none) (nullable): the first id that is no question of @rubric or finding of
 *   @registry; such a choice has no effect
 */
const char *
sp_profile_find_unknown (SpProfile *self, const SpRubric *rubric, const SpFindingRegistry *registry)
{
  for (guint i = 0; i < self->emphases->len; i++)
    if (!is_question (rubric, g_array_index (self->emphases, Choice, i).id))
      return g_array_index (self->emphases, Choice, i).id;
  for (guint i = 0; i < self->deal_breakers->len; i++)
    {
      const char *id = g_array_index (self->deal_breakers, Choice, i).id;
      const SpDetector *detector = sp_finding_registry_find (registry, id);

      if (detector == NULL || !detector->is_finding)
        return id;
    }
  return NULL;
}

/**
 * sp_profile_get_weights:
 * @weights: (out caller-allocates): of each #SpDimension, adding up to 1; left alone if there are none
 *
 * Returns: whether the profile has weights of its own; otherwise those of the rubric hold
 */
gboolean
sp_profile_get_weights (SpProfile *self, double weights[SP_N_DIMENSIONS])
{
  if (self->has_weights)
    memcpy (weights, self->weights, sizeof self->weights);
  return self->has_weights;
}

static gboolean
take_weights (SpProfile *self, const double *weights)
{
  double sum = 0;

  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      if (!(weights[i] >= 0) || isinf (weights[i]))
        return FALSE;
      sum += weights[i];
    }
  self->has_weights = sum > 0 && !isinf (sum);
  for (guint i = 0; self->has_weights && i < SP_N_DIMENSIONS; i++)
    self->weights[i] = weights[i] / sum;
  return self->has_weights;
}

/**
 * sp_profile_set_weights:
 * @weights: (nullable) (array fixed-size=3): of each #SpDimension, not negative, not all 0; only what they
 *   are to each other counts. %NULL for those of the rubric
 *
 * Returns: (transfer full): another profile
 */
SpProfile *
sp_profile_set_weights (SpProfile *self, const double *weights)
{
  SpProfile *copy = profile_copy (self);

  copy->has_weights = FALSE;
  if (weights != NULL && !take_weights (copy, weights))
    g_warning ("weights must be positive numbers");
  return copy;
}

/**
 * sp_profile_get_emphasis:
 * @question: "T1"…"C5"
 */
SpEmphasis
sp_profile_get_emphasis (SpProfile *self, const char *question)
{
  return choices_get (self->emphases, question, SP_EMPHASIS_AS_IS);
}

/**
 * sp_profile_set_emphasis:
 * @question: "T1"…"C5"
 *
 * Returns: (transfer full): another profile
 */
SpProfile *
sp_profile_set_emphasis (SpProfile *self, const char *question, SpEmphasis emphasis)
{
  SpProfile *copy = profile_copy (self);

  choices_set (copy->emphases, question, emphasis, SP_EMPHASIS_AS_IS);
  return copy;
}

/**
 * sp_profile_get_deal_breaker:
 * @finding: as "SELL_AFFIRMED"
 *
 * Returns: the best grade that is left where @finding is found: 'D' or 'E'; 0 if it is no deal breaker
 */
char
sp_profile_get_deal_breaker (SpProfile *self, const char *finding)
{
  return choices_get (self->deal_breakers, finding, 0);
}

/**
 * sp_profile_set_deal_breaker:
 * @finding: as "SELL_AFFIRMED"
 * @at_most: 'D' or 'E'; 0 if it is to be none
 *
 * Returns: (transfer full): another profile
 */
SpProfile *
sp_profile_set_deal_breaker (SpProfile *self, const char *finding, char at_most)
{
  SpProfile *copy = profile_copy (self);

  g_return_val_if_fail (at_most == 0 || at_most == 'D' || at_most == 'E', copy);

  choices_set (copy->deal_breakers, finding, at_most, 0);
  return copy;
}

guint
sp_profile_get_n_deal_breakers (SpProfile *self)
{
  return self->deal_breakers->len;
}

/**
 * sp_profile_get_deal_breaker_id:
 *
 * Returns: (transfer none): the id of a finding; in the order of ids
 */
const char *
sp_profile_get_deal_breaker_id (SpProfile *self, guint index)
{
  g_return_val_if_fail (index < self->deal_breakers->len, NULL);

  return g_array_index (self->deal_breakers, Choice, index).id;
}

/* Writing */

/**
 * sp_profile_write_members:
 *
 * Writes the members of an object that is open.
 */
void
sp_profile_write_members (SpProfile *self, SpJsonWriter *json)
{
  if (self->has_weights)
    {
      sp_json_writer_begin_object (json, "weights");
      for (guint i = 0; i < SP_N_DIMENSIONS; i++)
        sp_json_writer_double (json, sp_dimension_get_id (i), self->weights[i], WEIGHT_DECIMALS);
      sp_json_writer_end_object (json);
    }
  else
    sp_json_writer_null (json, "weights");

  sp_json_writer_begin_object (json, "emphasis");
  for (guint i = 0; i < self->emphases->len; i++)
    {
      const Choice *choice = &g_array_index (self->emphases, Choice, i);

      sp_json_writer_int (json, choice->id, choice->value);
    }
  sp_json_writer_end_object (json);

  sp_json_writer_begin_array (json, "deal_breakers");
  for (guint i = 0; i < self->deal_breakers->len; i++)
    {
      const Choice *choice = &g_array_index (self->deal_breakers, Choice, i);
      const char grade[] = { choice->value, '\0' };

      sp_json_writer_begin_object (json, NULL);
      sp_json_writer_string (json, "finding", choice->id);
      sp_json_writer_string (json, "at_most", grade);
      sp_json_writer_end_object (json);
    }
  sp_json_writer_end_array (json);
}

/**
 * sp_profile_to_json:
 *
 * Returns: (transfer full): one line of JSON, the same for equal profiles
 */
char *
sp_profile_to_json (SpProfile *self)
{
  g_autoptr (SpJsonWriter) json = sp_json_writer_new (FALSE);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "schema", SCHEMA);
  sp_profile_write_members (self, json);
  sp_json_writer_end_object (json);
  return sp_json_writer_finish (json, NULL);
}

/* Reading */

static gboolean
fail (GError **error, const char *message)
{
  g_set_error (error, SP_ERROR, SP_ERROR_PARSE, UNREADABLE "%s", message);
  return FALSE;
}

/* A member that may be missing or null, else is to be of @type. */
static gboolean
check_member (JsonObject *root, const char *name, JsonNodeType type, const char *message, GError **error)
{
  JsonNode *node = json_object_get_member (root, name);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) || JSON_NODE_TYPE (node) == type
         || fail (error, message);
}

static gboolean
read_weights (SpProfile *self, JsonObject *root, GError **error)
{
  JsonObject *object = sp_json_get_object (root, "weights");
  double weights[SP_N_DIMENSIONS];

  if (!check_member (root, "weights", JSON_NODE_OBJECT, "“weights” is no object", error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    weights[i] = sp_json_get_double (object, sp_dimension_get_id (i), NAN);
  return take_weights (self, weights)
         || fail (error, "“weights” needs “transparency”, “protection” and “clarity”, none of them negative "
                         "and not all 0");
}

static gboolean
read_emphases (SpProfile *self, JsonObject *root, GError **error)
{
  JsonObject *object = sp_json_get_object (root, "emphasis");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!check_member (root, "emphasis", JSON_NODE_OBJECT, "“emphasis” is no object", error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      double value = sp_json_get_double (object, name, NAN);

      if (value != SP_EMPHASIS_LEFT_OUT && value != SP_EMPHASIS_AS_IS && value != SP_EMPHASIS_DOUBLE)
        return fail (error, "an “emphasis” is 0, 1 or 2");
      choices_set (self->emphases, name, (int) value, SP_EMPHASIS_AS_IS);
    }
  return TRUE;
}

static gboolean
read_deal_breakers (SpProfile *self, JsonObject *root, GError **error)
{
  JsonArray *rows = sp_json_get_array (root, "deal_breakers");

  if (!check_member (root, "deal_breakers", JSON_NODE_ARRAY, "“deal_breakers” is no list", error))
    return FALSE;
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      JsonObject *row = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *finding = row != NULL ? sp_json_get_string (row, "finding") : NULL;
      const char *at_most = row != NULL ? sp_json_get_string (row, "at_most") : NULL;

      if (finding == NULL || at_most == NULL
          || !(g_str_equal (at_most, "D") || g_str_equal (at_most, "E")))
        return fail (error, "a deal breaker needs a “finding”, and “at_most” D or E");
      choices_set (self->deal_breakers, finding, at_most[0], 0);
    }
  return TRUE;
}

/**
 * sp_profile_new_from_json:
 * @length: in bytes, or -1 if NUL-terminated
 *
 * Reads what sp_profile_to_json() writes; members that are not there are not set.
 *
 * Errors: %SP_ERROR_PARSE, %SP_ERROR_TOO_DEEP.
 *
 * Returns: (transfer full): the profile
 */
SpProfile *
sp_profile_new_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse_of_schema (json, length, SCHEMA, error);
  g_autoptr (SpProfile) self = sp_profile_new ();
  JsonObject *object;

  if (root == NULL)
    {
      g_prefix_error_literal (error, UNREADABLE);
      return NULL;
    }
  object = json_node_get_object (root);
  if (!read_weights (self, object, error) || !read_emphases (self, object, error)
      || !read_deal_breakers (self, object, error))
    return NULL;
  return g_steal_pointer (&self);
}
