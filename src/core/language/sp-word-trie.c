/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-word-trie.h"

#include <string.h>

#define NO_ID G_MAXUINT32

/* Siblings are chained; only the first byte has a table of its own. */
typedef struct
{
  guint32 child;   /* 0: none */
  guint32 sibling; /* 0: none */
  guint32 word;    /* id of the word that ends here, or NO_ID */
  guint32 prefix;  /* id of the beginning that ends here, or NO_ID */
  guchar byte;
} Node;

struct _SpWordTrie
{
  guint32 roots[256]; /* node of each first byte; 0: none */
  GArray *nodes;      /* (owned) (element-type Node): [0] stands for none */
  guint n_ids;
};

static guint32
add_node (SpWordTrie *self, guchar byte, guint32 sibling)
{
  Node node = { 0, sibling, NO_ID, NO_ID, byte };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

/**
 * sp_word_trie_new:
 *
 * Returns: (transfer full): an empty vocabulary
 */
SpWordTrie *
sp_word_trie_new (void)
{
  SpWordTrie *self = g_new0 (SpWordTrie, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  add_node (self, 0, 0);
  return self;
}

void
sp_word_trie_free (SpWordTrie *self)
{
  g_array_unref (self->nodes);
  g_free (self);
}

static guint32
find_sibling (const SpWordTrie *self, guint32 first, guchar byte)
{
  const Node *nodes = (const Node *) (gpointer) self->nodes->data;
  guint32 at = first;

  while (at != 0 && nodes[at].byte != byte)
    at = nodes[at].sibling;
  return at;
}

static guint32
step_or_add (SpWordTrie *self, guint32 at, guchar byte)
{
  guint32 *first = at == 0 ? &self->roots[byte] : &g_array_index (self->nodes, Node, at).child;
  guint32 found = find_sibling (self, *first, byte);

  if (found == 0)
    {
      found = add_node (self, byte, *first);
      /* The array may have moved. */
      first = at == 0 ? &self->roots[byte] : &g_array_index (self->nodes, Node, at).child;
      *first = found;
    }
  return found;
}

/**
 * sp_word_trie_add:
 * @entry: a word, or the beginning of words followed by an asterisk; not empty
 *
 * Returns: the entry's number, counted from 0; the same for the same entry
 */
guint
sp_word_trie_add (SpWordTrie *self, const char *entry)
{
  gsize length = strlen (entry);
  gboolean prefix = length > 1 && entry[length - 1] == '*';
  guint32 at = 0;
  guint32 *id;

  g_return_val_if_fail (length > 0, 0);

  for (gsize i = 0; i < length - prefix; i++)
    at = step_or_add (self, at, entry[i]);

  id = prefix ? &g_array_index (self->nodes, Node, at).prefix
              : &g_array_index (self->nodes, Node, at).word;
  if (*id == NO_ID)
    *id = self->n_ids++;
  return *id;
}

/**
 * sp_word_trie_lookup:
 * @ids: (out caller-allocates): the entries that @word meets, short beginnings first
 *
 * Returns: how many
 */
guint
sp_word_trie_lookup (const SpWordTrie *self, const char *word, guint ids[SP_WORD_TRIE_MAX_IDS])
{
  const Node *nodes = (const Node *) (gpointer) self->nodes->data;
  const guchar *p = (const guchar *) word;
  guint32 at = self->roots[*p];
  guint n = 0;

  while (at != 0)
    {
      p++;
      if (nodes[at].prefix != NO_ID && n < SP_WORD_TRIE_MAX_IDS)
        ids[n++] = nodes[at].prefix;
      if (*p == '\0')
        {
          if (nodes[at].word != NO_ID && n < SP_WORD_TRIE_MAX_IDS)
            ids[n++] = nodes[at].word;
          break;
        }
      at = find_sibling (self, nodes[at].child, *p);
    }

  return n;
}
