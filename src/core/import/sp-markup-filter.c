/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes out of HTML, before the parser sees it, what has no text and may cost much: scripts, styles,
 * comments, declarations, and the attributes of tags that are huge (the parser needs quadratic time for them).
 * One pass, linear: a search that found no end is not repeated. */

#include "sp-markup-filter.h"

#include <string.h>

#include "sp-limits.h"

typedef struct
{
  const char *end;
  GString *out;
  const char *copied; /* how far the text has been taken over or dropped */
  const char *last_quotes[2]; /* where the last '"' and the last '\'' stand */
  gboolean no_comment_end;
  gboolean no_tag_end;
  gboolean no_element_end[2];
} Filter;

static const char *const raw_elements[] = { "script", "style" };

static gboolean
has_name (const char *p, const char *end, const char *name)
{
  gsize n = strlen (name);

  return (gsize) (end - p) > n && g_ascii_strncasecmp (p, name, n) == 0
         && strchr (" \t\n\f/>", p[n]) != NULL;
}

static const char *
skip_comment (Filter *self, const char *p)
{
  const char *stop;

  if (self->no_comment_end)
    return NULL;
  /* "<!-->" is whole. */
  stop = g_strstr_len (p + 2, self->end - p - 2, "-->");
  self->no_comment_end = stop == NULL;
  return stop != NULL ? stop + 3 : NULL;
}

/* What Word writes for itself: "<![if !supportLists]>", "<?xml:namespace … />". */
static gboolean
is_declaration (const Filter *self, const char *p)
{
  if (p[1] == '?')
    return TRUE;
  return p[1] == '!' && strncmp (p, "<![CDATA[", strlen ("<![CDATA[")) != 0 && !has_name (p + 2, self->end, "doctype");
}

static const char *
skip_declaration (Filter *self, const char *p)
{
  const char *stop = self->no_tag_end ? NULL : memchr (p, '>', self->end - p);

  self->no_tag_end = stop == NULL;
  return stop != NULL ? stop + 1 : NULL;
}

/* Returns: (nullable): the end of the raw element that begins at @p, its end tag included */
static const char *
skip_raw_element (Filter *self, const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (raw_elements); i++)
    {
      if (self->no_element_end[i] || !has_name (p + 1, self->end, raw_elements[i]))
        continue;
      for (const char *q = memchr (p + 1, '<', self->end - p - 1); q != NULL;
           q = memchr (q + 1, '<', self->end - q - 1))
        if (q + 2 < self->end && q[1] == '/' && has_name (q + 2, self->end, raw_elements[i]))
          {
            const char *stop = memchr (q, '>', self->end - q);

            return stop != NULL ? stop + 1 : NULL;
          }
      self->no_element_end[i] = TRUE;
    }
  return NULL;
}

/**
 * find_tag_end:
 * @n_attributes: receives about how many attributes the tag has
 *
 * Returns: (nullable): the ">" of the tag at @p, heeding quotes after "=" that are closed somewhere
 */
static const char *
find_tag_end (const Filter *self, const char *p, guint *n_attributes)
{
  gboolean after_space = FALSE;
  gboolean after_equals = FALSE;

  *n_attributes = 0;
  for (; p < self->end && *p != '>'; p++)
    {
      gboolean space = g_ascii_isspace (*p) || *p == '/';

      *n_attributes += after_space && !space;
      after_space = space;
      if (after_equals
          && ((*p == '"' && p < self->last_quotes[0]) || (*p == '\'' && p < self->last_quotes[1])))
        p = memchr (p + 1, *p, self->end - p - 1);
      if (!g_ascii_isspace (*p))
        after_equals = *p == '=';
    }
  return p < self->end ? p : NULL;
}

/* Takes over what stands before @from and drops it from there to @to. */
static void
drop (Filter *self, const char *from, const char *to)
{
  g_string_append_len (self->out, self->copied, from - self->copied);
  self->copied = to;
}

/* Returns: where to go on after the start tag at @p */
static const char *
filter_tag (Filter *self, const char *p)
{
  guint n_attributes;
  const char *stop = self->no_tag_end ? NULL : find_tag_end (self, p, &n_attributes);

  if (stop == NULL)
    {
      self->no_tag_end = TRUE;
      return p + 1;
    }
  if (stop - p > SP_LIMIT_TAG_BYTES || n_attributes > SP_LIMIT_TAG_ATTRIBUTES)
    {
      gsize n_name = 1 + strcspn (p + 1, " \t\n\f\"'=/>");

      drop (self, p + MIN (n_name, (gsize) (stop - p)), stop);
    }
  return stop + 1;
}

/* Returns: where to go on after the "<" at @p */
static const char *
filter_markup (Filter *self, const char *p)
{
  const char *stop = NULL;

  /* Not g_str_has_prefix(): newer GLib measures the whole text first, at every tag. */
  if (strncmp (p, "<!--", strlen ("<!--")) == 0)
    stop = skip_comment (self, p);
  else if (is_declaration (self, p))
    stop = skip_declaration (self, p);
  else if (g_ascii_isalpha (p[1]))
    {
      stop = skip_raw_element (self, p);
      if (stop == NULL)
        return filter_tag (self, p);
    }
  if (stop == NULL)
    return p + 1;
  drop (self, p, stop);
  return stop;
}

/**
 * sp_markup_filter:
 * @text: (array length=length): NUL-terminated
 *
 * Returns: (transfer full): the markup without scripts, styles, comments and huge start tags
 */
GString *
sp_markup_filter (const char *text, gsize length)
{
  Filter self = { .end = text + length, .out = g_string_sized_new (length + 1), .copied = text };

  self.last_quotes[0] = memrchr (text, '"', length);
  self.last_quotes[1] = memrchr (text, '\'', length);

  for (const char *p = memchr (text, '<', length); p != NULL && p < self.end;)
    {
      p = filter_markup (&self, p);
      p = memchr (p, '<', self.end - p);
    }
  drop (&self, self.end, self.end);
  return self.out;
}
