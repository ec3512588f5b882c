/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-lexicon.h"

#include "sp-error.h"
#include "sp-json-private.h"
#include "sp-word-trie.h"

/* More than any real file comes near; classes inside classes could get there. */
#define MAX_PHRASES 100000
#define MAX_CLASS_DEPTH 8

struct _SpLexicon
{
  gatomicrefcount ref_count;
  char *version;        /* (owned) */
  GPtrArray *names;     /* (owned) (element-type utf8): of the classes, in the order of the file */
  SpWordTrie *words;    /* (owned) */
  GPtrArray *nodes;     /* (owned) (element-type GArray): places in the trie of phrases, [0] the root;
                         * each the classes of the phrases that end there, ascending, or %NULL */
  GHashTable *children; /* (owned): node << 32 | word → node */
};

/* What is known while a file is being read. */
typedef struct
{
  SpLexicon *lexicon;
  JsonObject *classes; /* (not owned) */
  guint n_phrases;
} Loader;

static void
free_classes (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static guint
find_child (const SpLexicon *self, guint node, guint word)
{
  gint64 key = ((gint64) node << 32) | word;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->children, &key));
}

static guint
step_or_add (SpLexicon *self, guint node, guint word)
{
  gint64 key = ((gint64) node << 32) | word;
  guint child = find_child (self, node, word);

  if (child == 0)
    {
      child = self->nodes->len;
      g_ptr_array_add (self->nodes, NULL);
      g_hash_table_insert (self->children, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (child));
    }
  return child;
}

static gboolean
node_has_class (const SpLexicon *self, guint node, guint class_index)
{
  const GArray *classes = g_ptr_array_index (self->nodes, node);

  for (guint i = 0; classes != NULL && i < classes->len; i++)
    if (g_array_index (classes, guint, i) == class_index)
      return TRUE;
  return FALSE;
}

/* Classes are loaded one after another, so that each list grows in ascending order. */
static void
end_phrase (SpLexicon *self, guint node, guint class_index)
{
  GArray **classes = (GArray **) &g_ptr_array_index (self->nodes, node);

  if (node_has_class (self, node, class_index))
    return;
  if (*classes == NULL)
    *classes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*classes, class_index);
}

static gboolean
fail (GError **error, const char *class_name, const char *entry, const char *what)
{
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "class “%s”, entry “%s”: %s", class_name, entry, what);
  return FALSE;
}

static gboolean add_words (Loader *loader, char **words, const GArray *starts, const char *class_name,
                           guint depth, GArray *ends, GError **error);

/* Follows every entry of class @name from each node of @starts, and adds where they end to @ends. */
static gboolean
add_class (Loader *loader, const char *name, const GArray *starts, guint depth, GArray *ends,
           GError **error)
{
  JsonArray *entries = sp_json_get_array (loader->classes, name);

  if (entries == NULL)
    return fail (error, name, "", "there is no such array");
  if (depth > MAX_CLASS_DEPTH)
    return fail (error, name, "", "classes stand inside each other too deeply or in a circle");

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonNode *element = json_array_get_element (entries, i);
      g_auto (GStrv) words = NULL;

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING
          || *json_node_get_string (element) == '\0')
        return fail (error, name, "", "an entry is no string, or empty");
      words = g_strsplit (json_node_get_string (element), " ", -1);
      if (!add_words (loader, words, starts, name, depth, ends, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_words (Loader *loader, char **words, const GArray *starts, const char *class_name, guint depth,
           GArray *ends, GError **error)
{
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));

  if (**words == '\0')
    return fail (error, class_name, *words, "an entry has a blank too many");

  if (**words == '@')
    {
      if (!add_class (loader, *words + 1, starts, depth + 1, next, error))
        return FALSE;
    }
  else
    {
      guint word = sp_word_trie_add (loader->lexicon->words, *words);

      for (guint i = 0; i < starts->len; i++)
        {
          guint node = step_or_add (loader->lexicon, g_array_index (starts, guint, i), word);

          g_array_append_val (next, node);
        }
    }

  loader->n_phrases += next->len;
  if (loader->n_phrases > MAX_PHRASES)
    return fail (error, class_name, *words, "the classes amount to too many phrases");
  if (words[1] != NULL)
    return add_words (loader, words + 1, next, class_name, depth, ends, error);

  g_array_append_vals (ends, next->data, next->len);
  return TRUE;
}

static gboolean
load_class (Loader *loader, const char *name, GError **error)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint root = 0;

  g_array_append_val (starts, root);
  if (!add_class (loader, name, starts, 0, ends, error))
    return FALSE;

  for (guint i = 0; i < ends->len; i++)
    end_phrase (loader->lexicon, g_array_index (ends, guint, i), loader->lexicon->names->len);
  g_ptr_array_add (loader->lexicon->names, g_strdup (name));
  return TRUE;
}

static gboolean
load (SpLexicon *self, JsonObject *object, GError **error)
{
  Loader loader = { self, sp_json_get_object (object, "classes"), 0 };
  const char *version = sp_json_require_string (object, "version", error);
  g_autoptr (GList) names = NULL;

  if (version == NULL)
    return FALSE;
  if (loader.classes == NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "an object “classes” is missing");
      return FALSE;
    }

  self->version = g_strdup (version);
  names = json_object_get_members (loader.classes);
  for (GList *l = names; l != NULL; l = l->next)
    if (!load_class (&loader, l->data, error))
      return FALSE;
  return TRUE;
}

static SpLexicon *
new_from_object (const char *name, JsonObject *object, GError **error)
{
  g_autoptr (SpLexicon) self = g_new0 (SpLexicon, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->words = sp_word_trie_new ();
  self->nodes = g_ptr_array_new_with_free_func (free_classes);
  self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (self->nodes, NULL);

  if (!load (self, object, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * sp_lexicon_new_from_resource:
 * @name: as for sp_resource_lookup(), as "knowledge/lexicons/en/vague.json"
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the file's name, the class and the entry.
 *
 * Returns: (transfer full): the classes of that file
 */
SpLexicon *
sp_lexicon_new_from_resource (const char *name, GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse_resource (name, error);

  return root != NULL ? new_from_object (name, json_node_get_object (root), error) : NULL;
}

/**
 * sp_lexicon_new_from_json:
 * @name: what messages call the file
 * @data: JSON in UTF-8
 * @length: in bytes, or -1 if NUL-terminated
 *
 * Errors: %SP_ERROR_PARSE, %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): the classes
 */
SpLexicon *
sp_lexicon_new_from_json (const char *name, const char *data, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse (data, length, error);

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "%s: an object is expected", name);
      return NULL;
    }
  return new_from_object (name, json_node_get_object (root), error);
}

SpLexicon *
sp_lexicon_ref (SpLexicon *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_lexicon_unref (SpLexicon *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->version);
  g_ptr_array_unref (self->names);
  sp_word_trie_free (self->words);
  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->children);
  g_free (self);
}

const char *
sp_lexicon_get_version (const SpLexicon *self)
{
  return self->version;
}

guint
sp_lexicon_get_n_classes (const SpLexicon *self)
{
  return self->names->len;
}

const char *
sp_lexicon_get_class_name (const SpLexicon *self, guint class_index)
{
  g_return_val_if_fail (class_index < self->names->len, NULL);

  return g_ptr_array_index (self->names, class_index);
}

/**
 * sp_lexicon_find_class:
 *
 * Returns: the class's index, or -1 if there is none of this name
 */
int
sp_lexicon_find_class (const SpLexicon *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      return i;
  return -1;
}

/* Enters the phrases that end at @node into @found, in place of shorter ones of the same class. */
static void
note_ends (const SpLexicon *self, guint node, guint first_token, guint n_tokens, guint n_before,
           GArray *found)
{
  const GArray *classes = g_ptr_array_index (self->nodes, node);

  for (guint i = 0; classes != NULL && i < classes->len; i++)
    {
      SpLexiconMatch match = { g_array_index (classes, guint, i), first_token, n_tokens };
      guint at = n_before;

      while (at < found->len && g_array_index (found, SpLexiconMatch, at).class_index < match.class_index)
        at++;
      if (at == found->len || g_array_index (found, SpLexiconMatch, at).class_index > match.class_index)
        g_array_insert_val (found, at, match);
      else if (g_array_index (found, SpLexiconMatch, at).n_tokens < n_tokens)
        g_array_index (found, SpLexiconMatch, at).n_tokens = n_tokens;
    }
}

static void
follow (const SpLexicon *self, guint node, const SpToken *tokens, guint first_token, guint at, guint end,
        guint n_before, GArray *found)
{
  guint words[SP_WORD_TRIE_MAX_IDS];
  guint n_words;

  if (node != 0)
    note_ends (self, node, first_token, at - first_token, n_before, found);
  if (at == end)
    return;

  n_words = sp_word_trie_lookup (self->words, tokens[at].norm, words);
  for (guint i = 0; i < n_words; i++)
    {
      guint child = find_child (self, node, words[i]);

      if (child != 0)
        follow (self, child, tokens, first_token, at + 1, end, n_before, found);
    }
}

/**
 * sp_lexicon_match:
 * @tokens: of the whole document
 * @first_token: where to begin
 * @n_tokens: how many; no phrase reaches beyond them, so give one sentence at a time
 *
 * Finds, at every token and for every class, the longest phrase that begins there. Phrases that
 * begin at different tokens may overlap.
 *
 * Returns: (transfer full) (element-type SpLexiconMatch): by first token, then class
 */
GArray *
sp_lexicon_match (const SpLexicon *self, const SpToken *tokens, guint first_token, guint n_tokens)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SpLexiconMatch));

  for (guint i = first_token; i < first_token + n_tokens; i++)
    follow (self, 0, tokens, i, i, first_token + n_tokens, found->len, found);
  return found;
}

static guint
measure_longest (const SpLexicon *self, guint class_index, guint node, const SpToken *tokens, guint n_left,
                 guint n_taken)
{
  guint words[SP_WORD_TRIE_MAX_IDS];
  guint longest = node_has_class (self, node, class_index) ? n_taken : 0;
  guint n_words = n_left > 0 ? sp_word_trie_lookup (self->words, tokens->norm, words) : 0;

  for (guint i = 0; i < n_words; i++)
    {
      guint child = find_child (self, node, words[i]);

      if (child != 0)
        longest = MAX (longest, measure_longest (self, class_index, child, tokens + 1, n_left - 1,
                                                 n_taken + 1));
    }

  return longest;
}

/**
 * sp_lexicon_match_at:
 * @first_token: where the phrase has to begin
 * @n_tokens: how many tokens there are from there on to the end of the sentence
 *
 * Returns: how many tokens the longest phrase of this class covers there, or 0
 */
guint
sp_lexicon_match_at (const SpLexicon *self, guint class_index, const SpToken *tokens, guint first_token,
                     guint n_tokens)
{
  return measure_longest (self, class_index, 0, tokens + first_token, n_tokens, 0);
}

/**
 * sp_lexicon_contains:
 * @norm: of one token
 *
 * Returns: whether that token alone is an entry of this class
 */
gboolean
sp_lexicon_contains (const SpLexicon *self, guint class_index, const char *norm)
{
  SpToken token = { .norm = norm };

  return sp_lexicon_match_at (self, class_index, &token, 0, 1) == 1;
}
