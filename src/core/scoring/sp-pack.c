/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one file of data/knowledge/packs/. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sp-error.h"
#include "sp-near-miss.h"
#include "sp-pack-private.h"

static const char *const pack_members[]
  = { "version",        "id",    "title", "source", "in_force_from",
      "prevalence_set", "hints", "sets",  "items",  NULL };
static const char *const hint_members[] = { "title", "words", "except", NULL };
static const char *const item_members[]
  = { "id",   "article",      "title",        "looked_for",     "source", "in_force_from",
      "near", "applies_when", "rules",        "not_applicable", "prevalence", NULL };
static const char *const rule_members[] = { "state", "when", "note", NULL };

static void
entry_free (SpPackEntry *entry)
{
  g_clear_pointer (&entry->applies_when, sp_condition_free);
  g_ptr_array_unref (entry->rules);
  g_ptr_array_unref (entry->sought);
  g_ptr_array_unref (entry->near);
  g_free (entry);
}

static SpPackEntry *
entry_new (void)
{
  SpPackEntry *entry = g_new0 (SpPackEntry, 1);

  entry->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_rule_free);
  entry->sought = g_ptr_array_new ();
  entry->near = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_near_free);
  return entry;
}

static void
hint_free (SpPackHint *hint)
{
  g_strfreev (hint->words);
  g_strfreev (hint->except);
  g_free (hint);
}

static JsonObject *
get_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
is_id (const char *id, gboolean in_capitals)
{
  for (const char *p = id; *p != '\0'; p++)
    if (!(in_capitals ? g_ascii_isupper (*p) : g_ascii_islower (*p)) && !g_ascii_isdigit (*p) && *p != '-'
        && *p != '_')
      return FALSE;
  return *id != '\0';
}

/* A day as 2018-05-25: such days are in order as texts. */
static gboolean
is_day (const char *text)
{
  static const char form[] = "0000-00-00";

  if (strlen (text) != strlen (form))
    return FALSE;
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] == '-' ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return g_date_valid_dmy (atoi (text + 8), atoi (text + 5), atoi (text));
}

static gboolean
read_day (JsonObject *object, const char **day, GError **error)
{
  *day = sp_json_get_string (object, "in_force_from");
  return *day == NULL || is_day (*day)
         || sp_refuse_knowledge (error, "“in_force_from” is no day as 2018-05-25: “%s”", *day);
}

static gboolean
read_strings (JsonObject *object, const char *member, GStrv *strings, GError **error)
{
  JsonArray *array = sp_json_get_array (object, member);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = json_array_get_string_element (array, i);

      if (text == NULL || *text == '\0')
        return sp_refuse_knowledge (error, "“%s” holds something that is no text", member);
      g_strv_builder_add (builder, text);
    }
  *strings = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_hint (JsonObject *object, SpPack *self, GError **error)
{
  SpPackHint *hint = g_new0 (SpPackHint, 1);

  g_ptr_array_add (self->hints, hint);
  if (object == NULL)
    return sp_refuse_knowledge (error, "a hint is an object");
  hint->title = sp_json_require_string (object, "title", error);
  return hint->title != NULL && sp_json_check_members (object, hint_members, error)
         && read_strings (object, "words", &hint->words, error)
         && read_strings (object, "except", &hint->except, error)
         && (hint->words[0] != NULL || sp_refuse_knowledge (error, "a hint needs “words”"));
}

static gboolean
read_hints (JsonObject *root, SpPack *self, GError **error)
{
  JsonArray *hints = sp_json_get_array (root, "hints");

  for (guint i = 0; hints != NULL && i < json_array_get_length (hints); i++)
    if (!read_hint (get_element (hints, i), self, error))
      {
        g_prefix_error (error, "hint %u: ", i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_rule (JsonObject *object, const SpConditionScope *scope, SpPackEntry *entry, GError **error)
{
  g_autoptr (SpRule) rule = g_new0 (SpRule, 1);
  const char *state;

  if (object == NULL || !json_object_has_member (object, "when"))
    return sp_refuse_knowledge (error, "a rule is an object with “when”");
  if (!sp_json_check_members (object, rule_members, error))
    return FALSE;
  state = sp_json_get_string (object, "state");
  if (g_strcmp0 (state, "present") != 0 && g_strcmp0 (state, "partial") != 0)
    return sp_refuse_knowledge (error, "a rule gives the state “present” or “partial”");

  rule->state = g_str_equal (state, "present") ? SP_ANSWER_PRESENT : SP_ANSWER_PARTIAL;
  rule->note = sp_json_get_string (object, "note");
  rule->when = sp_condition_new (json_object_get_member (object, "when"), scope, error);
  if (rule->when == NULL)
    return FALSE;
  if (!sp_condition_is_positive (rule->when))
    return sp_refuse_knowledge (error, "a rule could hold without a clause to show for it");
  if (rule->state == SP_ANSWER_PARTIAL && rule->note == NULL)
    return sp_refuse_knowledge (error, "what is found in part needs a “note” that says what is missing");
  sp_condition_collect_names (rule->when, entry->sought);
  g_ptr_array_add (entry->rules, g_steal_pointer (&rule));
  return TRUE;
}

static gboolean
read_rules (JsonObject *object, const SpConditionScope *scope, SpPackEntry *entry, GError **error)
{
  JsonArray *rules = sp_json_get_array (object, "rules");
  JsonNode *applies_when = json_object_get_member (object, "applies_when");

  for (guint i = 0; rules != NULL && i < json_array_get_length (rules); i++)
    if (!read_rule (get_element (rules, i), scope, entry, error))
      return FALSE;

  entry->not_applicable_note = sp_json_get_string (object, "not_applicable");
  if (applies_when != NULL)
    entry->applies_when = sp_condition_new (applies_when, scope, error);
  if (applies_when != NULL && entry->applies_when == NULL)
    return FALSE;
  if ((applies_when != NULL || entry->rules->len == 0) && entry->not_applicable_note == NULL)
    return sp_refuse_knowledge (error, "an item with “applies_when”, or without “rules”, needs “not_applicable” to say why");
  return sp_near_read (object, scope, entry->near, error);
}

static gboolean
read_item (JsonObject *object, const SpConditionScope *scope, SpPackEntry *entry, GError **error)
{
  SpPackItem *item = &entry->item;

  item->prevalence = sp_json_get_double (object, "prevalence", NAN);
  if (!isnan (item->prevalence) && !(item->prevalence >= 0 && item->prevalence <= 1))
    return sp_refuse_knowledge (error, "“prevalence” lies between 0 and 1");
  return sp_json_check_members (object, item_members, error)
         && (item->article = sp_json_require_string (object, "article", error)) != NULL
         && (item->title = sp_json_require_string (object, "title", error)) != NULL
         && (item->looked_for = sp_json_require_string (object, "looked_for", error)) != NULL
         && (item->source = sp_json_require_string (object, "source", error)) != NULL
         && read_day (object, &item->in_force_from, error) && read_rules (object, scope, entry, error);
}

static gboolean
has_item (const SpPack *self, const char *id)
{
  for (guint i = 0; i < self->info.items->len; i++)
    if (g_strcmp0 (((SpPackItem *) self->info.items->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
add_item (JsonObject *object, const SpConditionScope *scope, SpPack *self, GError **error)
{
  SpPackEntry *entry;
  const char *id;

  if (object == NULL)
    return sp_refuse_knowledge (error, "an item is an object");
  id = sp_json_require_string (object, "id", error);
  if (id == NULL)
    return FALSE;
  if (!is_id (id, TRUE))
    return sp_refuse_knowledge (error, "“%s”: an id is made of capitals and digits", id);
  if (has_item (self, id))
    return sp_refuse_knowledge (error, "%s exists twice", id);

  entry = entry_new ();
  entry->item.id = id;
  g_ptr_array_add (self->info.items, entry);
  if (read_item (object, scope, entry, error))
    return TRUE;
  g_prefix_error (error, "%s: ", id);
  return FALSE;
}

static gboolean
read_items (JsonObject *root, const SpConditionScope *scope, SpPack *self, GError **error)
{
  JsonArray *items = sp_json_require_array (root, "items", error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (items); i++)
    if (!add_item (get_element (items, i), scope, self, error))
      {
        g_prefix_error (error, "item %u: ", i + 1);
        return FALSE;
      }
  return self->info.items->len > 0 || sp_refuse_knowledge (error, "a pack needs items");
}

static gboolean
read_info (JsonObject *root, SpPackInfo *info, GError **error)
{
  if (!sp_json_check_members (root, pack_members, error)
      || (info->version = sp_json_require_string (root, "version", error)) == NULL
      || (info->id = sp_json_require_string (root, "id", error)) == NULL
      || (info->title = sp_json_require_string (root, "title", error)) == NULL
      || (info->source = sp_json_require_string (root, "source", error)) == NULL
      || sp_json_require_string (root, "in_force_from", error) == NULL
      || !read_day (root, &info->in_force_from, error))
    return FALSE;
  info->prevalence_set = sp_json_get_string (root, "prevalence_set");
  return is_id (info->id, FALSE)
         || sp_refuse_knowledge (error, "“%s”: the id of a pack is made of small letters and digits", info->id);
}

static void
add_sets (JsonObject *to, JsonObject *from)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (to, name, json_node_copy (node));
}

static gboolean
read_pack (SpPack *self, JsonObject *sets, const SpFindingRegistry *registry, GError **error)
{
  JsonObject *root = json_node_get_object (self->root);
  JsonObject *own_sets = sp_json_get_object (root, "sets");
  g_autoptr (JsonObject) all_sets = json_object_new ();
  SpConditionScope scope = { all_sets, sp_rubric_is_known_name, (gpointer) registry };

  add_sets (all_sets, sets);
  if (own_sets != NULL)
    add_sets (all_sets, own_sets);

  return read_info (root, &self->info, error) && read_hints (root, self, error)
         && read_items (root, &scope, self, error);
}

/**
 * sp_pack_new:
 * @root: (transfer full): a JSON object:
 *
 *     { "version", "id", "title", "source", "in_force_from", "prevalence_set",
 *       "hints": [ { "title", "words": […], "except": […] } ]   words of a policy that hint at this law
 *       "sets":  { name: [names of detectors, tags and facts] }   besides those of packs.json
 *       "items": [ { "id", "article", "title", "looked_for", "source", "in_force_from",
 *                    "prevalence",
 *                    "applies_when": a condition (sp-condition.h); where it fails the item does not apply,
 *                    "not_applicable": why it does not,
 *                    "rules": [ { "state": "present" or "partial", "when": a condition, "note" } ]
 *                    "near":  [ { "of": [names], "reason" } ]   what comes nearest, and why it is not it
 *                  } ] }
 *
 * @sets: those that all packs may use
 * @registry: the detectors that its conditions may name
 *
 * Errors: %SP_ERROR_KNOWLEDGE, naming the item and what is wrong in it.
 *
 * Returns: (transfer full): the pack
 */
SpPack *
sp_pack_new (JsonNode *root, JsonObject *sets, const SpFindingRegistry *registry, GError **error)
{
  g_autoptr (SpPack) self = g_new0 (SpPack, 1);

  self->root = root;
  self->info.items = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->hints = g_ptr_array_new_with_free_func ((GDestroyNotify) hint_free);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      sp_refuse_knowledge (error, "a pack is an object");
      return NULL;
    }
  return read_pack (self, sets, registry, error) ? g_steal_pointer (&self) : NULL;
}

void
sp_pack_free (SpPack *self)
{
  g_ptr_array_unref (self->info.items);
  g_ptr_array_unref (self->hints);
  json_node_unref (self->root);
  g_free (self);
}
