/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-language-id.h"

#include <math.h>
#include <string.h>

#include "sp-address.h"
#include "sp-language-profiles-private.h"

/* Below so many words nothing is said. */
#define MIN_WORDS 4
/* What is read at most: a language shows long before. */
#define MAX_WORDS 20000
/* A language's small words make up a third of its texts; lists of names have few, and text that was
 * decoded from the wrong charset has none, for all its letters. */
#define MIN_SHARE 0.05
/* What a word with one of a language's own letters weighs, beside 1 for a small word. */
#define LETTER_WEIGHT 0.4
/* Characters that make a word where no blanks part words. */
#define CHARACTERS_PER_WORD 1.5
#define KANA_SHARE 0.1

#define MAX_PROFILES 64
#define MAX_WORD_BYTES 32

typedef enum
{
  SCRIPT_LATIN,
  SCRIPT_CYRILLIC,
  SCRIPT_ARABIC,
  SCRIPT_GREEK,
  SCRIPT_HEBREW,
  SCRIPT_THAI,
  SCRIPT_DEVANAGARI,
  SCRIPT_HANGUL,
  SCRIPT_KANA,
  SCRIPT_HAN,
  SCRIPT_OTHER,
  N_SCRIPTS
} Script;

/* Which profiles a word or letter belongs to, one bit each. Made once, never changed. */
typedef struct
{
  GStringChunk *strings; /* (owned): the words */
  GHashTable *words;     /* (owned): word → index into @masks, plus 1 */
  GHashTable *letters;   /* (owned): letter → index into @masks, plus 1 */
  GArray *masks;         /* (owned) (element-type guint64) */
} Index;

/* What has been seen so far. */
typedef struct
{
  double scores[MAX_PROFILES];
  double small_words[MAX_PROFILES]; /* the part of the scores that is not of letters */
  double words[N_SCRIPTS];
  guint n_words;
} Evidence;

static void
add_bit (Index *index, GHashTable *table, gpointer key, guint profile)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  if (at == 0)
    {
      guint64 none = 0;

      g_array_append_val (index->masks, none);
      at = index->masks->len;
      g_hash_table_insert (table, key, GUINT_TO_POINTER (at));
    }
  g_array_index (index->masks, guint64, at - 1) |= G_GUINT64_CONSTANT (1) << profile;
}

static void
index_profile (Index *index, guint profile)
{
  g_auto (GStrv) words = g_strsplit (sp_language_profiles[profile].words, " ", -1);

  for (char **word = words; *word != NULL; word++)
    add_bit (index, index->words, g_string_chunk_insert_const (index->strings, *word), profile);
  for (const char *p = sp_language_profiles[profile].letters; *p != '\0'; p = g_utf8_next_char (p))
    add_bit (index, index->letters, GUINT_TO_POINTER (g_utf8_get_char (p)), profile);
}

static Index *
index_new (void)
{
  Index *index = g_new (Index, 1);

  index->strings = g_string_chunk_new (4096);
  index->words = g_hash_table_new (g_str_hash, g_str_equal);
  index->letters = g_hash_table_new (NULL, NULL);
  index->masks = g_array_new (FALSE, FALSE, sizeof (guint64));

  g_assert (sp_n_language_profiles <= MAX_PROFILES);
  for (guint i = 0; i < sp_n_language_profiles; i++)
    index_profile (index, i);
  return index;
}

static const Index *
get_index (void)
{
  static gsize index = 0;

  if (g_once_init_enter (&index))
    g_once_init_leave (&index, (gsize) index_new ());
  return (const Index *) index;
}

static guint64
get_mask (const Index *index, GHashTable *table, gconstpointer key)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  return at > 0 ? g_array_index (index->masks, guint64, at - 1) : 0;
}

static Script
get_script (gunichar c)
{
  if (c < 0x80 && g_ascii_isalpha ((char) c))
    return SCRIPT_LATIN;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_LATIN:
      return SCRIPT_LATIN;
    case G_UNICODE_SCRIPT_CYRILLIC:
      return SCRIPT_CYRILLIC;
    case G_UNICODE_SCRIPT_ARABIC:
      return SCRIPT_ARABIC;
    case G_UNICODE_SCRIPT_GREEK:
      return SCRIPT_GREEK;
    case G_UNICODE_SCRIPT_HEBREW:
      return SCRIPT_HEBREW;
    case G_UNICODE_SCRIPT_THAI:
      return SCRIPT_THAI;
    case G_UNICODE_SCRIPT_DEVANAGARI:
      return SCRIPT_DEVANAGARI;
    case G_UNICODE_SCRIPT_HANGUL:
      return SCRIPT_HANGUL;
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return SCRIPT_KANA;
    case G_UNICODE_SCRIPT_HAN:
      return SCRIPT_HAN;
    default:
      return SCRIPT_OTHER;
    }
}

/* A word or letter that many languages share tells less. */
static void
add_score (double *scores, guint64 mask, double weight)
{
  double share = weight / sqrt (__builtin_popcountll (mask));

  for (guint i = 0; mask != 0; i++, mask >>= 1)
    if (mask & 1)
      scores[i] += share;
}

/* Reads the word at @p; Chinese and Japanese are measured in characters. */
static const char *
read_word (const Index *index, Evidence *evidence, const char *p, const char *end)
{
  char word[MAX_WORD_BYTES + 8];
  Script script = get_script (g_utf8_get_char (p));
  guint64 letters = 0;
  guint64 mask;
  gsize n_bytes = 0;
  guint n_characters = 0;

  for (; p < end; p = g_utf8_next_char (p), n_characters++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? !g_ascii_isalpha ((char) c) : !g_unichar_isalpha (c) && !g_unichar_ismark (c))
        break;
      c = c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : g_unichar_tolower (c);
      if (letters == 0 && c >= 0x80)
        letters = get_mask (index, index->letters, GUINT_TO_POINTER (c));
      if (n_bytes < MAX_WORD_BYTES)
        n_bytes += g_unichar_to_utf8 (c, word + n_bytes);
    }
  word[n_bytes] = '\0';

  mask = n_bytes < MAX_WORD_BYTES ? get_mask (index, index->words, word) : 0;
  add_score (evidence->scores, mask, 1.0);
  add_score (evidence->small_words, mask, 1.0);
  add_score (evidence->scores, letters, LETTER_WEIGHT);
  evidence->words[script] += script == SCRIPT_HAN || script == SCRIPT_KANA || script == SCRIPT_THAI
                               ? n_characters / CHARACTERS_PER_WORD
                               : 1.0;
  evidence->n_words++;
  return p;
}

/* A word of Chinese or Japanese runs on through both scripts, so that kana after a first Han
 * character are counted apart. */
static double
count_kana (const char *p, const char *end)
{
  guint n = 0;

  for (; p < end; p = g_utf8_next_char (p))
    n += (guchar) *p >= 0xe3 && get_script (g_utf8_get_char (p)) == SCRIPT_KANA;
  return n / CHARACTERS_PER_WORD;
}

static SpLanguageGuess
choose_by_words (const Evidence *evidence, GUnicodeScript script, double n_words)
{
  SpLanguageGuess guess = { "und", 0.0 };
  double best = 0.0;
  double second = 0.0;
  double small_words = 0.0;

  for (guint i = 0; i < sp_n_language_profiles; i++)
    if (sp_language_profiles[i].script == script && evidence->scores[i] > best)
      {
        second = best;
        best = evidence->scores[i];
        small_words = evidence->small_words[i];
        guess.code = sp_language_profiles[i].code;
      }
    else if (sp_language_profiles[i].script == script)
      second = MAX (second, evidence->scores[i]);

  if (small_words < MIN_SHARE * n_words)
    return (SpLanguageGuess) { "und", 0.0 };
  guess.confidence = best / (best + second);
  return guess;
}

static SpLanguageGuess
choose (const Evidence *evidence, double n_kana)
{
  static const char *const single[N_SCRIPTS] = {
    [SCRIPT_GREEK] = "el",      [SCRIPT_HEBREW] = "he", [SCRIPT_THAI] = "th",
    [SCRIPT_DEVANAGARI] = "hi", [SCRIPT_HANGUL] = "ko", [SCRIPT_OTHER] = "und",
  };
  double east = evidence->words[SCRIPT_HAN] + evidence->words[SCRIPT_KANA];
  double total = east;
  Script script = SCRIPT_LATIN;

  for (guint i = 0; i < N_SCRIPTS; i++)
    {
      script = evidence->words[i] > evidence->words[script] ? i : script;
      total += i < SCRIPT_KANA || i == SCRIPT_OTHER ? evidence->words[i] : 0;
    }
  if (total < MIN_WORDS)
    return (SpLanguageGuess) { "und", 0.0 };
  if (east > 0 && east >= evidence->words[script])
    return (SpLanguageGuess) { n_kana >= KANA_SHARE * east ? "ja" : "zh", east / total };

  switch (script)
    {
    case SCRIPT_LATIN:
      return choose_by_words (evidence, G_UNICODE_SCRIPT_LATIN, evidence->words[script]);
    case SCRIPT_CYRILLIC:
      return choose_by_words (evidence, G_UNICODE_SCRIPT_CYRILLIC, evidence->words[script]);
    case SCRIPT_ARABIC:
      return choose_by_words (evidence, G_UNICODE_SCRIPT_ARABIC, evidence->words[script]);
    default:
      return (SpLanguageGuess) { single[script], evidence->words[script] / total };
    }
}

static void
read_text (const Index *index, Evidence *evidence, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end && evidence->n_words < MAX_WORDS;)
    if (!g_unichar_isalpha (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    else
      {
        gsize n = sp_address_measure (p, end - p);

        p = n > 0 ? p + n : read_word (index, evidence, p, end);
      }
}

/**
 * sp_language_identify:
 * @text: UTF-8
 * @length: in bytes
 *
 * Decides the language of a text: by its script, and where languages share a script by their
 * commonest small words and their own letters. See sp-language-profiles.c for the languages.
 *
 * Returns: the language, or "und" for texts of a few words or without sentences
 */
SpLanguageGuess
sp_language_identify (const char *text, gsize length)
{
  Evidence evidence = { 0 };

  read_text (get_index (), &evidence, text, length);
  return choose (&evidence, count_kana (text, text + length));
}

/* Scripts that a page left in its text would pass for English. */
static gboolean
is_program (const char *text, SpSpan span)
{
  gsize n = 0;

  for (gsize i = span.start; i < span.end; i++)
    n += memchr ("{}=;", text[i], 4) != NULL;
  return n * 50 > sp_span_length (span) && n > 4;
}

/**
 * sp_language_identify_document:
 *
 * sp_language_identify() for what is not boilerplate: menus are often in another language.
 */
SpLanguageGuess
sp_language_identify_document (SpDocument *document)
{
  const char *text = sp_document_get_text (document, NULL);
  Evidence evidence = { 0 };
  double n_kana = 0.0;

  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);

      if (block->kind == SP_BLOCK_BOILERPLATE || is_program (text, block->span))
        continue;
      read_text (get_index (), &evidence, text + block->span.start, sp_span_length (block->span));
      n_kana += count_kana (text + block->span.start, text + block->span.end);
    }
  return choose (&evidence, n_kana);
}
