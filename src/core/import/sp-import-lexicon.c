/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-import-lexicon.h"

#include <string.h>

#include "sp-json-private.h"

#define RESOURCE "knowledge/lexicons/en/import.json"

/* The longest entry of a list, in bytes. */
#define MAX_ENTRY 64

typedef struct
{
  GHashTable *words;                /* (owned) (element-type utf8 utf8) */
  gboolean begins[G_MAXUINT8 + 1];  /* by first byte: most words of a text need no look-up */
} WordSet;

struct _SpImportLexicon
{
  WordSet sets[SP_LEXICON_N_SETS];
};

static const char *const members[] = {
  [SP_LEXICON_FRAME_WORDS] = "frame_words",
  [SP_LEXICON_HEADING_CLASSES] = "heading_classes",
  [SP_LEXICON_FINITE_VERBS] = "finite_verbs",
  [SP_LEXICON_HEADING_STARTS] = "heading_starts",
  [SP_LEXICON_HEADING_WORDS] = "heading_words",
  [SP_LEXICON_TITLE_WORDS] = "title_words",
  [SP_LEXICON_TOPIC_WORDS] = "topic_words",
  [SP_LEXICON_TERMS_WORDS] = "terms_words",
  [SP_LEXICON_POLICY_TITLES] = "policy_titles",
  [SP_LEXICON_TERMS_TITLES] = "terms_titles",
  [SP_LEXICON_BOILERPLATE] = "boilerplate",
  [SP_LEXICON_SENTENCE_OPENERS] = "sentence_openers",
  [SP_LEXICON_SENTENCE_STARTS] = "sentence_starts",
  [SP_LEXICON_SPAM_COMPANIONS] = "spam_companions",
  [SP_LEXICON_SPAM_CONTEXTS] = "spam_contexts",
  [SP_LEXICON_SPAM_WEAK] = "spam_weak",
  [SP_LEXICON_SPAM] = "spam",
};
G_STATIC_ASSERT (G_N_ELEMENTS (members) == SP_LEXICON_N_SETS);

static void
load_set (WordSet *set, JsonObject *root, const char *member)
{
  g_autoptr (GError) error = NULL;
  JsonArray *words = sp_json_require_array (root, member, &error);

  /* The file is compiled in and tested: it can only be wrong by a programmer's mistake. */
  g_assert_no_error (error);
  set->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < json_array_get_length (words); i++)
    {
      const char *word = json_array_get_string_element (words, i);

      set->begins[(guchar) *word] = TRUE;
      g_hash_table_add (set->words, g_strdup (word));
    }
}

static SpImportLexicon *
load (void)
{
  SpImportLexicon *self = g_new0 (SpImportLexicon, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = sp_json_parse_resource (RESOURCE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < SP_LEXICON_N_SETS; i++)
    load_set (&self->sets[i], json_node_get_object (root), members[i]);
  return self;
}

/**
 * sp_import_lexicon_get:
 *
 * Returns: (transfer none): the word lists, read once, never changed. Any thread.
 */
const SpImportLexicon *
sp_import_lexicon_get (void)
{
  static gsize lexicon = 0;

  if (g_once_init_enter (&lexicon))
    g_once_init_leave (&lexicon, (gsize) load ());
  return (const SpImportLexicon *) lexicon;
}

/**
 * sp_import_lexicon_has:
 * @word: (array length=length): any case
 *
 * Returns: whether @word stands in the list
 */
gboolean
sp_import_lexicon_has (const SpImportLexicon *self, SpLexiconSet set, const char *word, gsize length)
{
  char lower[MAX_ENTRY + 1];

  if (length == 0 || length > MAX_ENTRY || !self->sets[set].begins[(guchar) g_ascii_tolower (*word)])
    return FALSE;
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (word[i]);
  lower[length] = '\0';
  return g_hash_table_contains (self->sets[set].words, lower);
}
