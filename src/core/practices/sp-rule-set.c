/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-rule-set.h"

#include "sp-error.h"

struct _SpRuleSet
{
  GPtrArray *rules;   /* (owned) (element-type SpTokenRule) */
  GArray *owners;     /* (owned) (element-type guint): of each rule */
  GPtrArray *by_atom; /* (owned) (element-type GArray): the rules that each atom may start, or %NULL */
};

struct _SpRuleSearch
{
  const SpRuleSet *set; /* (not owned) */
  GArray *hits;         /* (owned) (element-type SpRuleHit) */
  guint *rounds;        /* (owned): of each rule, the round in which it was tried last */
  guint round;
};

static void
free_rule_numbers (gpointer numbers)
{
  if (numbers != NULL)
    g_array_unref (numbers);
}

/**
 * sp_rule_set_new:
 *
 * Returns: (transfer full): an empty set
 */
SpRuleSet *
sp_rule_set_new (void)
{
  SpRuleSet *self = g_new0 (SpRuleSet, 1);

  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_token_rule_free);
  self->owners = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_atom = g_ptr_array_new_with_free_func (free_rule_numbers);
  return self;
}

void
sp_rule_set_free (SpRuleSet *self)
{
  g_ptr_array_unref (self->rules);
  g_array_unref (self->owners);
  g_ptr_array_unref (self->by_atom);
  g_free (self);
}

/**
 * sp_rule_set_take:
 * @rule: (transfer full): added to the set
 */
void
sp_rule_set_take (SpRuleSet *self, SpTokenRule *rule, guint owner)
{
  g_ptr_array_add (self->rules, rule);
  g_array_append_val (self->owners, owner);
}

guint
sp_rule_set_get_length (const SpRuleSet *self)
{
  return self->rules->len;
}

static void
index_rule (SpRuleSet *self, guint number)
{
  guint n_keys;
  const guint *keys = sp_token_rule_get_keys (self->rules->pdata[number], &n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      GArray **numbers = (GArray **) &self->by_atom->pdata[keys[i]];

      if (*numbers == NULL)
        *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (*numbers, number);
    }
}

/**
 * sp_rule_set_index:
 * @vocabulary: complete
 *
 * To be called once, after the last rule.
 */
void
sp_rule_set_index (SpRuleSet *self, const SpVocabulary *vocabulary)
{
  g_ptr_array_set_size (self->by_atom, sp_vocabulary_get_n_atoms (vocabulary));
  for (guint i = 0; i < self->rules->len; i++)
    index_rule (self, i);
}

/**
 * sp_rule_search_new:
 * @set: indexed; must live longer
 *
 * Returns: (transfer full): room for one thread
 */
SpRuleSearch *
sp_rule_search_new (const SpRuleSet *set)
{
  SpRuleSearch *self = g_new0 (SpRuleSearch, 1);

  self->set = set;
  self->hits = g_array_new (FALSE, FALSE, sizeof (SpRuleHit));
  self->rounds = g_new0 (guint, set->rules->len);
  return self;
}

void
sp_rule_search_free (SpRuleSearch *self)
{
  g_array_unref (self->hits);
  g_free (self->rounds);
  g_free (self);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const SpRuleHit *one = a;
  const SpRuleHit *other = b;

  if (one->owner != other->owner)
    return one->owner < other->owner ? -1 : 1;
  return one->rule < other->rule ? -1 : one->rule > other->rule;
}

static void
try_rule (SpRuleSearch *self, SpRuleScratch *scratch, guint number)
{
  SpRuleHit hit = { g_array_index (self->set->owners, guint, number), number };

  if (self->rounds[number] == self->round)
    return;
  self->rounds[number] = self->round;
  if (sp_token_rule_match (self->set->rules->pdata[number], scratch, &hit.match))
    g_array_append_val (self->hits, hit);
}

/**
 * sp_rule_search_run:
 * @scratch: with a sentence loaded
 * @n_hits: (out): how many
 *
 * Returns: (array length=n_hits): the rules that match, by owner and then as they were added; valid
 *   until the next run
 */
const SpRuleHit *
sp_rule_search_run (SpRuleSearch *self, SpRuleScratch *scratch, guint *n_hits)
{
  const SpSentenceView *view = sp_rule_scratch_get_view (scratch);

  self->round++;
  g_array_set_size (self->hits, 0);
  for (guint i = 0; i < view->n_occurrences; i++)
    {
      GArray *numbers = self->set->by_atom->pdata[view->occurrences[i].atom];

      if (numbers == NULL || !sp_rule_scratch_is_first (scratch, i))
        continue;
      for (guint j = 0; j < numbers->len; j++)
        try_rule (self, scratch, g_array_index (numbers, guint, j));
    }

  g_array_sort (self->hits, compare_hits);
  *n_hits = self->hits->len;
  return (const SpRuleHit *) (gpointer) self->hits->data;
}

/**
 * sp_rule_list_parse:
 * @patterns: (nullable): none makes an empty list
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full) (element-type SpTokenRule): the rules
 */
GPtrArray *
sp_rule_list_parse (JsonArray *patterns, SpVocabulary *vocabulary, GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_token_rule_free);

  for (guint i = 0; patterns != NULL && i < json_array_get_length (patterns); i++)
    {
      const char *pattern = json_array_get_string_element (patterns, i);
      SpTokenRule *rule;

      if (pattern == NULL)
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "pattern %u is no text", i);
          return NULL;
        }
      rule = sp_token_rule_new (pattern, vocabulary, error);
      if (rule == NULL)
        return NULL;
      g_ptr_array_add (rules, rule);
    }
  return g_steal_pointer (&rules);
}

/**
 * sp_rule_list_match:
 * @rules: (element-type SpTokenRule)
 *
 * Returns: whether one of @rules matches the sentence in @scratch
 */
gboolean
sp_rule_list_match (GPtrArray *rules, SpRuleScratch *scratch)
{
  SpRuleMatch match;

  for (guint i = 0; i < rules->len; i++)
    if (sp_token_rule_match (rules->pdata[i], scratch, &match))
      return TRUE;
  return FALSE;
}
