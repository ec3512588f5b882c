/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-sentence-splitter.h"

#include <stdlib.h>
#include <string.h>

/* All lists are sorted, in lower case. */

/* Words whose stop never ends a sentence. */
static const char *const open_abbreviations[] = {
  "approx", "attn", "ca", "capt", "cf", "col", "dr", "e.g.", "est", "gen", "hon", "i.e.", "incl",
  "lt", "messrs", "mr", "mrs", "ms", "mt", "prof", "rep", "rev", "sen", "st", "v", "viz", "vs",
};

/* Words whose stop ends no sentence before a number: "No. 5", "Sec. 22575". */
static const char *const number_abbreviations[] = {
  "app", "apt", "art", "arts", "ch", "cl", "fig", "no", "nos", "nr", "p", "par", "para", "pp",
  "reg", "sch", "sec", "secs", "tel", "vol",
};

/* Words whose stop may end a sentence: only a word that opens sentences tells. */
static const char *const shut_abbreviations[] = {
  "a.m.", "al", "apr", "aug", "ave", "bldg", "blvd", "bros", "co", "corp", "dec", "dept", "div",
  "etc", "ext", "fax", "feb", "fl", "fri", "gmbh", "inc", "intl", "jan", "jr", "jul", "jun", "llc",
  "llp", "ltd", "mar", "mfg", "mon", "nov", "oct", "p.m.", "ph", "plc", "pte", "pty", "pvt", "rd",
  "sep", "sept", "sq", "sr", "ste", "thurs", "tue", "univ", "wed",
};

/* Words that open sentences more often than they go on. */
static const char *const openers[] = {
  "a", "all", "also", "although", "an", "and", "any", "as", "at", "because", "before", "but", "by",
  "click", "does", "each", "for", "from", "he", "how", "however", "i", "if", "in", "it", "it's",
  "its", "may", "most", "neither", "no", "not", "on", "once", "other", "our", "please", "she",
  "should", "since", "so", "some", "such", "that", "the", "their", "there", "these", "they",
  "this", "those", "to", "under", "unless", "until", "upon", "we", "we'll", "we're", "we've",
  "what", "when", "where", "whether", "which", "while", "who", "why", "with", "you", "you'll",
  "you're", "you've", "your",
};

/* Words that open a sentence even where its writer used no capital. Nouns and verbs are not among
 * them: after a product name with a stop too many ("Company. servers") the sentence goes on. */
static const char *const small_openers[] = {
  "except", "however", "if", "our", "please", "these", "they", "this", "unless", "we", "we'll",
  "we're", "we've", "when", "you", "you'll", "your",
};

/* After "!" these go on with a company's name ("Yahoo! Inc."). */
static const char *const name_endings[] = {
  "co", "corp", "corporation", "gmbh", "inc", "limited", "llc", "ltd", "plc",
};

#define IS_AMONG(word, list) is_among (word, list, G_N_ELEMENTS (list))

static int
compare_word (gconstpointer key, gconstpointer element)
{
  return strcmp (key, *(const char *const *) element);
}

static gboolean
is_among (const char *word, const char *const *list, gsize n)
{
  return bsearch (word, list, n, sizeof *list, compare_word) != NULL;
}

static gboolean
is_mark (const SpToken *token, const char *marks)
{
  return token->kind == SP_TOKEN_PUNCTUATION && token->norm[1] == '\0' && strchr (marks, *token->norm) != NULL;
}

/* The stops of Chinese and Japanese need no blank and no capital after them. */
static gboolean
is_wide_stop (const SpToken *token)
{
  return g_str_equal (token->norm, "。") || g_str_equal (token->norm, "！") || g_str_equal (token->norm, "？");
}

static gboolean
is_stop (const SpToken *token)
{
  gsize length = strlen (token->norm);

  return is_mark (token, ".!?") || is_wide_stop (token)
         || (token->kind == SP_TOKEN_WORD && token->norm[length - 1] == '.');
}

static gboolean
touches (const SpToken *token, const SpToken *next)
{
  return token->span.end == next->span.start;
}

static gboolean
is_closing (const char *text, const SpToken *token, const SpToken *next)
{
  if (is_mark (token, ")]}") || g_str_equal (token->norm, "»"))
    return TRUE;
  /* A quotation mark closes if what follows does not hang on it. */
  return is_mark (token, "\"'*") && (next == NULL || !touches (token, next) || is_mark (next, ".,;:)]"))
         && strncmp (text + token->span.start, "“", 3) != 0;
}

static gboolean
is_opening (const SpToken *token)
{
  return is_mark (token, "([{\"'*") || g_str_equal (token->norm, "«") || g_str_equal (token->norm, "¿")
         || g_str_equal (token->norm, "¡");
}

static gunichar
get_first_char (const char *text, const SpToken *token)
{
  return g_utf8_get_char (text + token->span.start);
}

static gboolean
breaks_line (const char *text, const SpToken *token, const SpToken *next)
{
  return memchr (text + token->span.end, '\n', next->span.start - token->span.end) != NULL;
}

/* "1", "iv", "B", "2.1": what numbers a list, as long as nothing else stands before its stop. */
static gboolean
is_numbering (const SpToken *token)
{
  return token->kind == SP_TOKEN_NUMBER
         || (token->kind == SP_TOKEN_WORD && strlen (token->norm) <= 4
             && (token->norm[1] == '\0' || strspn (token->norm, "ivx") == strlen (token->norm)));
}

/* Whether the stop after @word, with @next after it, is that of a short form. */
static gboolean
is_abbreviated (const char *text, const SpToken *word, const SpToken *next)
{
  gboolean initial = word->kind == SP_TOKEN_WORD && word->norm[1] == '\0'
                     && g_unichar_isupper (get_first_char (text, word));
  gboolean initialism = word->kind == SP_TOKEN_WORD && strchr (word->norm, '.') != NULL;

  if (word->kind != SP_TOKEN_WORD)
    return FALSE;
  if (IS_AMONG (word->norm, open_abbreviations))
    return TRUE;
  if (next->kind == SP_TOKEN_NUMBER && IS_AMONG (word->norm, number_abbreviations))
    return TRUE;
  if (initial || initialism || IS_AMONG (word->norm, shut_abbreviations))
    return !IS_AMONG (next->norm, openers) || g_unichar_islower (get_first_char (text, next));
  return FALSE;
}

/* "usage.Billing": a stop without a blank ends a sentence only between a small letter (or a closing
 * mark) and a capitalised word. */
static gboolean
ends_glued (const char *text, const SpToken *before, const SpToken *next)
{
  const char *p = text + next->span.start;
  char last = text[before->span.end - 1];
  gunichar second = g_utf8_get_char (g_utf8_next_char (p));

  if (next->kind != SP_TOKEN_WORD || !g_unichar_isupper (g_utf8_get_char (p)))
    return FALSE;
  if (sp_span_length (before->span) == 1 && before->kind == SP_TOKEN_WORD)
    return FALSE;
  return (g_ascii_islower (last) || (guchar) last >= 0x80 || strchr (")]\"'", last) != NULL)
         && (g_unichar_islower (second) || IS_AMONG (next->norm, openers));
}

/* Skips "(a)", "(2)" and opening marks before the word that counts. */
static const SpToken *
find_opening_word (const SpToken *next, const SpToken *end)
{
  if (is_mark (next, "(") && next + 3 < end && is_numbering (next + 1) && is_mark (next + 2, ")"))
    return next + 3;
  while (next + 1 < end && is_opening (next))
    next++;
  return next;
}

/* A dash or bullet between blanks: what it opens is an item of its own. */
static gboolean
is_bullet (const SpToken *last, const SpToken *next, const SpToken *end)
{
  static const char *const bullets[] = { "*", "-", "–", "•", "●", "▪" };

  if (next + 1 >= end || touches (last, next) || touches (next, next + 1))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_equal (next->norm, bullets[i]))
      return TRUE;
  return FALSE;
}

/* Whether the sentence from @first ends with the stop @stop; @next is the token after the closing
 * marks that follow it, @last the last of these. */
static gboolean
ends_sentence (const char *text, const SpToken *first, const SpToken *stop, const SpToken *last,
               const SpToken *next, const SpToken *end)
{
  const SpToken *before = stop->kind == SP_TOKEN_PUNCTUATION && stop > first ? stop - 1 : stop;
  const SpToken *word = is_bullet (last, next, end) ? next + 1 : find_opening_word (next, end);
  gunichar c = get_first_char (text, word);

  if (is_wide_stop (stop))
    return TRUE;
  if (is_mark (next, ".,;:!?)]") || g_str_equal (next->norm, "—"))
    return FALSE;
  if (before == first && stop != first && is_mark (stop, ".") && is_numbering (before))
    return FALSE;
  if (is_mark (stop, "!") && IS_AMONG (next->norm, name_endings))
    return FALSE;
  if (!is_mark (stop, "!?") && is_abbreviated (text, before, next))
    return FALSE;
  if (touches (last, next))
    return ends_glued (text, before, next);
  if (g_unichar_islower (c))
    return IS_AMONG (word->norm, small_openers);
  return g_unichar_isalnum (c) || word->kind != SP_TOKEN_PUNCTUATION || is_opening (next);
}

/* A deliberate line break ends a sentence too, unless the next line goes on in small letters. */
static gboolean
line_ends_sentence (const char *text, const SpToken *token, const SpToken *next)
{
  return is_stop (token) || is_mark (token, ":;") || !g_unichar_islower (get_first_char (text, next));
}

/**
 * sp_sentence_splitter_find_end:
 * @text: what the tokens were read from
 * @tokens: of one block
 * @first: index of the sentence's first token
 * @end: one past the block's last token
 *
 * Finds the end of a sentence of English legal prose: numbered lists, short forms, initials, names
 * with marks in them, citations, stops without a blank and stops that do not belong there. Looks at
 * each token a fixed number of times.
 *
 * Returns: one past the index of the sentence's last token
 */
guint
sp_sentence_splitter_find_end (const char *text, const SpToken *tokens, guint first, guint end)
{
  guint at = first;

  while (at + 1 < end)
    {
      guint stop = at;

      if (is_stop (&tokens[stop]))
        while (at + 1 < end && touches (&tokens[at], &tokens[at + 1])
               && is_closing (text, &tokens[at + 1], at + 2 < end ? &tokens[at + 2] : NULL))
          at++;
      if (at + 1 == end)
        break;

      if (breaks_line (text, &tokens[at], &tokens[at + 1])
          && line_ends_sentence (text, &tokens[at], &tokens[at + 1]))
        return at + 1;
      if (is_stop (&tokens[stop])
          && ends_sentence (text, &tokens[first], &tokens[stop], &tokens[at], &tokens[at + 1], tokens + end))
        return at + 1;
      at++;
    }

  return end;
}
