/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-vocabulary.h"

#include <string.h>

#include "sp-error.h"
#include "sp-word-trie.h"

/* Classes inside classes; deeper is a circle. */
#define MAX_CLASS_DEPTH 8

/* Short words (“we”, “may”, “your”) stand in every other sentence. */
#define COMMON_LENGTH 5
#define COMMON_COST 20

struct _SpVocabulary
{
  SpWordTrie *words;     /* (owned) */
  GHashTable *steps;     /* (owned): place << 24 | word → place */
  GPtrArray *places;     /* (owned) (element-type GArray): atoms that end at each place, or %NULL */
  GHashTable *phrases;   /* (owned): phrase → atom */
  GHashTable *classes;   /* (owned): name → atom */
  GArray *costs;         /* (owned) (element-type guint): of each atom, see sp_vocabulary_get_cost() */
};

static void
free_place (gpointer place)
{
  if (place != NULL)
    g_array_unref (place);
}

static guint
add_place (SpVocabulary *self)
{
  g_ptr_array_add (self->places, NULL);
  return self->places->len - 1;
}

static guint
add_atom (SpVocabulary *self)
{
  guint none = 0;

  g_array_append_val (self->costs, none);
  return self->costs->len - 1;
}

/**
 * sp_vocabulary_new:
 *
 * Returns: (transfer full): an empty vocabulary
 */
SpVocabulary *
sp_vocabulary_new (void)
{
  SpVocabulary *self = g_new0 (SpVocabulary, 1);

  self->words = sp_word_trie_new ();
  self->steps = g_hash_table_new (NULL, NULL);
  self->places = g_ptr_array_new_with_free_func (free_place);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->costs = g_array_new (FALSE, FALSE, sizeof (guint));

  add_place (self); /* nowhere */
  add_place (self); /* root */
  return self;
}

void
sp_vocabulary_free (SpVocabulary *self)
{
  sp_word_trie_free (self->words);
  g_hash_table_unref (self->steps);
  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->phrases);
  g_hash_table_unref (self->classes);
  g_array_unref (self->costs);
  g_free (self);
}

static gpointer
step_key (guint place, guint word)
{
  return GSIZE_TO_POINTER (((gsize) place << 24) | word);
}

static guint
step_or_add (SpVocabulary *self, guint place, guint word)
{
  guint next = sp_vocabulary_step (self, place, word);

  if (next == SP_VOCABULARY_NOWHERE)
    {
      next = add_place (self);
      g_hash_table_insert (self->steps, step_key (place, word), GUINT_TO_POINTER (next));
    }
  return next;
}

static void
end_atom (SpVocabulary *self, guint place, guint atom, guint cost)
{
  GArray **atoms = (GArray **) &g_ptr_array_index (self->places, place);

  if (*atoms == NULL)
    *atoms = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < (*atoms)->len; i++)
    if (g_array_index (*atoms, guint, i) == atom)
      return;
  g_array_append_val (*atoms, atom);
  g_array_index (self->costs, guint, atom) += cost;
}

/* Nearly all words are as they are; to say so early spares the copies. */
static gboolean
is_plain (const char *word)
{
  return strpbrk (word, "-'") == NULL && !g_str_equal (word, "cannot") && !g_str_equal (word, "3rd")
         && *word != '\0' && word[strlen (word) - 1] != '.';
}

static guint
put_word (SpVocabulary *self, guint place, const char *word)
{
  g_autoptr (GPtrArray) plain = NULL;

  if (is_plain (word))
    return step_or_add (self, place, sp_word_trie_add (self->words, word));

  plain = sp_plain_words (word);
  for (guint i = 0; i < plain->len; i++)
    place = step_or_add (self, place, sp_word_trie_add (self->words, plain->pdata[i]));
  return place;
}

/* “#”, “<address>” and “<email>” are words like others here; a text has them at its numbers and addresses. */
static void
put_phrase (SpVocabulary *self, const char *phrase, guint atom)
{
  g_autofree char *copy = g_strdup (phrase);
  char *rest = copy;
  const char *word;
  guint place = SP_VOCABULARY_ROOT;

  while ((word = strsep (&rest, " _")) != NULL)
    place = put_word (self, place, word);
  if (place != SP_VOCABULARY_ROOT)
    end_atom (self, place, atom, strlen (phrase) < COMMON_LENGTH ? COMMON_COST : 1);
}

static gboolean
add_members (SpVocabulary *self, JsonObject *classes, const char *name, guint atom, guint depth,
             GError **error)
{
  JsonNode *node = json_object_get_member (classes, name);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || depth > MAX_CLASS_DEPTH)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE,
                   depth > MAX_CLASS_DEPTH ? "class “%s” includes itself" : "class “%s” is no array",
                   name);
      return FALSE;
    }

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      const char *member = json_array_get_string_element (json_node_get_array (node), i);

      if (member == NULL || *member == '\0')
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "class “%s”: entry %u is no text", name, i);
          return FALSE;
        }
      if (*member != '@')
        put_phrase (self, member, atom);
      else if (!add_members (self, classes, member + 1, atom, depth + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sp_vocabulary_add_classes:
 * @classes: arrays of words and phrases by name; “@name” includes another class of @classes
 *
 * Errors: %SP_ERROR_KNOWLEDGE for a class that is no array, is named twice or includes itself.
 */
gboolean
sp_vocabulary_add_classes (SpVocabulary *self, JsonObject *classes, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (classes);

  for (GList *l = names; l != NULL; l = l->next)
    {
      guint atom = add_atom (self);

      if (!g_hash_table_insert (self->classes, g_strdup (l->data), GUINT_TO_POINTER (atom)))
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "class “%s” exists twice",
                       (const char *) l->data);
          return FALSE;
        }
      if (!add_members (self, classes, l->data, atom, 0, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sp_vocabulary_add_phrase:
 * @phrase: words joined by “_”; a word may end in “*”; or “#”, “<address>” or “<email>”
 *
 * Returns: its atom; the same for the same phrase
 */
guint
sp_vocabulary_add_phrase (SpVocabulary *self, const char *phrase)
{
  gpointer known;
  guint atom;

  if (g_hash_table_lookup_extended (self->phrases, phrase, NULL, &known))
    return GPOINTER_TO_UINT (known);

  atom = add_atom (self);
  g_hash_table_insert (self->phrases, g_strdup (phrase), GUINT_TO_POINTER (atom));
  put_phrase (self, phrase, atom);
  return atom;
}

/**
 * sp_vocabulary_add_word:
 * @word: one plain word, which may end in “*”; “#”, “<address>” or “<email>”
 *
 * For who follows phrases by other means than atoms.
 *
 * Returns: the number by which views name the word in @places
 */
guint
sp_vocabulary_add_word (SpVocabulary *self, const char *word)
{
  return sp_word_trie_add (self->words, word);
}

/**
 * sp_vocabulary_find_class:
 *
 * Returns: the atom of a class, or %SP_VOCABULARY_NO_ATOM
 */
guint
sp_vocabulary_find_class (const SpVocabulary *self, const char *name)
{
  gpointer atom;

  if (!g_hash_table_lookup_extended (self->classes, name, NULL, &atom))
    return SP_VOCABULARY_NO_ATOM;
  return GPOINTER_TO_UINT (atom);
}

guint
sp_vocabulary_get_n_atoms (const SpVocabulary *self)
{
  return self->costs->len;
}

/**
 * sp_vocabulary_get_cost:
 *
 * Returns: about how often @atom will occur in a text, compared with others
 */
guint
sp_vocabulary_get_cost (const SpVocabulary *self, guint atom)
{
  return g_array_index (self->costs, guint, atom);
}

/**
 * sp_vocabulary_find_words:
 * @word: a plain word of a text
 * @ids: (out caller-allocates): room for %SP_WORD_TRIE_MAX_IDS
 *
 * Returns: how many words and beginnings of words of the vocabulary it meets
 */
guint
sp_vocabulary_find_words (const SpVocabulary *self, const char *word, guint *ids)
{
  return sp_word_trie_lookup (self->words, word, ids);
}

/**
 * sp_vocabulary_step:
 *
 * Returns: the place after @word, or %SP_VOCABULARY_NOWHERE
 */
guint
sp_vocabulary_step (const SpVocabulary *self, guint place, guint word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->steps, step_key (place, word)));
}

/**
 * sp_vocabulary_get_atoms:
 *
 * Returns: (array length=n_atoms) (nullable): the atoms whose phrases end at @place
 */
const guint *
sp_vocabulary_get_atoms (const SpVocabulary *self, guint place, guint *n_atoms)
{
  GArray *atoms = g_ptr_array_index (self->places, place);

  *n_atoms = atoms != NULL ? atoms->len : 0;
  return atoms != NULL ? (const guint *) (gpointer) atoms->data : NULL;
}

/* Endings that stand for a word of their own, the first that fits. */
static const struct
{
  const char *ending;
  const char *word;
} contractions[] = {
  { "n't", "not" }, { "'ll", "will" }, { "'re", "are" }, { "'ve", "have" },
};

static const struct
{
  const char *word;
  const char *first;
  const char *second;
} irregular[] = {
  { "can't", "can", "not" }, { "cannot", "can", "not" }, { "won't", "will", "not" },
  { "3rd", "third", NULL }, { "shan't", "shall", "not" }, { "it's", "it", "is" }, { "that's", "that", "is" },
  { "e-mail", "email", NULL }, { "e-mails", "emails", NULL }, { "e-mailed", "emailed", NULL },
  { "e-mailing", "emailing", NULL }, { "e-mail*", "email*", NULL },
};

static gboolean
add_contraction (GPtrArray *words, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (g_str_equal (word, irregular[i].word))
      {
        g_ptr_array_add (words, g_strdup (irregular[i].first));
        if (irregular[i].second != NULL)
          g_ptr_array_add (words, g_strdup (irregular[i].second));
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (contractions); i++)
    if (g_str_has_suffix (word, contractions[i].ending))
      {
        g_ptr_array_add (words, g_strndup (word, strlen (word) - strlen (contractions[i].ending)));
        g_ptr_array_add (words, g_strdup (contractions[i].word));
        return TRUE;
      }
  return FALSE;
}

static void
add_part (GPtrArray *words, const char *part)
{
  gsize length = strlen (part);

  if (length == 0 || add_contraction (words, part))
    return;
  if (g_str_has_suffix (part, "'s"))
    length -= 2;
  else if (part[length - 1] == '\'')
    length -= 1;
  /* Only abbreviations keep a stop: “U.S.” and “U.S” are one. */
  if (length > 0 && part[length - 1] == '.')
    length -= 1;
  if (length > 0)
    g_ptr_array_add (words, g_strndup (part, length));
}

/**
 * sp_plain_words:
 * @word: a token's norm, or a word of a pattern
 *
 * Takes a token apart into words as patterns see them: at hyphens, and contractions, possessives and the
 * last stop of abbreviations undone. “e-mail” is “email”.
 *
 * Returns: (transfer full) (element-type utf8): one word or more; none for hyphens alone
 */
GPtrArray *
sp_plain_words (const char *word)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = NULL;

  if (is_plain (word))
    {
      g_ptr_array_add (words, g_strdup (word));
      return words;
    }
  if (add_contraction (words, word))
    return words;

  parts = g_strsplit (word, "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    add_part (words, parts[i]);
  return words;
}
