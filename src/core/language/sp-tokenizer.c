/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tokenizer.h"

#include <string.h>

#include "sp-address.h"

/* Norms up to this length need no memory of their own while they are made. */
#define SHORT_NORM 64

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c);
}

static gboolean
is_word_part (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gunichar
peek (const char *p, const char *end)
{
  return p < end ? g_utf8_get_char (p) : 0;
}

/* "U.S.", "e.g.", "p.m": single letters with stops between. Returns where it ends, or @p. */
static const char *
skip_initialism (const char *p, const char *end)
{
  const char *at = p;
  guint n = 0;

  while (at + 1 < end && g_ascii_isalpha (at[0]) && at[1] == '.')
    {
      n++;
      at += 2;
    }
  if (n == 0)
    return p;
  if (at < end && g_ascii_isalpha (*at) && !is_word_part (peek (at + 1, end)))
    {
      n++;
      at++;
    }
  return n >= 2 ? at : p;
}

/* A mark inside a word: an apostrophe, hyphen or underscore between letters, "&" between capitals
 * ("AT&T"). */
static gboolean
joins (const char *p, const char *end, gboolean after_capital)
{
  gunichar c = g_utf8_get_char (p);
  gunichar next = peek (g_utf8_next_char (p), end);

  if (is_apostrophe (c))
    return is_letter (next);
  if (is_hyphen (c) || c == '_')
    return is_word_part (next);
  return c == '&' && after_capital && g_ascii_isupper (next);
}

static const char *
skip_word (const char *p, const char *end)
{
  const char *at = skip_initialism (p, end);
  gboolean capital = FALSE;

  if (at > p)
    return at;
  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_word_part (c) && !joins (at, end, capital))
        break;
      capital = g_unichar_isupper (c);
      at = g_utf8_next_char (at);
    }
  return at;
}

/* "30", "1,000", "2018-05-14", "12:30", "13th", "90-day". */
static const char *
skip_number (const char *p, const char *end)
{
  const char *at = p;

  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);
      gunichar next = peek (g_utf8_next_char (at), end);

      if (!is_word_part (c) && !(c < 0x80 && strchr (".,/:", c) != NULL && g_unichar_isdigit (next))
          && !(is_hyphen (c) && is_word_part (next)))
        break;
      at = g_utf8_next_char (at);
    }
  return at;
}

static gunichar
normalize (gunichar c)
{
  if (is_apostrophe (c))
    return '\'';
  if (c == 0x201c || c == 0x201d || c == 0x201e)
    return '"';
  if (is_hyphen (c))
    return '-';
  return g_unichar_tolower (c);
}

static const char *
intern_norm (const char *p, const char *end, GStringChunk *norms)
{
  char buffer[SHORT_NORM];
  g_autoptr (GString) norm = NULL;

  if (end - p < SHORT_NORM)
    {
      gsize n = 0;

      while (p + n < end && (guchar) p[n] < 0x80)
        {
          buffer[n] = g_ascii_tolower (p[n]);
          n++;
        }
      buffer[n] = '\0';
      if (p + n == end)
        return g_string_chunk_insert_const (norms, buffer);
    }

  norm = g_string_sized_new (end - p);
  for (; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (norm, normalize (g_utf8_get_char (p)));
  return g_string_chunk_insert_const (norms, norm->str);
}

static const char *
skip_token (const char *p, const char *end, SpTokenKind *kind)
{
  gunichar c = g_utf8_get_char (p);
  gboolean letter = is_letter (c);
  gboolean digit = g_unichar_isdigit (c);
  gsize n = letter || digit ? sp_address_measure (p, end - p) : 0;

  *kind = n > 0 ? SP_TOKEN_ADDRESS : letter ? SP_TOKEN_WORD : digit ? SP_TOKEN_NUMBER : SP_TOKEN_PUNCTUATION;
  if (n > 0)
    return p + n;
  return letter ? skip_word (p, end) : digit ? skip_number (p, end) : g_utf8_next_char (p);
}

/**
 * sp_tokenizer_read:
 * @text: UTF-8
 * @span: what to read of it, on character boundaries
 * @norms: where the norms are kept, each once
 * @tokens: (element-type SpToken): the tokens are added to these
 *
 * Splits text into words, numbers, addresses and marks; see #SpTokenKind. Linear time.
 */
void
sp_tokenizer_read (const char *text, SpSpan span, GStringChunk *norms, GArray *tokens)
{
  const char *p = text + span.start;
  const char *end = text + span.end;

  while (p < end)
    {
      SpToken token;
      const char *next;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      next = skip_token (p, end, &token.kind);
      token.span = sp_span (p - text, next - text);
      token.norm = intern_norm (p, next, norms);
      g_array_append_val (tokens, token);
      p = next;
    }
}
