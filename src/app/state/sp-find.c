/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-find.h"

static gunichar
fold (gunichar c)
{
  if (c == 0x2018 || c == 0x2019)
    return '\'';
  if (c == 0x201c || c == 0x201d)
    return '"';
  return g_unichar_isspace (c) ? ' ' : g_unichar_tolower (c);
}

static gunichar *
fold_text (const char *text, glong *length)
{
  gunichar *folded = g_utf8_to_ucs4_fast (text, -1, length);

  for (glong i = 0; i < *length; i++)
    folded[i] = fold (folded[i]);
  return folded;
}

/**
 * sp_find_matches:
 * @text: UTF-8
 * @needle: UTF-8; without characters nothing is found
 *
 * Finds words whatever their case; curly quotes and straight ones, spaces and line ends are the same.
 *
 * Returns: (transfer full) (element-type SpMatch): ascending, not overlapping
 */
GArray *
sp_find_matches (const char *text, const char *needle)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (SpMatch));
  glong length, needle_length;
  g_autofree gunichar *haystack = fold_text (text, &length);
  g_autofree gunichar *folded = fold_text (needle, &needle_length);

  if (needle_length == 0)
    return matches;
  for (glong i = 0; i + needle_length <= length; i++)
    {
      glong j = 0;

      while (j < needle_length && haystack[i + j] == folded[j])
        j++;
      if (j == needle_length)
        {
          SpMatch match = { (guint) i, (guint) (i + j) };

          g_array_append_val (matches, match);
          i += j - 1;
        }
    }
  return matches;
}

/**
 * sp_find_nearest:
 * @position: in code points
 *
 * Returns: the first match at or after @position, else the first of all; 0 without matches
 */
guint
sp_find_nearest (const GArray *matches, guint position)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_array_index (matches, SpMatch, i).start >= position)
      return i;
  return 0;
}
