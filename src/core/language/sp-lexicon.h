/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-segmentation.h"

G_BEGIN_DECLS

/**
 * SpLexicon:
 *
 * Named classes of words and phrases, looked up in tokens. From a JSON file under
 * data/knowledge/lexicons/; immutable once loaded.
 */
typedef struct _SpLexicon SpLexicon;

SpLexicon *sp_lexicon_new_from_resource (const char *name, GError **error);
SpLexicon *sp_lexicon_ref (SpLexicon *self);
void       sp_lexicon_unref (SpLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpLexicon, sp_lexicon_unref)

guint       sp_lexicon_get_n_classes (const SpLexicon *self);
const char *sp_lexicon_get_class_name (const SpLexicon *self, guint class_index);
int         sp_lexicon_find_class (const SpLexicon *self, const char *name);

/**
 * SpLexiconMatch:
 *
 * A phrase of a class, over whole tokens of one sentence.
 */
typedef struct
{
  guint class_index;
  guint first_token;
  guint n_tokens;
} SpLexiconMatch;

GArray *sp_lexicon_match (const SpLexicon *self, const SpToken *tokens, guint first_token, guint n_tokens);

G_END_DECLS
