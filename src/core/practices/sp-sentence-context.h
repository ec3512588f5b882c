/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-rule-set.h"

G_BEGIN_DECLS

/**
 * SpContextSet:
 *
 * The contexts that a sentence stands in, a bit each.
 */
typedef guint32 SpContextSet;

/**
 * SpContextRules:
 *
 * What is around a practice: an exception, a consent, a hedge; a region or children only; a definition,
 * an advice, another party's doing. From data/knowledge/lexicons/en/contexts.json; immutable; any thread.
 *
 * A row of its "contexts":
 *
 *     { "id": "exception", "match": […], "unless": […], "match_next": […],
 *       "headings": true, "suppresses": true, "continued": true }
 *
 * "match", "unless": patterns over the sentence (sp-token-rule.h). "match_next": patterns over the next
 * sentence of the same segment. "headings": a heading above it, or the lead-in of a list item, in which
 * "match" holds counts too. "suppresses": a detector fires here only if its row allows the context.
 * "continued": it goes on under the next headings of which the row "continues" speaks, from the heading
 * or from the sentence in which the row "announces" holds.
 *
 * Four contexts need no row: "heading" (headings, labels, titles and questions; it suppresses), "list-item" (the match
 * began in the lead-in), "may" (the verb is a permission: “we may share”) and "hedged" (a hedged denial).
 *
 * Source: sections 7.3 to 7.5 of the rubric.
 */
typedef struct _SpContextRules SpContextRules;

SpContextRules *sp_context_rules_new (JsonObject *contexts, SpVocabulary *vocabulary, GError **error);
void            sp_context_rules_index (SpContextRules *self, const SpVocabulary *vocabulary);
void            sp_context_rules_free (SpContextRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpContextRules, sp_context_rules_free)

SpContextSet  sp_context_rules_find (const SpContextRules *self, const char *id);
const char   *sp_context_rules_get_id (const SpContextRules *self, SpContextSet set);
SpContextSet  sp_context_rules_get_suppressing (const SpContextRules *self);
SpContextSet *sp_context_rules_read (const SpContextRules *self, SpSegmentation *segmentation,
                                     const SpSentenceViews *views, SpRuleScratch *scratch);
SpContextSet  sp_context_rules_read_match (const SpContextRules *self, const SpSentenceView *view,
                                           const SpRuleMatch *match);

G_END_DECLS
