/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-address.h"

#include <stdlib.h>
#include <string.h>

/* What is looked at before a run of letters, digits and stops is given up: the longest e-mail
 * address (RFC 5321, 4.5.3.1) has 320 bytes. Keeps the search linear. */
#define MAX_RUN 320

/* Endings of host names, sorted. Country codes are those in use; the rest is what policies name. */
/* clang-format off */
static const char *const top_level_domains[] = {
  "ac", "ad", "ae", "aero", "af", "ag", "agency", "ai", "al", "am", "ao", "app", "ar", "as",
  "asia", "at", "au", "aw", "ax", "az", "ba", "bb", "bd", "be", "bf", "bg", "bh", "bi", "biz",
  "bj", "bm", "bn", "bo", "br", "bs", "bt", "bw", "by", "bz", "ca", "cat", "cc", "cd", "cf", "cg",
  "ch", "ci", "ck", "cl", "cloud", "club", "cm", "cn", "co", "com", "coop", "cr", "cu", "cv", "cw",
  "cx", "cy", "cz", "de", "dev", "digital", "dj", "dk", "dm", "do", "dz", "ec", "edu", "ee", "eg",
  "er", "es", "et", "eu", "example", "fi", "fj", "fk", "fm", "fo", "fr", "ga", "games", "gd", "ge", "gf",
  "gg", "gh", "gi", "gl", "gm", "gn", "gov", "gp", "gq", "gr", "gs", "gt", "gu", "gw", "gy",
  "health", "hk", "hm", "hn", "hr", "ht", "hu", "id", "ie", "il", "im", "in", "info", "int", "io",
  "iq", "ir", "is", "it", "je", "jm", "jo", "jobs", "jp", "ke", "kg", "kh", "ki", "km", "kn", "kr",
  "kw", "ky", "kz", "la", "lb", "lc", "legal", "li", "live", "lk", "lr", "ls", "lt", "lu", "lv",
  "ly", "ma", "mc", "md", "me", "media", "mg", "mh", "mil", "mk", "ml", "mm", "mn", "mo", "mobi",
  "mp", "mq", "mr", "ms", "mt", "mu", "museum", "mv", "mw", "mx", "my", "mz", "na", "name", "nc",
  "ne", "net", "network", "news", "nf", "ng", "ni", "nl", "no", "np", "nr", "nu", "nz", "om",
  "one", "online", "org", "pa", "pe", "pf", "pg", "ph", "pk", "pl", "pm", "pn", "pr", "pro", "ps",
  "pt", "pw", "py", "qa", "re", "ro", "rs", "ru", "rw", "sa", "sb", "sc", "sd", "se", "sg", "sh",
  "shop", "si", "site", "sk", "sl", "sm", "sn", "so", "social", "software", "space", "sr", "ss",
  "st", "store", "su", "support", "sv", "sx", "sy", "sz", "tc", "td", "tech", "test", "tf", "tg", "th",
  "tj", "tk", "tl", "tm", "tn", "to", "today", "tr", "travel", "tt", "tv", "tw", "tz", "ua", "ug",
  "uk", "us", "uy", "uz", "va", "vc", "ve", "vg", "vi", "vn", "vu", "web", "website", "wf", "wiki",
  "work", "world", "ws", "xyz", "ye", "za", "zm", "zone", "zw",
};
/* clang-format on */

static int
compare_domain (gconstpointer key, gconstpointer element)
{
  return strcmp (key, *(const char *const *) element);
}

/* A capital after the stop is a new sentence ("for use.It is"), unless all is in capitals, or the
 * ending is no word. */
static gboolean
is_top_level_domain (const char *label, gsize length, gboolean shouted)
{
  static const char *const no_words[] = { "com", "edu", "net", "org", NULL };
  char lower[12];
  gboolean capital = g_ascii_isupper (label[0]);

  if (length < 2 || length >= sizeof lower)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (label[i]);
  lower[length] = '\0';

  if (capital && !shouted && !g_strv_contains (no_words, lower))
    return FALSE;
  return bsearch (lower, top_level_domains, G_N_ELEMENTS (top_level_domains), sizeof (char *), compare_domain)
         != NULL;
}

static gboolean
joins_run (char c)
{
  return c == '.' || c == '-' || c == '_' || c == '+' || c == '%';
}

/* Bytes of the run of letters, digits and joining marks at @text, without stops at its end. */
static gsize
measure_run (const char *text, gsize length)
{
  gsize n = 0;

  while (n < MIN (length, MAX_RUN) && (g_ascii_isalnum (text[n]) || joins_run (text[n])))
    n++;
  while (n > 0 && joins_run (text[n - 1]))
    n--;
  return n;
}

static gboolean
is_host_name (const char *text, gsize length)
{
  const char *label = text;
  gboolean shouted = TRUE;
  guint n_labels = 1;

  for (const char *p = text; p < text + length; p++)
    {
      if (*p != '.' && *p != '-' && !g_ascii_isalnum (*p))
        return FALSE;
      shouted = shouted && !g_ascii_islower (*p);
      if (*p != '.')
        continue;
      if (p == label || *label == '-' || p[-1] == '-')
        return FALSE;
      label = p + 1;
      n_labels++;
    }

  return n_labels >= 2 && is_top_level_domain (label, text + length - label, shouted);
}

/* Bytes of the path, query and fragment from @at on: to the next blank or quotation mark, without
 * the marks that belong to the sentence around. */
static gsize
extend_path (const char *text, gsize at, gsize length)
{
  gsize end = at;
  int open = 0;

  while (end < length && (guchar) text[end] > ' ' && (guchar) text[end] < 0x7f
         && strchr ("<>\"`|{}^\\", text[end]) == NULL)
    {
      open += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
      end++;
    }
  while (end > at && (strchr (".,;:!?'*_]", text[end - 1]) != NULL || (text[end - 1] == ')' && open < 0)))
    {
      open += text[end - 1] == ')';
      end--;
    }
  return end;
}

static gsize
measure_url (const char *text, gsize length)
{
  static const char *const schemes[] = { "http://", "https://", "ftp://", "mailto:" };

  if (strchr ("hHfFmM", *text) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      gsize n = strlen (schemes[i]);

      if (length > n && g_ascii_strncasecmp (text, schemes[i], n) == 0)
        {
          gsize end = extend_path (text, n, length);

          return end > n ? end : 0;
        }
    }
  return 0;
}

/**
 * sp_address_measure:
 * @text: UTF-8, at the beginning of a word
 * @length: in bytes
 *
 * Recognises a URL, a host name ("aboutads.info", with a path or without) or an e-mail address.
 * Takes time in proportion to the address, and no more than a few hundred bytes if there is none.
 *
 * Returns: how many bytes the address at the beginning of @text has, or 0
 */
gsize
sp_address_measure (const char *text, gsize length)
{
  gsize n = measure_url (text, length);
  gsize run;

  if (n > 0)
    return n;

  run = measure_run (text, length);
  if (run > 0 && run + 1 < length && text[run] == '@')
    {
      n = measure_run (text + run + 1, length - run - 1);
      return n > 0 && is_host_name (text + run + 1, n) ? run + 1 + n : 0;
    }

  if (memchr (text, '.', run) == NULL || !is_host_name (text, run))
    return 0;
  if (run < length && (text[run] == '/' || (text[run] == ':' && run + 1 < length
                                            && g_ascii_isdigit (text[run + 1]))))
    return extend_path (text, run, length);
  return run;
}
