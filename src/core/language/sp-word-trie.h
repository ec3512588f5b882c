/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpWordTrie:
 *
 * A vocabulary of words ("cookie") and beginnings of words ("collect*"), each with a number.
 * A word is looked up in one walk over its bytes, however many beginnings there are.
 */
typedef struct _SpWordTrie SpWordTrie;

/* How many entries one word can meet: itself and its beginnings. */
#define SP_WORD_TRIE_MAX_IDS 16

SpWordTrie *sp_word_trie_new (void);
void        sp_word_trie_free (SpWordTrie *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpWordTrie, sp_word_trie_free)

guint sp_word_trie_add (SpWordTrie *self, const char *entry);
guint sp_word_trie_lookup (const SpWordTrie *self, const char *word, guint ids[SP_WORD_TRIE_MAX_IDS]);

G_END_DECLS
