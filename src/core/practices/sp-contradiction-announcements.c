/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The promises of a text that it breaks itself: what it announces and does not hold. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-contradiction-search-private.h"

/* What is sure of a broken promise: the text may hold it in other words. */
#define ANNOUNCED 0.6

/* How near to “section” its name stands, and how long a name is at least, in bytes. */
#define NAME_REACH 24
#define MIN_NAME 4

/* Words alone: in small letters, parted by single blanks, “&” spelt out. A section is named by its words,
 * not by its marks. */
static char *
reduce (const char *text, gsize length)
{
  GString *words = g_string_sized_new (length);
  gboolean parted = TRUE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, g_unichar_tolower (c));
      else if (c == '&')
        g_string_append (words, parted ? "and " : " and ");
      else if (!parted)
        g_string_append_c (words, ' ');
      parted = !g_unichar_isalnum (c);
    }
  g_strchomp (words->str);
  return g_string_free (words, FALSE);
}

static gboolean
occurs_twice (const char *text, const char *words)
{
  const char *first = strstr (text, words);

  return first != NULL && strstr (first + 1, words) != NULL;
}

/* A longer name is known by its first words: authors shorten it, or reword its end. */
static void
keep_first_words (char *name)
{
  char *blank = strchr (name, ' ');
  char *second = blank != NULL ? strchr (blank + 1, ' ') : NULL;

  if (second != NULL)
    *second = '\0';
}

static gboolean
has_heading (SpSegmentation *segmentation, const char *words)
{
  guint n;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n);
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);

  for (guint i = 0; i < n; i++)
    if (segments[i].block->kind == SP_BLOCK_HEADING)
      {
        SpSpan span = segments[i].block->span;
        g_autofree char *heading = reduce (text + span.start, sp_span_length (span));

        if (strstr (heading, words) != NULL)
          return TRUE;
      }
  return FALSE;
}

/* Returns: the words between the first quotation marks of a sentence, empty if there are none */
static SpSpan
find_quoted (const char *text, SpSpan sentence)
{
  static const struct
  {
    const char *open;
    const char *close;
  } marks[] = { { "“", "”" }, { "\"", "\"" }, { "‘", "’" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *end = text + sentence.end;
      const char *open = g_strstr_len (text + sentence.start, sp_span_length (sentence), marks[i].open);
      const char *words = open != NULL ? open + strlen (marks[i].open) : NULL;
      const char *close = words != NULL ? g_strstr_len (words, end - words, marks[i].close) : NULL;

      if (close != NULL && close > words)
        return sp_span (words - text, close - text);
    }
  return sp_span (0, 0);
}

/* “the section entitled “X””, “the “X” section”. */
static gboolean
is_beside_section (const char *text, SpSpan quoted)
{
  gsize start = quoted.start > NAME_REACH ? quoted.start - NAME_REACH : 0;
  g_autofree char *near = g_ascii_strdown (text + start, quoted.start - start);
  g_autofree char *next = g_strndup (text + quoted.end, NAME_REACH);

  return strstr (near, "section") != NULL || strstr (next, "section") != NULL;
}

/* Returns: whether the section that a sentence names is not there; then @evidence is its name. A heading
 * may have been lost or be cut short: its words anywhere else in the text will do. @words: (inout): those
 * of the text, once they were needed */
static gboolean
lacks_heading (const SpContradictionSearch *search, const SpDetection *detection, char **words,
               SpEvidence *evidence)
{
  gsize length;
  const char *text = sp_document_get_text (sp_segmentation_get_document (search->segmentation), &length);
  SpSpan quoted = find_quoted (text, search->sentences[detection->sentence].span);
  g_autofree char *name = reduce (text + quoted.start, sp_span_length (quoted));

  evidence->segment = detection->evidence.segment;
  evidence->span = quoted;
  if (strlen (name) < MIN_NAME || !is_beside_section (text, quoted))
    return FALSE;
  keep_first_words (name);
  if (*words == NULL)
    *words = reduce (text, length);
  return !occurs_twice (*words, name);
}

static gboolean
is_kept (const SpContradictionSearch *search, const SpAnnouncement *announcement)
{
  return announcement->kept_by_heading != NULL
         && has_heading (search->segmentation, announcement->kept_by_heading);
}

static void
find_broken (const SpContradictionSearch *search, const SpAnnouncement *announcement, char **words)
{
  for (guint i = 0, n_seen = 0; i < search->detections->len && n_seen < SP_CONTRADICTION_MAX_SIDE; i++)
    {
      const SpDetection *detection = &g_array_index (search->detections, SpDetection, i);
      SpEvidence whole, promised = detection->evidence;

      if (!g_str_equal (detection->detector->id, announcement->detector))
        continue;
      n_seen++;
      if (announcement->names_heading && !lacks_heading (search, detection, words, &promised))
        continue;
      whole = (SpEvidence) { promised.segment, search->sentences[detection->sentence].span };
      sp_contradiction_search_add (search, "X4", g_strdup (_(announcement->explanation)), whole, promised,
                                   ANNOUNCED);
    }
}

/* Reports what the text announces, by the rules' detectors, and does not hold. */
void
sp_contradiction_search_announcements (const SpContradictionSearch *self)
{
  GPtrArray *announcements = sp_contradiction_rules_get_announcements (self->rules);
  g_autofree char *words = NULL;

  for (guint i = 0; i < announcements->len; i++)
    if (!is_kept (self, announcements->pdata[i]))
      find_broken (self, announcements->pdata[i], &words);
}
