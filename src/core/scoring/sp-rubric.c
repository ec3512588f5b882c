/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-rubric-private.h"

#include <math.h>
#include <string.h>

#include "sp-category.h"
#include "sp-error.h"
#include "sp-finding-registry-private.h"
#include "sp-near-miss.h"
#include "sp-observed-deeds.h"
#include "sp-observed-statements.h"

#define RESOURCE "knowledge/rubric.json"

void
sp_rule_free (SpRule *self)
{
  g_clear_pointer (&self->when, sp_condition_free);
  g_free (self);
}

static void
item_free (SpRubricItem *item)
{
  g_clear_pointer (&item->applies_when, sp_condition_free);
  g_array_unref (item->levels);
  g_ptr_array_unref (item->rules);
  g_ptr_array_unref (item->deductions);
  g_ptr_array_unref (item->sought);
  g_ptr_array_unref (item->near);
  g_free (item);
}

static SpRubricItem *
item_new (void)
{
  SpRubricItem *item = g_new0 (SpRubricItem, 1);

  item->levels = g_array_new (FALSE, FALSE, sizeof (SpRubricLevel));
  item->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_rule_free);
  item->deductions = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_rule_free);
  item->sought = g_ptr_array_new ();
  item->near = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_near_free);
  return item;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpRubricItem, item_free)

/* What is read, and where we are in it, for messages. */
typedef struct
{
  const SpConditionScope *scope;
  SpDimension dimension;
} Reader;

static JsonObject *
get_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_condition (JsonObject *object, const char *member, const Reader *reader, SpCondition **condition,
                GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  *condition = sp_condition_new (node, reader->scope, error);
  return *condition != NULL;
}

static gboolean
read_levels (JsonObject *object, SpRubricItem *item, GError **error)
{
  JsonArray *levels = sp_json_require_array (object, "levels", error);

  for (guint i = 0; levels != NULL && i < json_array_get_length (levels); i++)
    {
      JsonObject *row = get_element (levels, i);
      SpRubricLevel level;

      if (row == NULL)
        return sp_refuse_knowledge (error, "a level is an object");
      level.level = sp_json_get_double (row, "level", NAN);
      level.text = sp_json_require_string (row, "text", error);
      if (level.text == NULL)
        return FALSE;
      if (!(level.level >= 0 && level.level <= 1))
        return sp_refuse_knowledge (error, "a level lies between 0 and 1");
      g_array_append_val (item->levels, level);
    }
  return levels != NULL;
}

static gboolean
has_level (const SpRubricItem *item, double level)
{
  for (guint i = 0; i < item->levels->len; i++)
    if (g_array_index (item->levels, SpRubricLevel, i).level == level)
      return TRUE;
  return FALSE;
}

/* Transparency names states, Protection names levels. */
static gboolean
read_outcome (JsonObject *object, const Reader *reader, const SpRubricItem *item, SpRule *rule,
              GError **error)
{
  const char *state = sp_json_get_string (object, "state");

  rule->state = SP_ANSWER_ANSWERED;
  rule->level = sp_json_get_double (object, "level", NAN);
  if (reader->dimension == SP_DIMENSION_TRANSPARENCY)
    {
      gboolean is_present = g_strcmp0 (state, "present") == 0;

      if (!is_present && g_strcmp0 (state, "partial") != 0)
        return sp_refuse_knowledge (error, "a rule gives the state “present” or “partial”");
      rule->state = is_present ? SP_ANSWER_PRESENT : SP_ANSWER_PARTIAL;
      rule->level = is_present ? 1.0 : 0.5;
    }
  return has_level (item, rule->level) || sp_refuse_knowledge (error, "a rule gives a level that is not listed");
}

static gboolean
read_rule (JsonObject *object, const Reader *reader, SpRubricItem *item, GError **error)
{
  g_autoptr (SpRule) rule = g_new0 (SpRule, 1);

  if (object == NULL || !json_object_has_member (object, "when"))
    return sp_refuse_knowledge (error, "a rule is an object with “when”");
  if (!read_outcome (object, reader, item, rule, error)
      || !read_condition (object, "when", reader, &rule->when, error))
    return FALSE;
  if (!sp_condition_is_positive (rule->when))
    return sp_refuse_knowledge (error, "a rule could hold without a clause to show for it");

  rule->note = sp_json_get_string (object, "note");
  sp_condition_collect_names (rule->when, item->sought);
  g_ptr_array_add (item->rules, g_steal_pointer (&rule));
  return TRUE;
}

static gboolean
read_deductions (JsonArray *array, const Reader *reader, SpRubricItem *item, GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (SpRule) rule = g_new0 (SpRule, 1);

      rule->state = SP_ANSWER_ANSWERED;
      rule->when = sp_condition_new (json_array_get_element (array, i), reader->scope, error);
      if (rule->when == NULL)
        return FALSE;
      g_ptr_array_add (item->deductions, g_steal_pointer (&rule));
    }
  return item->levels->len > 1 || sp_refuse_knowledge (error, "deductions need levels to go down");
}

static gboolean
read_rules (JsonObject *object, const Reader *reader, SpRubricItem *item, GError **error)
{
  JsonArray *rules = sp_json_get_array (object, "rules");
  JsonArray *deductions = sp_json_get_array (object, "deductions");

  if ((rules != NULL) == (deductions != NULL))
    return sp_refuse_knowledge (error, "a question has either “rules” or “deductions”");
  if (deductions != NULL)
    return read_deductions (deductions, reader, item, error);

  for (guint i = 0; i < json_array_get_length (rules); i++)
    if (!read_rule (get_element (rules, i), reader, item, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_scale (JsonObject *object, const char *member, SpScale *scale, GError **error)
{
  JsonArray *array = sp_json_get_array (object, member);

  if (array == NULL)
    return TRUE;
  if (json_array_get_length (array) != 2)
    return sp_refuse_knowledge (error, "a scale is two numbers: what is worth nothing, what is worth all");
  scale->zero = json_array_get_double_element (array, 0);
  scale->full = json_array_get_double_element (array, 1);
  return scale->zero != scale->full || sp_refuse_knowledge (error, "a scale needs two different numbers");
}

static gboolean
read_measure (JsonObject *object, SpRubricItem *item, GError **error)
{
  static const char *const names[] = {
    [SP_MEASURE_READING_EASE] = "reading-ease", [SP_MEASURE_VAGUENESS] = "vagueness",
    [SP_MEASURE_STRUCTURE] = "structure",       [SP_MEASURE_LENGTH] = "length",
    [SP_MEASURE_CONSISTENCY] = "consistency",
  };
  const char *name = sp_json_require_string (object, "measure", error);
  SpScales *scales = &item->scales;

  if (name == NULL)
    return FALSE;
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      item->measure = i;
  if (item->measure == SP_MEASURE_NONE)
    return sp_refuse_knowledge (error, "“measure” names no measure");

  scales->per_contradiction = sp_json_get_double (object, "per_contradiction", 0);
  scales->per_narrowing = sp_json_get_double (object, "per_narrowing", 0);
  scales->min_words = (guint) sp_json_get_double (object, "min_words", 0);
  return read_scale (object, "flesch", &scales->flesch, error)
         && read_scale (object, "grade", &scales->grade, error)
         && read_scale (object, "per_1000", &scales->per_1000, error)
         && read_scale (object, "minutes", &scales->minutes, error)
         && read_scale (object, "headings_per_1000", &scales->headings_per_1000, error)
         && read_scale (object, "section_words", &scales->section_words, error)
         && read_scale (object, "items_per_1000", &scales->items_per_1000, error)
         && read_scale (object, "paragraph_words", &scales->paragraph_words, error);
}

static gboolean
read_question (JsonObject *object, const Reader *reader, SpQuestion *question, GError **error)
{
  question->dimension = reader->dimension;
  question->weight = sp_json_get_double (object, "weight", 0);
  if (!(question->weight > 0))
    return sp_refuse_knowledge (error, "a question needs a weight above 0");
  return (question->title = sp_json_require_string (object, "title", error)) != NULL
         && (question->question = sp_json_require_string (object, "question", error)) != NULL
         && (question->looked_for = sp_json_require_string (object, "looked_for", error)) != NULL;
}

static gboolean
read_item (JsonObject *object, const Reader *reader, SpRubricItem *item, GError **error)
{
  item->not_applicable_note = sp_json_get_string (object, "not_applicable");
  item->otherwise_note = sp_json_get_string (object, "otherwise");
  return read_question (object, reader, &item->question, error)
         && read_levels (object, item, error)
         && read_condition (object, "applies_when", reader, &item->applies_when, error)
         && sp_near_read (object, reader->scope, item->near, error)
         && (reader->dimension == SP_DIMENSION_CLARITY ? read_measure (object, item, error)
                                                       : read_rules (object, reader, item, error));
}

static gboolean
read_dimension (SpRubric *self, JsonObject *root, const Reader *reader, GError **error)
{
  JsonArray *rows = sp_json_require_array (root, sp_dimension_get_id (reader->dimension), error);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      g_autoptr (SpRubricItem) item = item_new ();
      JsonObject *row = get_element (rows, i);

      if (row == NULL)
        return sp_refuse_knowledge (error, "a question is an object");
      item->question.id = sp_json_require_string (row, "id", error);
      if (item->question.id == NULL)
        return FALSE;
      if (!read_item (row, reader, item, error))
        {
          g_prefix_error (error, "%s: ", item->question.id);
          return FALSE;
        }
      g_ptr_array_add (self->items, g_steal_pointer (&item));
    }
  return rows != NULL;
}

static gboolean
check_ids (const SpRubric *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      const char *id = sp_rubric_get_item (self, i)->question.id;

      if (!g_hash_table_add (seen, (gpointer) id))
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "two questions are called “%s”", id);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_variant (const SpFindingRule *rule, const char *variant)
{
  for (guint i = 0; i < rule->variants->len; i++)
    if (g_str_equal (((SpFindingVariant *) rule->variants->pdata[i])->id, variant))
      return TRUE;
  return FALSE;
}

/**
 * sp_rubric_is_known_name:
 * @registry: a #SpFindingRegistry
 *
 * A #SpNameCheck.
 *
 * Returns: whether @name is a detector with that variant, a tag, a fact, or what statements say
 */
gboolean
sp_rubric_is_known_name (const char *name, const char *variant, gpointer registry)
{
  const SpDetector *detector;
  SpCategory category;

  if (g_str_has_prefix (name, "tag:"))
    return variant == NULL && sp_category_parse (name + strlen ("tag:"), &category);
  if (g_str_has_prefix (name, "fact:"))
    return variant == NULL
           && (g_str_equal (name, SP_FACT_POLICY_DATE) || g_str_equal (name, SP_FACT_WE)
               || g_str_equal (name, SP_FACT_COMPANY));

  if (sp_observations_is_statement_name (name, variant, sp_finding_registry_get_ontology (registry))
      || sp_observations_is_deed_name (name, variant, sp_finding_registry_get_ontology (registry)))
    return TRUE;

  detector = sp_finding_registry_find (registry, name);
  /* A rule begins with its detector. */
  return detector != NULL
         && (variant == NULL || has_variant ((const SpFindingRule *) detector, variant));
}

static SpConditionScope
get_scope (const SpRubric *self)
{
  return (SpConditionScope) {
    sp_json_get_object (json_node_get_object (self->root), "sets"),
    self->registry != NULL ? sp_rubric_is_known_name : NULL,
    self->registry,
  };
}

static gboolean
read_rubric (SpRubric *self, GError **error)
{
  JsonObject *root = json_node_get_object (self->root);
  SpConditionScope scope = get_scope (self);

  self->version = sp_json_require_string (root, "version", error);
  if (self->version == NULL)
    return FALSE;
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      Reader reader = { &scope, i };

      if (!read_dimension (self, root, &reader, error))
        return FALSE;
    }
  return check_ids (self, error)
         && sp_rubric_read_grading (root, &self->grading, &self->trust, error);
}

static SpRubric *
rubric_new (JsonNode *root, const SpFindingRegistry *registry, GError **error)
{
  g_autoptr (SpRubric) self = g_new0 (SpRubric, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->root = root;
  self->registry
    = registry != NULL ? sp_finding_registry_ref ((SpFindingRegistry *) registry) : NULL;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  if (!read_rubric (self, error))
    {
      g_prefix_error (error, RESOURCE ": ");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * sp_rubric_new_from_json:
 * @registry: (nullable): without it the names of detectors are not checked
 *
 * Errors: %SP_ERROR_KNOWLEDGE, %SP_ERROR_PARSE.
 *
 * Returns: (transfer full): the rubric that @json describes
 */
SpRubric *
sp_rubric_new_from_json (const char *json, const SpFindingRegistry *registry, GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse (json, -1, error);

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      sp_refuse_knowledge (error, "a rubric is an object");
      return NULL;
    }
  return rubric_new (g_steal_pointer (&root), registry, error);
}

/**
 * sp_rubric_new_from_resource:
 * @registry: all detectors that its rules may name
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the question and what is wrong in it.
 *
 * Returns: (transfer full): the rubric
 */
SpRubric *
sp_rubric_new_from_resource (const SpFindingRegistry *registry, GError **error)
{
  JsonNode *root = sp_json_parse_resource (RESOURCE, error);
  g_autoptr (SpRubric) self = root != NULL ? rubric_new (root, registry, error) : NULL;
  SpConditionScope scope;

  if (self == NULL)
    return NULL;
  scope = get_scope (self);
  self->summary = sp_summary_rules_new_from_resource (&scope, error);
  return self->summary != NULL ? g_steal_pointer (&self) : NULL;
}

SpRubric *
sp_rubric_ref (SpRubric *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_rubric_unref (SpRubric *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->summary, sp_summary_rules_free);
  sp_grading_clear (&self->grading);
  sp_trust_clear (&self->trust);
  g_clear_pointer (&self->registry, sp_finding_registry_unref);
  json_node_unref (self->root);
  g_free (self);
}

/**
 * sp_rubric_get_weight:
 *
 * Returns: the part of @dimension in the overall score, 0..1
 */
double
sp_rubric_get_weight (const SpRubric *self, SpDimension dimension)
{
  return self->grading.weights[dimension];
}

const char *
sp_rubric_get_version (const SpRubric *self)
{
  return self->version;
}

guint
sp_rubric_get_n_questions (const SpRubric *self)
{
  return self->items->len;
}

const SpRubricItem *
sp_rubric_get_item (const SpRubric *self, guint index)
{
  return g_ptr_array_index (self->items, index);
}

/**
 * sp_rubric_get_question:
 *
 * Returns: (transfer none): in the rubric's order: Transparency, Protection, Clarity
 */
const SpQuestion *
sp_rubric_get_question (const SpRubric *self, guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);
  return &sp_rubric_get_item (self, index)->question;
}

/**
 * sp_rubric_get_levels:
 *
 * Returns: (transfer none) (array length=n_levels): the levels of a question, the best first
 */
const SpRubricLevel *
sp_rubric_get_levels (const SpRubric *self, guint question, guint *n_levels)
{
  GArray *levels;

  g_return_val_if_fail (question < self->items->len, NULL);
  levels = sp_rubric_get_item (self, question)->levels;
  *n_levels = levels->len;
  return (const SpRubricLevel *) (gpointer) levels->data;
}
