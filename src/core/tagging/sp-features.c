/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-features.h"

#include <string.h>

/* What a feature says; part of its hash, so that "opens with privacy" is not "has privacy". */
enum
{
  SALT_WORD = 0x1B873593,
  SALT_PAIR = 0x2545F491,
  SALT_TRIPLE = 0x38495AB5,
  SALT_OPENING = 0x52DCE729,
  SALT_OPENING_PAIR = 0x6A09E667,
  SALT_LENGTH = 0x7F4A7C15,
};

#define N_OPENING_WORDS 6
#define N_OPENING_PAIRS 5
#define MAX_LENGTH_CLASS 8
#define MAX_DIGITS 5
#define MIN_STEM 4
/* Longer runs of letters are no words; what follows is left out of the hash. */
#define MAX_WORD 40
/* What stands before the @ is at most 64 bytes long (RFC 5321). */
#define MAX_ADDRESS 66

typedef struct
{
  GArray *features;     /* (not owned) (element-type guint32) */
  SpFeatureTrace *trace; /* (not owned) (nullable) */
  const char *text;     /* (not owned) (nullable): what places count from; NULL inside a heading */
  guint n_words;
  guint32 last;     /* hash of the word before */
  guint32 last_but_one;
} Extraction;

/* The final mix of MurmurHash3: each bit of the sum reaches each bit of the hash. */
static inline guint32
mix (guint32 h)
{
  h ^= h >> 16;
  h *= 0x85EBCA6BU;
  h ^= h >> 13;
  h *= 0xC2B2AE35U;
  return h ^ h >> 16;
}

/* FNV-1a */
static inline guint32
hash_bytes (const char *bytes, gsize length)
{
  guint32 h = 2166136261U;

  for (gsize i = 0; i < length; i++)
    h = (h ^ (guint8) bytes[i]) * 16777619U;
  return h;
}

static inline guint32
join (guint32 a, guint32 b)
{
  return (a * 31U + 0x9E3779B9U) ^ mix (b);
}

/* @n_words: how many of the words read so far, counted from the last one, it is made of. */
static inline void
add (Extraction *self, guint32 hash, guint32 salt, guint n_words)
{
  guint32 feature = mix (hash ^ salt);

  g_array_append_val (self->features, feature);
  if (self->trace != NULL)
    {
      SpFeaturePlace place = { self->n_words + 1 - n_words, n_words };

      g_array_append_val (self->trace->places, place);
    }
}

static void
note_word (Extraction *self, const char *start, const char *end)
{
  SpSpan span = { 0, 0 };

  if (self->text != NULL)
    span = sp_span (start - self->text, end - self->text);
  g_array_append_val (self->trace->words, span);
}

/* A word that stands from @start to @end. */
static void
add_word (Extraction *self, guint32 hash, const char *start, const char *end)
{
  if (self->trace != NULL)
    note_word (self, start, end);
  add (self, hash, SALT_WORD, 1);
  if (self->n_words < N_OPENING_WORDS)
    add (self, hash, SALT_OPENING, 1);

  if (self->n_words > 0)
    {
      guint32 pair = join (self->last, hash);

      add (self, pair, SALT_PAIR, 2);
      if (self->n_words <= N_OPENING_PAIRS)
        add (self, pair, SALT_OPENING_PAIR, 2);
    }
  if (self->n_words > 1)
    add (self, join (join (self->last_but_one, self->last), hash), SALT_TRIPLE, 3);

  self->last_but_one = self->last;
  self->last = hash;
  self->n_words++;
}

/* Cuts the first ending that leaves a stem, so that collects, collected and collecting meet. */
static gsize
stem (const char *word, gsize length)
{
  static const char *const endings[] = { "ies", "ing", "ed", "es", "s" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (length >= n + MIN_STEM && memcmp (word + length - n, endings[i], n) == 0)
        return length - n;
    }
  return length;
}

static inline gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c);
}

/* U+2019, which stands for an apostrophe, or a straight one. Returns its length in bytes, or 0. */
static inline gsize
apostrophe_length (const char *p, const char *end)
{
  if (p < end && *p == '\'')
    return 1;
  return end - p >= 3 && memcmp (p, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

static inline gboolean
is_one_of (char c, const char *set)
{
  return c != '\0' && strchr (set, c) != NULL;
}

static const char *
skip_address (const char *p, const char *end)
{
  while (p < end && !g_ascii_isspace (*p) && *p != '<' && *p != '>' && *p != ')' && *p != '"')
    p++;
  return p;
}

/* Returns the end of a URL or e-mail address that begins at @p, and its kind, or NULL. */
static const char *
find_address (const char *p, const char *end, const char **kind)
{
  static const char *const openings[] = { "http://", "https://", "www." };
  const char *q = p, *limit = end;

  *kind = "<url>";
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize n = strlen (openings[i]);

      if ((gsize) (end - p) > n && g_ascii_strncasecmp (p, openings[i], n) == 0)
        return skip_address (p, end);
    }

  *kind = "<email>";
  end = p + MIN (end - p, MAX_ADDRESS);
  while (q < end && (is_word_byte (*q) || is_one_of (*q, "._%+-")))
    q++;
  return q + 1 < end && *q == '@' && is_word_byte (q[1]) ? skip_address (q, limit) : NULL;
}

/* What ends the sentence is no part of the address. */
static const char *
trim_marks (const char *start, const char *end)
{
  while (end > start && is_one_of (end[-1], ".,;:!?"))
    end--;
  return end;
}

static guint32
hash_word (char *word, gsize length)
{
  gboolean digits = TRUE;

  for (gsize i = 0; i < length && digits; i++)
    digits = g_ascii_isdigit (word[i]);
  if (digits)
    {
      word[0] = '#';
      word[1] = '0' + MIN (length, MAX_DIGITS);
      length = 2;
    }
  else
    length = stem (word, length);

  return hash_bytes (word, length);
}

/* Reads a word with what follows its apostrophe, as in "don't". */
static const char *
read_word (Extraction *self, const char *p, const char *end)
{
  char word[MAX_WORD + 1];
  const char *start = p;
  gsize length = 0, gap;
  gboolean past_apostrophe = FALSE;

  while (p < end)
    {
      if (past_apostrophe ? g_ascii_isalpha (*p) : is_word_byte (*p))
        {
          if (length < MAX_WORD)
            word[length++] = g_ascii_tolower (*p);
          p++;
          continue;
        }
      gap = apostrophe_length (p, end);
      if (past_apostrophe || gap == 0 || p + gap >= end || !g_ascii_isalpha (p[gap]))
        break;
      if (length < MAX_WORD)
        word[length++] = '\'';
      past_apostrophe = TRUE;
      p += gap;
    }

  add_word (self, hash_word (word, length), start, p);
  return p;
}

static void
read_text (Extraction *self, const char *text, gsize length)
{
  const char *p = text, *end = text + length;

  while (p < end)
    {
      const char *kind, *after;

      if (is_word_byte (*p))
        {
          after = find_address (p, end, &kind);
          if (after != NULL)
            add_word (self, hash_bytes (kind, strlen (kind)), p, trim_marks (p, after));
          p = after != NULL ? after : read_word (self, p, end);
          continue;
        }
      if (is_one_of (*p, "?!:;%$"))
        add_word (self, hash_bytes (p, 1), p, p + 1);
      p++;
    }
}

static void
add_length_class (Extraction *self)
{
  guint32 length_class = MIN (g_bit_storage (self->n_words + 1) - 1, MAX_LENGTH_CLASS);

  add (self, length_class, SALT_LENGTH, 0);
}

static void
extract (Extraction *self, const char *text, gsize length, const char *heading)
{
  g_array_set_size (self->features, 0);
  if (heading != NULL)
    read_text (self, heading, strlen (heading));
  self->text = text;
  read_text (self, text, length);
  add_length_class (self);
}

/**
 * sp_features_extract:
 * @text: UTF-8 of one segment
 * @length: in bytes
 * @heading: (nullable): the heading it stands under; it is read as the segment's opening
 * @features: (element-type guint32): emptied, then takes one hash for each word, pair and triple of
 *   words, for the opening words and pairs once more, and for the length class; in reading order,
 *   repeats kept
 *
 * Turns a text into hashed features: ASCII letters and digits in lower case with light stemming,
 * the marks `? ! : ; % $`, numbers by their length, addresses by their kind. Depends on nothing but
 * the bytes. Any thread.
 */
void
sp_features_extract (const char *text, gsize length, const char *heading, GArray *features)
{
  Extraction self = { features };

  extract (&self, text, length, heading);
}

/**
 * sp_features_trace:
 * @trace: emptied, then takes what each feature is made of
 *
 * The same as sp_features_extract(), for who wants to know where the features come from.
 */
void
sp_features_trace (const char *text, gsize length, const char *heading, GArray *features,
                   SpFeatureTrace *trace)
{
  Extraction self = { features, trace };

  g_array_set_size (trace->words, 0);
  g_array_set_size (trace->places, 0);
  extract (&self, text, length, heading);
}

void
sp_feature_trace_init (SpFeatureTrace *self)
{
  self->words = g_array_new (FALSE, FALSE, sizeof (SpSpan));
  self->places = g_array_new (FALSE, FALSE, sizeof (SpFeaturePlace));
}

void
sp_feature_trace_clear (SpFeatureTrace *self)
{
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

/**
 * sp_features_find_phrase:
 * @phrase: one to three words
 * @feature: (out): the hash that sp_features_extract() gives for a text with these words in a row
 *
 * Returns: whether @phrase has one to three words
 */
gboolean
sp_features_find_phrase (const char *phrase, guint32 *feature)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  Extraction self = { features };
  guint32 hash;

  read_text (&self, phrase, strlen (phrase));
  hash = self.n_words == 1 ? self.last : join (self.last_but_one, self.last);
  if (self.n_words == 3)
    /* The triple is the last feature that its third word adds. */
    *feature = g_array_index (features, guint32, features->len - 1);
  else
    *feature = mix (hash ^ (self.n_words == 1 ? SALT_WORD : SALT_PAIR));
  return self.n_words >= 1 && self.n_words <= 3;
}
