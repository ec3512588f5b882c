/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a policy that hint at a law. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-pack-private.h"

/* Beside a word of running text; a point or slash there makes it a part of an address. */
static gboolean
is_border_before (const char *text, const char *word)
{
  char c = word > text ? word[-1] : ' ';

  return !g_ascii_isalnum (c) && strchr ("./@-_", c) == NULL;
}

static gboolean
is_border_after (const char *end)
{
  return !g_ascii_isalnum (*end) && *end != '@' && *end != '_'
         && !(*end == '.' && g_ascii_isalnum (end[1]));
}

static gboolean
is_acronym (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isupper (*p))
      return FALSE;
  return TRUE;
}

/* The next place of @word at or after @text, whatever stands around it. */
static const char *
find_word (const char *text, const char *word, gsize length)
{
  const char first[] = { g_ascii_tolower (*word), g_ascii_toupper (*word), '\0' };

  if (is_acronym (word))
    return strstr (text, word);
  while ((text = strpbrk (text, first)) != NULL && g_ascii_strncasecmp (text, word, length) != 0)
    text++;
  return text;
}

static guint
count_word (const char *text, const char *word)
{
  gsize length = strlen (word);
  guint n = 0;

  for (const char *p = text; (p = find_word (p, word, length)) != NULL; p += length)
    n += is_border_before (text, p) && is_border_after (p + length);
  return n;
}

static guint
count_words (const char *text, GStrv words)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += count_word (text, words[i]);
  return n;
}

static char *
describe (const char *name, guint n)
{
  if (n == 1)
    /* Translators: %s is a law, a place or people, as “the GDPR”, “California”, “children”. */
    return g_strdup_printf (_("mentions %s once"), name);
  if (n == 2)
    return g_strdup_printf (_("mentions %s twice"), name);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "mentions %s %u time", "mentions %s %u times", n),
                          name, n);
}

/**
 * sp_pack_describe_hints:
 *
 * Counts the words of the most telling hint that occurs in @text, whole words only, none of them in an
 * address.
 *
 * Returns: (transfer full) (nullable): as “mentions the GDPR twice”, translated; %NULL if nothing hints
 */
char *
sp_pack_describe_hints (const SpPack *self, const char *text)
{
  for (guint i = 0; i < self->hints->len; i++)
    {
      const SpPackHint *hint = self->hints->pdata[i];
      guint n = count_words (text, hint->words);
      guint n_except = n > 0 ? count_words (text, hint->except) : 0;

      if (n > n_except)
        return describe (_(hint->title), n - n_except);
    }
  return NULL;
}
