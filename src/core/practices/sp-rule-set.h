/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-token-rule.h"

G_BEGIN_DECLS

/**
 * SpRuleSet:
 *
 * Many rules, each with a number of its owner. Of these a sentence runs only those whose rarest word
 * occurs in it. Immutable once indexed; any thread.
 */
typedef struct _SpRuleSet SpRuleSet;

SpRuleSet *sp_rule_set_new (void);
void       sp_rule_set_free (SpRuleSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpRuleSet, sp_rule_set_free)

guint sp_rule_set_get_length (const SpRuleSet *self);
void sp_rule_set_take (SpRuleSet *self, SpTokenRule *rule, guint owner);
void sp_rule_set_index (SpRuleSet *self, const SpVocabulary *vocabulary);

/**
 * SpRuleHit:
 * @rule: index of the rule in its set
 */
typedef struct
{
  guint owner;
  guint rule;
  SpRuleMatch match;
} SpRuleHit;

/**
 * SpRuleSearch:
 *
 * Runs a set on sentence after sentence. For one thread.
 */
typedef struct _SpRuleSearch SpRuleSearch;

SpRuleSearch *sp_rule_search_new (const SpRuleSet *set);
void          sp_rule_search_free (SpRuleSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpRuleSearch, sp_rule_search_free)

const SpRuleHit *sp_rule_search_run (SpRuleSearch *self, SpRuleScratch *scratch, guint *n_hits);

/* A few rules of which one must match. */
GPtrArray *sp_rule_list_parse (JsonArray *patterns, SpVocabulary *vocabulary, GError **error);
gboolean   sp_rule_list_match (GPtrArray *rules, SpRuleScratch *scratch);

G_END_DECLS
