/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines "key: value" between two rules that archives and site generators put before a text, or those
 * that the clipboard of Windows puts before HTML: where it is from, and when it was fetched. */

#include "config.h"

#include "sp-front-matter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-wayback.h"

/* A rule further down closes something else. */
#define MAX_BYTES 4096

/* Fewer lines like "key: value" are text between rules. */
#define MIN_KEYS 2

static gboolean
is_rule (const char *line, gsize length)
{
  return length >= 3 && strncmp (line, "---", 3) == 0 && strspn (line, "- \t") >= length;
}

/* Bytes of the front matter at the start of @text with both rules, 0 if there is none: each line is
 * blank, a key with a value, or goes on with the last one, indented. */
static gsize
measure (const char *text, gsize length)
{
  const char *end = text + MIN (length, MAX_BYTES);
  const char *first = memchr (text, '\n', end - text);
  guint n_keys = 0;

  if (first == NULL || !is_rule (text, first - text))
    return 0;
  for (const char *line = first + 1; line < end;)
    {
      const char *stop = memchr (line, '\n', end - line);
      gsize n = (stop != NULL ? stop : end) - line;
      gsize n_key = strcspn (line, " :\n");

      if (is_rule (line, n))
        return n_keys >= MIN_KEYS ? line + n - text : 0;
      if (stop == NULL)
        return 0;
      if (n > 0 && n_key > 0 && line[n_key] != ':' && *line != '-' && *line != '#')
        return 0;
      n_keys += n_key > 0 && line[n_key] == ':';
      line = stop + 1;
    }
  return 0;
}

/* Bytes of the description that stands before HTML from a clipboard of Windows, 0 if there is none. */
static gsize
measure_clipboard (const char *text, gsize length)
{
  const char *html = memchr (text, '<', MIN (length, MAX_BYTES));

  if (strncmp (text, "Version:", strlen ("Version:")) != 0 || html == NULL
      || g_strstr_len (text, html - text, "StartHTML:") == NULL)
    return 0;
  return html - text;
}

static gboolean
contains (const char *key, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_address (SpDocumentBuilder *builder, const char *value)
{
  g_autofree char *domain = NULL;
  g_autofree char *date = NULL;

  if (!sp_wayback_read_address (value, &domain, &date))
    return;
  sp_document_builder_set_domain (builder, domain);
  if (date != NULL)
    sp_document_builder_set_snapshot_date (builder, date);
}

static void
read_value (SpDocumentBuilder *builder, const char *key, const char *value)
{
  static const char *const fetched[] = { "fetch", "snapshot", "archived", "retrieved", "captured", NULL };
  g_autofree char *date = sp_wayback_read_date (value);

  if (g_str_equal (key, "title"))
    sp_document_builder_set_title (builder, value);
  else if (date != NULL && contains (key, fetched))
    sp_document_builder_set_snapshot_date (builder, date);
  else
    read_address (builder, value);
}

/* Quotes around a value are no part of it, nor is the dash of a list. */
static void
read_line (SpDocumentBuilder *builder, char *line)
{
  char *colon = strchr (line, ':');
  g_autofree char *key = NULL;
  char *value;
  gsize n;

  if (colon == NULL)
    return;
  *colon = '\0';
  key = g_ascii_strdown (line + strspn (line, " -"), -1);
  value = g_strstrip (colon + 1);
  n = strlen (value);
  if (n >= 2 && strchr ("\"'", *value) != NULL && value[n - 1] == *value)
    {
      value[n - 1] = '\0';
      value++;
    }
  if (*value != '\0')
    read_value (builder, key, value);
}

/**
 * sp_front_matter_read:
 * @text: valid UTF-8
 *
 * Takes what stands before a text for what it is: title, host and day of the snapshot.
 *
 * Returns: how many bytes at the start of @text are no part of it
 */
gsize
sp_front_matter_read (SpDocumentBuilder *builder, const char *text, gsize length)
{
  gsize n_rules = measure (text, length);
  gsize n = n_rules > 0 ? n_rules : measure_clipboard (text, length);
  g_autofree char *matter = NULL;
  g_auto (GStrv) lines = NULL;

  if (n == 0)
    return 0;
  matter = g_strndup (text, n);
  lines = g_strsplit (matter, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (builder, lines[i]);
  if (n_rules > 0)
    sp_document_builder_note (builder, "front-matter-removed", NULL, 0, 0,
                              _("Lines about the file at its start were taken out; the site and date that "
                                "they name are shown as those of the snapshot."));
  return n;
}
