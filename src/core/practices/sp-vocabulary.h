/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-json-private.h"

G_BEGIN_DECLS

/**
 * SpVocabulary:
 *
 * The words and phrases that token rules speak of, each with a number, its *atom*. A class is an atom
 * too: that of all its words and phrases. Filled while knowledge is loaded, then only read; any thread.
 *
 * Words are compared in their plain form, see sp_plain_words(): patterns and texts go through the same
 * door, so that “third-party” meets “third party” and “won't” meets “will not”.
 */
typedef struct _SpVocabulary SpVocabulary;

#define SP_VOCABULARY_NO_ATOM G_MAXUINT32

/* Words that stand for any number, any URL or e-mail address, and any e-mail address. */
#define SP_VOCABULARY_NUMBER "#"
#define SP_VOCABULARY_ADDRESS "<address>"
#define SP_VOCABULARY_EMAIL   "<email>"

SpVocabulary *sp_vocabulary_new (void);
void          sp_vocabulary_free (SpVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpVocabulary, sp_vocabulary_free)

gboolean sp_vocabulary_add_classes (SpVocabulary *self, JsonObject *classes, GError **error);
guint    sp_vocabulary_add_phrase (SpVocabulary *self, const char *phrase);
guint    sp_vocabulary_add_word (SpVocabulary *self, const char *word);
guint    sp_vocabulary_find_class (const SpVocabulary *self, const char *name);
guint    sp_vocabulary_get_n_atoms (const SpVocabulary *self);
guint    sp_vocabulary_get_cost (const SpVocabulary *self, guint atom);

/* Following a phrase through a text: from the root, word by word, as long as there is a next place. */
guint        sp_vocabulary_find_words (const SpVocabulary *self, const char *word, guint *ids);
guint        sp_vocabulary_step (const SpVocabulary *self, guint place, guint word);
const guint *sp_vocabulary_get_atoms (const SpVocabulary *self, guint place, guint *n_atoms);

#define SP_VOCABULARY_ROOT 1
#define SP_VOCABULARY_NOWHERE 0

GPtrArray *sp_plain_words (const char *word);

G_END_DECLS
