/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-token-rule.h"

G_BEGIN_DECLS

/**
 * SpPolarity:
 *
 * Finds out which words of a sentence are denied. From the classes of
 * data/knowledge/lexicons/en/contexts.json; immutable; any thread.
 *
 * A negator (“not”, “never”, “nor”, “refrain from”) denies the words after it as far as its verbs
 * reach: over lists (“will never release, sell or trade”) and passives (“will not be sold, exchanged or
 * given”), up to the end of the clause, a word that opens another one (“but”, “except”, “unless”,
 * “which”), a new subject or a new auxiliary. Nothing is denied where the negator denies no practice:
 * “not only”, “not limited to”, “whether or not”, “we cannot guarantee”, “do not hesitate”, “Do Not
 * Track” as a name, and where the reader is the subject (“if you do not want us to share”). A hedge
 * beside the negator (“not knowingly”, “generally does not”) makes the denial weak.
 *
 * Source: section 7.2 of the rubric.
 */
typedef struct _SpPolarity SpPolarity;

SpPolarity *sp_polarity_new (const SpVocabulary *vocabulary, GError **error);
void        sp_polarity_free (SpPolarity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPolarity, sp_polarity_free)

void sp_polarity_mark (const SpPolarity *self, const SpSentenceView *view);

G_END_DECLS
