/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-condition.h"
#include "sp-finding.h"

G_BEGIN_DECLS

/**
 * SpPhrase:
 * @text: as it stands inside a sentence, for people
 *
 * One entry of a list, named where @when holds.
 */
typedef struct
{
  const char *text;
  SpCondition *when; /* (owned) */
} SpPhrase;

/**
 * SpPointRule:
 * @text: one sentence; "%s" in it stands for the list or the quoted words
 * @when: (nullable): else it is said where something is listed
 * @list: (nullable) (element-type SpPhrase)
 * @quoted: (nullable): interned: the name whose words are quoted in the sentence
 */
typedef struct
{
  const char *text;
  SpSeverity severity;
  SpCondition *when; /* (owned) */
  GPtrArray *list;   /* (owned) */
  const char *quoted;
} SpPointRule;

/**
 * SpTopic:
 * @points: (element-type SpPointRule): the first that holds is said
 */
typedef struct
{
  const char *id;
  GPtrArray *points; /* (owned) */
} SpTopic;

/**
 * SpSummaryRules:
 * @lists: (element-type utf8 GPtrArray): phrases by the name of their list, what matters most first
 * @topics: (element-type SpTopic): in the order in which they are told, what matters most first
 *
 * How a policy is summed up, from data/knowledge/summary.json: {"lists": {name: [{"text", "when"}]},
 * "topics": [{"topic", "points": [{"severity", "text", "when", "list", "quoted"}]}]}. Immutable; any thread.
 */
typedef struct
{
  JsonNode *root;    /* (owned): all strings point into it */
  GHashTable *lists; /* (owned) */
  GPtrArray *topics; /* (owned) */
} SpSummaryRules;

SpSummaryRules *sp_summary_rules_new_from_json (const char *json, const SpConditionScope *scope, GError **error);
SpSummaryRules *sp_summary_rules_new_from_resource (const SpConditionScope *scope, GError **error);
void            sp_summary_rules_free (SpSummaryRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSummaryRules, sp_summary_rules_free)

G_END_DECLS
