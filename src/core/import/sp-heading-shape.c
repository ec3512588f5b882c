/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-heading-shape.h"

#include <string.h>

#include "sp-import-lexicon.h"

/* A longer text is no heading, and is not looked at to its end. */
#define MAX_BYTES 160

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '\'' || c == '-' || (guchar) c >= 0x80;
}

static guint
count_number_parts (const char *p, const char *end)
{
  guint n = 0;

  while (p < end && g_ascii_isdigit (*p))
    {
      n++;
      while (p < end && g_ascii_isdigit (*p))
        p++;
      if (p == end || *p != '.')
        break;
      p++;
    }
  return n > 0 && p < end && (*p == ' ' || *p == ')') ? n : 0;
}

/* A year, or a number as large as those of post codes and boxes. */
static gboolean
is_large_number (const char *word, gsize length)
{
  if (length >= 5 && strspn (word, "0123456789") >= length)
    return TRUE;
  return length == 4 && (strncmp (word, "19", 2) == 0 || strncmp (word, "20", 2) == 0)
         && strspn (word, "0123456789") >= 4;
}

static gboolean
is_question_word (const char *word, gsize length)
{
  static const char *const words[] = { "what", "how", "who", "when", "where", "why", "which",
                                       "whose", "do", "does", "can", "will", "is", "are" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
measure_word (SpHeadingShape *self, const char *word, gsize length)
{
  const SpImportLexicon *lexicon = sp_import_lexicon_get ();
  gunichar first = g_utf8_get_char (word);

  if (self->n_words == 1 || (self->number_depth > 0 && self->n_words == 2))
    {
      self->is_question |= is_question_word (word, length);
      self->starts_as_sentence |= sp_import_lexicon_has (lexicon, SP_LEXICON_SENTENCE_OPENERS, word, length);
      self->has_known_start |= sp_import_lexicon_has (lexicon, SP_LEXICON_HEADING_STARTS, word, length);
    }
  if (length >= 4 && g_unichar_islower (first))
    self->is_titled = FALSE;
  self->has_verb |= sp_import_lexicon_has (lexicon, SP_LEXICON_FINITE_VERBS, word, length);
  self->n_known += sp_import_lexicon_has (lexicon, SP_LEXICON_HEADING_WORDS, word, length);
  self->is_title |= sp_import_lexicon_has (lexicon, SP_LEXICON_TITLE_WORDS, word, length);
  self->has_year |= is_large_number (word, length);
}

/* "In short: we …" is a sentence, with or without a verb that the list has. */
static void
measure_words (SpHeadingShape *self, const char *p, const char *end)
{
  gboolean after_colon = FALSE;

  while (p < end)
    {
      gsize n = 0;

      while (p < end && g_ascii_isspace (*p))
        p++;
      if (p < end)
        self->n_words++;
      while (p < end && !is_word_byte (*p) && !g_ascii_isspace (*p))
        p++;
      while (p + n < end && is_word_byte (p[n]))
        n++;
      if (n > 0)
        measure_word (self, p, n);
      self->has_verb |= after_colon
                        && sp_import_lexicon_has (sp_import_lexicon_get (), SP_LEXICON_SENTENCE_OPENERS, p, n);
      p += n;
      after_colon = p < end && *p == ':';
      while (p < end && !g_ascii_isspace (*p))
        p++;
    }
}

static void
measure_end (SpHeadingShape *self, const char *text, const char *end)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));

  self->has_colon = last == ':' || last == 0xFF1A;
  self->is_question |= last == '?' || last == 0xFF1F;
  self->has_stop = !self->has_colon && last != '?' && last != ')' && last != '"' && last != '\''
                   && last != 0x2019 && last != 0x201D && last != 0xFF1F && last != '*'
                   && last != '&' && last != '%' && g_unichar_ispunct (last);
}

static void
measure_case (SpHeadingShape *self, const char *text, const char *end)
{
  gboolean has_upper = FALSE;
  gboolean has_lower = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      has_upper |= g_unichar_isupper (c);
      has_lower |= g_unichar_islower (c);
    }
  self->is_upper = has_upper && !has_lower;
}

/**
 * sp_heading_shape_measure:
 * @text: UTF-8, in one line
 * @length: in bytes
 *
 * Returns: its shape; all zero if it is empty or far too long
 */
SpHeadingShape
sp_heading_shape_measure (const char *text, gsize length)
{
  SpHeadingShape self = { .is_titled = TRUE };
  const char *end = text + length;
  gunichar first;

  if (length == 0 || length > MAX_BYTES || memchr (text, '\n', length) != NULL)
    return (SpHeadingShape) { 0 };

  first = g_utf8_get_char (text);
  self.starts_well = !g_unichar_islower (first) && (g_unichar_isalnum (first) || first == '(' || first == '"' || first == 0x201C);
  self.number_depth = count_number_parts (text, end);
  measure_words (&self, text, end);
  measure_end (&self, text, end);
  measure_case (&self, text, end);
  return self;
}

/**
 * sp_heading_shape_is_heading:
 * @max_words: more words, and it is none
 *
 * Returns: whether a line of this shape, standing alone before a text, is a heading
 */
gboolean
sp_heading_shape_is_heading (const SpHeadingShape *self, guint max_words)
{
  if (self->n_words == 0 || self->n_words > max_words || !self->starts_well || self->has_stop)
    return FALSE;
  if (self->has_year && self->number_depth == 0)
    return FALSE;
  if (self->has_colon)
    return self->is_upper || (!self->has_verb && self->is_titled && self->n_known > 0);
  return !self->has_verb || self->is_question || self->is_upper;
}
