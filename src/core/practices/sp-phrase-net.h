/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-sentence-view.h"

G_BEGIN_DECLS

/**
 * SpPhraseHit:
 * @owner: the number that the phrase was added with
 * @start: index of the first word in the view
 * @end: one past the last word
 */
typedef struct
{
  guint owner;
  guint start;
  guint end;
} SpPhraseHit;

/**
 * SpPhraseNet:
 *
 * Many phrases with alternatives in them, found in one walk over a sentence. Written as elements
 * parted by blanks, over words as the vocabulary knows them:
 *
 * - `word`, `market*`, `third_part*`: as in sp-token-rule.h;
 * - `a|b_c`: alternatives;
 * - `word?`: an element that may be missing.
 *
 * A phrase never reaches over the end of a clause. Spelt out, the alternatives of the ontology would
 * make millions of phrases; here an element is a set of words. Immutable once indexed; any thread.
 */
typedef struct _SpPhraseNet SpPhraseNet;

SpPhraseNet *sp_phrase_net_new (void);
void         sp_phrase_net_free (SpPhraseNet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPhraseNet, sp_phrase_net_free)

gboolean sp_phrase_net_add (SpPhraseNet *self, const char *phrase, guint owner, SpVocabulary *vocabulary,
                            GError **error);
void     sp_phrase_net_index (SpPhraseNet *self);
void     sp_phrase_net_search (const SpPhraseNet *self, const SpSentenceView *view, GArray *hits);

G_END_DECLS
