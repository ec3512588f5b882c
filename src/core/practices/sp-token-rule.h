/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-sentence-view.h"

G_BEGIN_DECLS

/**
 * SpTokenRule:
 *
 * One pattern over the words of a sentence, compiled to a bit-parallel automaton of at most
 * %SP_TOKEN_RULE_MAX_ELEMENTS places, so that time is linear in the sentence. Immutable; any thread.
 *
 * A pattern is written as elements parted by blanks. Commas, quotes, brackets, dashes and hyphens of
 * the text are not there for it; “;”, “:” and a stop inside a sentence end a clause, which no element
 * and only the gap “...” reaches over.
 *
 * - `word`: that word, lower case, with a straight apostrophe; contractions count as their words
 *   (“not” meets the end of “don't”), possessives as the word;
 * - `market*`: every word that begins so;
 * - `third_part*`: words that follow each other;
 * - `a|b_c|@sell`: alternatives; `@sell` is a class of data/knowledge/lexicons/en/classes.json;
 * - `word?`: an element that may be missing;
 * - `#`: a number; `<address>`: a URL, host name or e-mail address; `<email>`: only the latter;
 * - `..` between elements: up to 25 other words of the clause; `..6`: up to 6; `...`: any number, in
 *   later clauses too;
 * - `^` first, `$` last: the start and the end of the sentence; “..4 $” allows four words behind;
 * - `+@sell`: only where that word is affirmed; `-@sell`: only where it is denied. See sp-polarity.h.
 */
typedef struct _SpTokenRule SpTokenRule;

#define SP_TOKEN_RULE_MAX_ELEMENTS 63

/**
 * SpRuleMatch:
 * @start: index of the first word
 * @end: one past the last word
 * @verb: the word whose polarity the pattern asked for, or @start
 */
typedef struct
{
  guint start;
  guint end;
  guint verb;
} SpRuleMatch;

SpTokenRule *sp_token_rule_new (const char *pattern, SpVocabulary *vocabulary, GError **error);
void         sp_token_rule_free (SpTokenRule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpTokenRule, sp_token_rule_free)

const guint *sp_token_rule_get_keys (const SpTokenRule *self, guint *n_keys);

/**
 * SpRuleScratch:
 *
 * Room to match rules in, with one sentence loaded. For one thread.
 */
typedef struct _SpRuleScratch SpRuleScratch;

SpRuleScratch *sp_rule_scratch_new (const SpVocabulary *vocabulary);
void           sp_rule_scratch_free (SpRuleScratch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpRuleScratch, sp_rule_scratch_free)

void                  sp_rule_scratch_load (SpRuleScratch *self, const SpSentenceView *view);
const SpSentenceView *sp_rule_scratch_get_view (const SpRuleScratch *self);
gboolean              sp_rule_scratch_has_atom (const SpRuleScratch *self, guint atom);
gboolean              sp_rule_scratch_is_first (const SpRuleScratch *self, guint occurrence);
gboolean              sp_token_rule_match (const SpTokenRule *self, SpRuleScratch *scratch,
                                           SpRuleMatch *match);

G_END_DECLS
