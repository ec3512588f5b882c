/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-readability.h"

#include <math.h>
#include <string.h>

#define WORDS_PER_MINUTE 250.0
#define MIN_SENTENCE_WORDS 3

/* The sums that the formulas are made of. */
typedef struct
{
  guint words;
  guint sentences;
  guint letters;
  guint syllables;
  guint long_words;       /* of three syllables and more */
  guint small_long_words; /* those that begin with a small letter */
} Counts;

typedef struct
{
  const char *text;
  Counts total;
  Counts sentence; /* the one being read */
} Counter;

static gboolean
is_vowel (char c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* Letters of the word without its silent ending: "es" or "e" after a consonant other than l, "ed"
 * after one other than l, t and d. */
static gsize
strip_silent_ending (const char *letters, gsize n)
{
  char last = letters[n - 1];
  gsize ending = last == 'e' ? 1 : letters[n - 2] == 'e' && (last == 's' || last == 'd') ? 2 : 0;
  char before = ending > 0 ? letters[n - ending - 1] : 'a';

  if (is_vowel (before) || before == 'l' || (last == 'd' && (before == 't' || before == 'd')))
    return n;
  return n - ending;
}

/**
 * sp_readability_count_syllables:
 * @word: UTF-8; only its ASCII letters count
 * @length: in bytes
 *
 * Estimates the syllables of an English word by its spelling: groups of one or two vowels, without a
 * silent ending and a leading y. Source: rubric, Appendix B.
 *
 * Returns: at least 1
 */
guint
sp_readability_count_syllables (const char *word, gsize length)
{
  char letters[64];
  gsize n_letters = 0;
  guint n = 0;
  gsize at;

  for (gsize i = 0; i < length && n_letters < sizeof letters; i++)
    if (g_ascii_isalpha (word[i]))
      letters[n_letters++] = g_ascii_tolower (word[i]);
  if (n_letters <= 3)
    return 1;

  n_letters = strip_silent_ending (letters, n_letters);
  at = letters[0] == 'y' ? 1 : 0;
  while (at < n_letters)
    {
      gboolean group = is_vowel (letters[at]);

      n += group;
      at += group && at + 1 < n_letters && is_vowel (letters[at + 1]) ? 2 : 1;
    }
  return MAX (n, 1);
}

/* Bytes of the straight or curly apostrophe or the hyphen at @p, or 0. */
static gsize
measure_joint (const char *p, const char *end)
{
  if (*p == '\'' || *p == '-')
    return 1;
  return end - p >= 3 && memcmp (p, "’", 3) == 0 ? 3 : 0;
}

static const char *
skip_word (const char *p, const char *end, guint *n_letters)
{
  while (p < end)
    {
      gboolean letter = g_ascii_isalpha (*p);
      gsize n = letter ? 1 : measure_joint (p, end);

      if (n == 0)
        break;
      *n_letters += letter;
      p += n;
    }
  return p;
}

static const char *
count_word (Counter *self, const char *p, const char *end)
{
  Counts *sentence = &self->sentence;
  const char *next = skip_word (p, end, &sentence->letters);
  guint n_syllables = sp_readability_count_syllables (p, next - p);

  sentence->words++;
  sentence->syllables += n_syllables;
  sentence->long_words += n_syllables >= 3;
  sentence->small_long_words += n_syllables >= 3 && g_ascii_islower (*p);
  return next;
}

static void
end_sentence (Counter *self)
{
  Counts *sentence = &self->sentence;

  if (sentence->words >= MIN_SENTENCE_WORDS)
    {
      self->total.words += sentence->words;
      self->total.sentences++;
      self->total.letters += sentence->letters;
      self->total.syllables += sentence->syllables;
      self->total.long_words += sentence->long_words;
      self->total.small_long_words += sentence->small_long_words;
    }
  *sentence = (Counts) { 0 };
}

/* Whether the stop at @p is that of a short form, which ends no sentence. */
static gboolean
is_abbreviation (const char *start, const char *p)
{
  static const char *const forms[] = {
    "e.g", "i.e", "etc", "inc", "corp", "ltd", "co", "no", "vs", "u.s", "mr", "ms", "dr", "st",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gsize n = strlen (forms[i]);

      if ((gsize) (p - start) >= n && g_ascii_strncasecmp (p - n, forms[i], n) == 0
          && (p - n == start || !g_ascii_isalnum (p[-(gssize) n - 1])))
        return TRUE;
    }
  return FALSE;
}

/* Bytes of the mark at @p, if it is one of @marks. */
static gsize
measure_mark (const char *p, const char *end, const char *const *marks)
{
  for (guint i = 0; marks[i] != NULL; i++)
    {
      gsize n = strlen (marks[i]);

      if ((gsize) (end - p) >= n && memcmp (p, marks[i], n) == 0)
        return n;
    }
  return 0;
}

static const char *
skip_marks (const char *p, const char *end, const char *const *marks)
{
  for (gsize n = measure_mark (p, end, marks); n > 0; n = measure_mark (p, end, marks))
    p += n;
  return p;
}

static gboolean
stop_ends_sentence (const char *start, const char *p, const char *end)
{
  static const char *const closing[] = { "\"", "'", "”", "’", ")", "]", NULL };
  static const char *const opening[] = { "\"", "'", "“", "‘", "(", "[", NULL };
  const char *next = skip_marks (p + 1, end, closing);
  const char *blank = next;

  if (*p == '.' && is_abbreviation (start, p))
    return FALSE;
  while (next < end && g_unichar_isspace (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  if (next == blank || next == end)
    return FALSE;

  next = skip_marks (next, end, opening);
  return next < end && (g_ascii_isupper (*next) || g_ascii_isdigit (*next));
}

/* Counts a stretch of text inside a block. */
static void
count_text (Counter *self, SpSpan span)
{
  const char *start = self->text + span.start;
  const char *end = self->text + span.end;
  const char *p = start;

  while (p < end)
    {
      if (g_ascii_isalpha (*p))
        {
          p = count_word (self, p, end);
          continue;
        }
      if (*p == '\n' || (strchr (".!?", *p) != NULL && stop_ends_sentence (start, p, end)))
        end_sentence (self);
      p++;
    }
}

static void
count_document (Counter *self, SpDocument *document)
{
  guint n_spam;
  const SpSpan *spam = sp_document_get_spam (document, &n_spam);
  guint at_spam = 0;

  self->text = sp_document_get_text (document, NULL);
  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);
      gsize start = block->span.start;

      if (block->kind == SP_BLOCK_BOILERPLATE)
        continue;
      while (at_spam < n_spam && spam[at_spam].end <= start)
        at_spam++;
      for (; at_spam < n_spam && spam[at_spam].end <= block->span.end; at_spam++)
        {
          count_text (self, sp_span (start, spam[at_spam].start));
          start = spam[at_spam].end;
        }
      count_text (self, sp_span (start, block->span.end));
      end_sentence (self);
    }
}

/* Flesch 1948; Kincaid and others 1975; McLaughlin 1969; Coleman and Liau 1975; Smith and Senter
 * 1967; Gunning 1952. Coefficients: rubric, section 4.2. */
static void
apply_formulas (const Counts *counts, SpReadability *result)
{
  double words = counts->words;
  double sentences = counts->sentences;
  double words_per_sentence = words / sentences;
  double syllables_per_word = counts->syllables / words;
  double letters_per_word = counts->letters / words;

  result->words_per_sentence = words_per_sentence;
  result->flesch_reading_ease = 206.835 - 1.015 * words_per_sentence - 84.6 * syllables_per_word;
  result->flesch_kincaid_grade = 0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59;
  result->smog = 1.0430 * sqrt (30.0 * counts->long_words / sentences) + 3.1291;
  result->coleman_liau = 0.0588 * (100.0 * letters_per_word) - 0.296 * (100.0 * sentences / words) - 15.8;
  result->ari = 4.71 * letters_per_word + 0.5 * words_per_sentence - 21.43;
  result->gunning_fog = 0.4 * (words_per_sentence + 100.0 * counts->small_long_words / words);
}

/**
 * sp_readability_measure:
 * @result: (out caller-allocates): the figures
 *
 * Counts by the fixed rules of the rubric's Appendix B, not by the sentences of @segmentation: the
 * reference tables were counted so, and a better splitter must not move a document's percentile.
 * Boilerplate and injected words do not count.
 */
void
sp_readability_measure (SpSegmentation *segmentation, SpReadability *result)
{
  Counter counter = { 0 };

  count_document (&counter, sp_segmentation_get_document (segmentation));
  *result = (SpReadability) {
    .words = counter.total.words,
    .sentences = counter.total.sentences,
    .minutes = counter.total.words / WORDS_PER_MINUTE,
    .words_per_sentence = NAN,
    .flesch_reading_ease = NAN,
    .flesch_kincaid_grade = NAN,
    .smog = NAN,
    .coleman_liau = NAN,
    .ari = NAN,
    .gunning_fog = NAN,
  };
  if (counter.total.words >= SP_READABILITY_MIN_WORDS)
    apply_formulas (&counter.total, result);
}
