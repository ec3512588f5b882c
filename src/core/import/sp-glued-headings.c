/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings that lost the line ends around them: "…of our users.Data retentionWe keep…". One is split
 * off only if it begins where a sentence, an address or the block ended without a blank, ends where a
 * small letter meets a capital, is short, makes no sentence, and is about what headings are about. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-heading-shape.h"
#include "sp-hygiene.h"
#include "sp-import-lexicon.h"

#define MAX_HEADING_WORDS 8
#define MAX_HEADING_BYTES 96

/* From how many headings found on all joints in a block are taken for lost line ends. */
#define MIN_FOR_SENTENCES 2

/* A word like "PayPal" that stands there as often is a name, not two words without a blank. */
#define MIN_FOR_NAME 3

/* From how many headings found on a document counts as one without structure. */
#define MIN_FOR_STRUCTURE 3

typedef struct
{
  GArray *cuts;     /* (owned) (element-type gsize): where the block is to be split */
  GArray *headings; /* (owned) (element-type gsize): those cuts that a heading begins at */
  GHashTable *names; /* (unowned) (element-type utf8 gpointer): how often each word with a joint stands there */
} Joints;

static gboolean
starts_capitalized (const char *p)
{
  return g_ascii_isupper (p[0]) && (g_ascii_islower (p[1]) || p[1] == ' ');
}

/* Whether an address ends right before @p: "…visit shop.example". */
static gboolean
ends_address (const char *text, const char *p)
{
  const char *start = p;
  gboolean has_dot = FALSE;

  while (start > text && p - start < 80 && !g_ascii_isspace (start[-1]))
    {
      start--;
      has_dot |= (*start == '.' && g_ascii_isalnum (start[1])) || *start == '@';
    }
  return has_dot && p - start >= 5 && g_ascii_isalnum (*start);
}

/* Whether a block, sentence or address ends right before @p without a blank. */
static gboolean
may_begin (const char *text, const char *p)
{
  if (!g_ascii_isupper (*p))
    return FALSE;
  if (p == text)
    return TRUE;
  if (strchr (".!?:)", p[-1]) != NULL)
    return p - text > 3 && !g_ascii_isspace (p[-2]) && starts_capitalized (p);
  return g_ascii_islower (p[-1]) && ends_address (text, p);
}

static gboolean
may_end (const char *text, const char *p)
{
  return p > text && g_ascii_isupper (*p) && (g_ascii_islower (p[-1]) || p[-1] == '?' || p[-1] == ')');
}

/* The first word after a heading begins a sentence: more words follow. */
static gboolean
begins_sentence (const char *p, gboolean *is_usual)
{
  gsize n = strcspn (p, " ,'");

  *is_usual = sp_import_lexicon_has (sp_import_lexicon_get (), SP_LEXICON_SENTENCE_STARTS, p, n);
  return (p[n] == ' ' || p[n] == ',' || p[n] == '\'') && strchr (p + n + 1, ' ') != NULL
         && g_ascii_isupper (*p);
}

static gboolean
is_heading (const char *text, const char *start, const char *end)
{
  SpHeadingShape shape = sp_heading_shape_measure (start, end - start);
  gboolean is_usual;

  if (!begins_sentence (end, &is_usual) || !sp_heading_shape_is_heading (&shape, MAX_HEADING_WORDS))
    return FALSE;
  if (shape.n_known > 0 && (shape.n_words > 1 || is_usual))
    return TRUE;
  /* Names like "PayPal" have a joint too. */
  return is_usual && (shape.has_known_start || (shape.n_words > 1 && start > text));
}

/* The word around @p, as a key of the names. */
static char *
dup_word (const char *text, const char *p)
{
  const char *start = p;

  while (start > text && g_ascii_isalnum (start[-1]))
    start--;
  while (g_ascii_isalnum (*p))
    p++;
  return g_strndup (start, p - start);
}

static gboolean
is_name (const Joints *self, const char *text, const char *p)
{
  g_autofree char *word = g_ascii_islower (p[-1]) ? dup_word (text, p) : NULL;

  return word != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (self->names, word)) >= MIN_FOR_NAME;
}

/* Counts words that begin with a capital and have another one after a small letter. */
static void
count_names (GHashTable *names, const GString *text)
{
  for (const char *p = text->str; *p != '\0'; p++)
    {
      const char *start = p;
      gboolean has_joint = FALSE;

      for (; g_ascii_isalnum (*p); p++)
        has_joint |= p > start && g_ascii_isupper (*p) && g_ascii_islower (p[-1]);
      if (has_joint && g_ascii_isupper (*start))
        {
          char *word = g_strndup (start, p - start);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (names, word));

          g_hash_table_replace (names, word, GUINT_TO_POINTER (n + 1));
        }
      if (*p == '\0')
        return;
    }
}

/* The end of the heading that begins at @start, %NULL if none does. */
static const char *
find_end (const Joints *self, const char *text, const char *start)
{
  for (const char *p = start + 1; *p != '\0' && p - start <= MAX_HEADING_BYTES; p++)
    {
      if (strchr (".!\n", *p) != NULL)
        return NULL;
      if (may_end (start, p) && is_heading (text, start, p) && !is_name (self, text, p))
        return p;
    }
  return NULL;
}

static void
find_headings (Joints *self, const GString *text)
{
  for (const char *p = text->str; *p != '\0'; p++)
    {
      const char *end = may_begin (text->str, p) ? find_end (self, text->str, p) : NULL;
      gsize places[2] = { p - text->str, end != NULL ? end - text->str : 0 };

      if (end == NULL)
        continue;
      g_array_append_val (self->headings, places[0]);
      g_array_append_vals (self->cuts, places, 2);
      p = end - 1;
    }
}

/* In a text that lost its line ends, a sentence that begins right after a stop began a paragraph. */
static void
find_sentences (Joints *self, const GString *text)
{
  g_autoptr (GArray) cuts = g_steal_pointer (&self->cuts);
  guint n = 0;

  self->cuts = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize i = 0; i < text->len; i++)
    {
      const char *p = text->str + i;
      gboolean is_cut = FALSE;

      for (; n < cuts->len && g_array_index (cuts, gsize, n) <= i; n++)
        is_cut = TRUE;
      if (is_cut || (i >= 3 && p[-1] == '.' && g_ascii_islower (p[-2]) && g_ascii_islower (p[-3])
                     && starts_capitalized (p) && !ends_address (text->str, p - 1)))
        g_array_append_val (self->cuts, i);
    }
}

static void
make_heading (SpDraftBlock *piece)
{
  piece->kind = SP_BLOCK_HEADING;
  piece->level = 2;
  piece->flags |= SP_BLOCK_RECOVERED;
  sp_draft_block_mark (piece, "headings-recovered", 0, piece->text->len,
                       _("This heading ran into the text and was split off."));
}

static void
split_block (SpDocumentBuilder *builder, SpDraftBlock *block, const Joints *joints)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  guint n_headings = 0;

  block->flags |= SP_BLOCK_DAMAGED;
  sp_draft_block_split (block, (const gsize *) (gpointer) joints->cuts->data, joints->cuts->len, pieces);

  for (guint i = 0; i < pieces->len; i++)
    {
      SpDraftBlock *piece = g_ptr_array_index (pieces, i);
      gsize start = i > 0 ? g_array_index (joints->cuts, gsize, i - 1) : 0;

      if (piece == NULL)
        continue;
      if (n_headings < joints->headings->len
          && g_array_index (joints->headings, gsize, n_headings) == start)
        {
          make_heading (piece);
          n_headings++;
        }
      sp_document_builder_take_block (builder, piece);
    }
}

/**
 * sp_glued_headings_split:
 *
 * Splits headings off the sentences they were glued to.
 */
void
sp_glued_headings_split (SpDocumentBuilder *builder)
{
  g_autoptr (GPtrArray) blocks = sp_document_builder_steal_blocks (builder);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_found = 0;

  for (guint i = 0; i < blocks->len; i++)
    count_names (names, ((const SpDraftBlock *) g_ptr_array_index (blocks, i))->text);
  for (guint i = 0; i < blocks->len; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);
      Joints joints = { g_array_new (FALSE, FALSE, sizeof (gsize)),
                        g_array_new (FALSE, FALSE, sizeof (gsize)), names };

      if (block->kind == SP_BLOCK_PARAGRAPH || block->kind == SP_BLOCK_ITEM)
        find_headings (&joints, block->text);
      if (joints.headings->len >= MIN_FOR_SENTENCES)
        find_sentences (&joints, block->text);
      if (joints.headings->len > 0)
        split_block (builder, block, &joints);
      else
        sp_document_builder_take_block (builder, block);
      n_found += joints.headings->len;
      g_array_unref (joints.cuts);
      g_array_unref (joints.headings);
    }

  if (n_found >= MIN_FOR_STRUCTURE)
    sp_document_builder_set_has_structure (builder, FALSE);
}
