/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpLexiconSet:
 * @SP_LEXICON_FRAME_WORDS: words of classes and ids that name the frame of a page
 * @SP_LEXICON_HEADING_CLASSES: words of classes that name a heading
 * @SP_LEXICON_FINITE_VERBS: words that make a sentence of a line
 * @SP_LEXICON_HEADING_STARTS: words that headings of policies begin with
 * @SP_LEXICON_HEADING_WORDS: words that headings of policies are about
 * @SP_LEXICON_TITLE_WORDS: words that a policy's title has
 * @SP_LEXICON_TOPIC_WORDS: words that a policy's text has more of than others
 * @SP_LEXICON_TERMS_WORDS: words that the text of terms of use has more of than others
 * @SP_LEXICON_POLICY_TITLES: what privacy policies are called
 * @SP_LEXICON_TERMS_TITLES: what terms of use are called
 * @SP_LEXICON_BOILERPLATE: lines that are navigation or sharing, in lower case
 * @SP_LEXICON_SENTENCE_OPENERS: words that begin a sentence or a clause, never a heading
 * @SP_LEXICON_SENTENCE_STARTS: words that sentences after a heading usually begin with
 * @SP_LEXICON_SPAM_COMPANIONS: words that stand beside those of advertising
 * @SP_LEXICON_SPAM_CONTEXTS: words of texts that are about what is advertised
 * @SP_LEXICON_SPAM_WEAK: such words that are only advertising in company: "payday loans online"
 * @SP_LEXICON_SPAM: words of advertising that hackers inject
 *
 * The word lists that import compares with.
 */
typedef enum
{
  SP_LEXICON_FRAME_WORDS,
  SP_LEXICON_HEADING_CLASSES,
  SP_LEXICON_FINITE_VERBS,
  SP_LEXICON_HEADING_STARTS,
  SP_LEXICON_HEADING_WORDS,
  SP_LEXICON_TITLE_WORDS,
  SP_LEXICON_TOPIC_WORDS,
  SP_LEXICON_TERMS_WORDS,
  SP_LEXICON_POLICY_TITLES,
  SP_LEXICON_TERMS_TITLES,
  SP_LEXICON_BOILERPLATE,
  SP_LEXICON_SENTENCE_OPENERS,
  SP_LEXICON_SENTENCE_STARTS,
  SP_LEXICON_SPAM_COMPANIONS,
  SP_LEXICON_SPAM_CONTEXTS,
  SP_LEXICON_SPAM_WEAK,
  SP_LEXICON_SPAM,
  SP_LEXICON_N_SETS,
} SpLexiconSet;

typedef struct _SpImportLexicon SpImportLexicon;

const SpImportLexicon *sp_import_lexicon_get (void);
gboolean               sp_import_lexicon_has (const SpImportLexicon *self, SpLexiconSet set,
                                              const char *word, gsize length);

G_END_DECLS
