/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charsets that a file does not declare. One is only believed if the bytes decode without an error and
 * the text is then plainly of its language: in its script, with the letters that are frequent there. */

#include "config.h"

#include "sp-charset-guess.h"

#include <string.h>

/* How much of a file is looked at. */
#define SAMPLE_BYTES 65536

/* Fewer characters beyond ASCII tell nothing. */
#define MIN_CHARACTERS 20

/* In other scripts letters beyond ASCII stand side by side; accented ones stand alone. */
#define MIN_RUN 2.5

/* Of a hundred high bytes of UTF-16 so many are zero in a text of Latin letters, and so few low ones. */
#define MIN_ZERO_SHARE 60
#define MAX_ZERO_SHARE 2

/* @min_script and @min_frequent are shares, in percent, of the characters beyond ASCII. */
typedef struct
{
  const char *charset;
  GUnicodeScript script;
  const char *frequent;
  guint min_script;
  guint min_frequent;
} Candidate;

typedef struct
{
  guint n;
  guint n_script;
  guint n_frequent;
  guint n_letters;
  guint n_runs; /* of letters beyond ASCII */
} Measure;

/* The first that fits is taken: the strictest come first. */
static const Candidate candidates[] = {
  { "euc-jp", G_UNICODE_SCRIPT_HIRAGANA, "のにをはがとてしますなたいでれ", 25, 12 },
  { "cp932", G_UNICODE_SCRIPT_HIRAGANA, "のにをはがとてしますなたいでれ", 25, 12 },
  { "cp949", G_UNICODE_SCRIPT_HANGUL, "이다는을를의에가로고인정보및한하사지", 75, 20 },
  { "big5", G_UNICODE_SCRIPT_HAN, "的一是不在有人我們您個資料使用戶服務這和為會或及之以可於", 60, 14 },
  { "gb18030", G_UNICODE_SCRIPT_HAN, "的一是不在有人我们您个信息使用户服务这和为会或及之以可能", 60, 14 },
  { "windows-1251", G_UNICODE_SCRIPT_CYRILLIC, "оеаинтсрв", 80, 45 },
  { "koi8-r", G_UNICODE_SCRIPT_CYRILLIC, "оеаинтсрв", 80, 45 },
  { "windows-1253", G_UNICODE_SCRIPT_GREEK, "αοιετσνηρπ", 70, 45 },
};

static Measure
measure (const char *text, const Candidate *candidate)
{
  Measure self = { 0 };
  gboolean in_run = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_letter = c >= 0x80 && g_unichar_isalpha (c);

      self.n_letters += is_letter;
      self.n_runs += is_letter && !in_run;
      in_run = is_letter;
      if (c < 0x80)
        continue;
      self.n++;
      self.n_script += g_unichar_get_script (c) == candidate->script;
      self.n_frequent += g_utf8_strchr (candidate->frequent, -1, c) != NULL;
    }
  return self;
}

static gboolean
fits (const Candidate *candidate, const char *data, gsize length)
{
  gsize n_read;
  /* A character that the end of the sample cuts off is no error. */
  g_autofree char *text = g_convert (data, length, "UTF-8", candidate->charset, &n_read, NULL, NULL);
  Measure measured;

  if (text == NULL)
    return FALSE;
  measured = measure (text, candidate);
  return measured.n >= MIN_CHARACTERS
         && measured.n_script * 100 >= candidate->min_script * measured.n
         && measured.n_frequent * 100 >= candidate->min_frequent * measured.n
         && measured.n_letters >= MIN_RUN * measured.n_runs;
}

/**
 * sp_charset_guess:
 * @data: not UTF-8
 *
 * Guesses the charset of bytes that declare none.
 *
 * Returns: (transfer none) (nullable): a name that iconv knows, %NULL if nothing speaks for any
 */
const char *
sp_charset_guess (const char *data, gsize length)
{
  gsize n = MIN (length, SAMPLE_BYTES);

  if (memchr (data, '\0', n) != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (fits (&candidates[i], data, n))
      return candidates[i].charset;
  return NULL;
}

/**
 * sp_charset_guess_utf16:
 *
 * Recognises UTF-16 that begins without a byte order mark, by the zero in each Latin letter.
 *
 * Returns: (transfer none) (nullable): "utf-16le", "utf-16be", or %NULL
 */
const char *
sp_charset_guess_utf16 (const char *data, gsize length)
{
  gsize n = MIN (length, SAMPLE_BYTES) / 2;
  gsize n_zero[2] = { 0, 0 };

  if (n < MIN_CHARACTERS)
    return NULL;
  for (gsize i = 0; i < 2 * n; i++)
    n_zero[i % 2] += data[i] == '\0';
  for (guint i = 0; i < 2; i++)
    if (n_zero[i] * 100 >= MIN_ZERO_SHARE * n && n_zero[1 - i] * 100 <= MAX_ZERO_SHARE * n)
      return i == 1 ? "utf-16le" : "utf-16be";
  return NULL;
}
