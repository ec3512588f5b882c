/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-segmentation.h"

G_BEGIN_DECLS

/**
 * SpLexicon:
 *
 * Named classes of words and phrases, looked up in tokens. Immutable once loaded; any thread.
 *
 * The file is a JSON object with "version", "language", "source" and "classes", an object of arrays
 * of entries. An entry is one or more words parted by blanks, each compared with the norm of one
 * token (lower case, straight apostrophes; a punctuation mark is a token of its own):
 *
 *     "classes": {
 *       "need":      ["necessary", "appropriate"],
 *       "condition": ["depending", "from time to time", "as @need", "as is @need"],
 *       "gather":    ["collect*", "gather*", "take in"],
 *       "handle":    ["@gather", "process*"]
 *     }
 *
 * A word that ends in an asterisk meets every word that begins so. A word that begins with @ stands
 * for each entry of that class, alone or inside a phrase.
 */
typedef struct _SpLexicon SpLexicon;

SpLexicon *sp_lexicon_new_from_resource (const char *name, GError **error);
SpLexicon *sp_lexicon_new_from_json (const char *name, const char *data, gssize length, GError **error);
SpLexicon *sp_lexicon_ref (SpLexicon *self);
void       sp_lexicon_unref (SpLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpLexicon, sp_lexicon_unref)

const char *sp_lexicon_get_version (const SpLexicon *self);
guint       sp_lexicon_get_n_classes (const SpLexicon *self);
const char *sp_lexicon_get_class_name (const SpLexicon *self, guint class_index);
int         sp_lexicon_find_class (const SpLexicon *self, const char *name);

/**
 * SpLexiconMatch:
 *
 * A phrase of a class, over whole tokens.
 */
typedef struct
{
  guint class_index;
  guint first_token;
  guint n_tokens;
} SpLexiconMatch;

GArray  *sp_lexicon_match (const SpLexicon *self, const SpToken *tokens, guint first_token,
                           guint n_tokens);
guint    sp_lexicon_match_at (const SpLexicon *self, guint class_index, const SpToken *tokens,
                              guint first_token, guint n_tokens);
gboolean sp_lexicon_contains (const SpLexicon *self, guint class_index, const char *norm);

G_END_DECLS
