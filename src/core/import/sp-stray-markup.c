/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tags and entities that were escaped twice or copied with the source, and so came out as text:
 * "you &amp; us", "<img src=…>". */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-html-element.h"
#include "sp-hygiene.h"

/* A tag of more bytes is none. */
#define MAX_TAG_BYTES 2048

#define ID "markup-removed"

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },          { "nbsp", " " },         { "quot", "\"" },        { "apos", "'" },
  { "lt", "<" },           { "gt", ">" },           { "rsquo", "\u2019" },   { "lsquo", "\u2018" },
  { "ldquo", "\u201C" },   { "rdquo", "\u201D" },   { "ndash", "\u2013" },   { "mdash", "\u2014" },
  { "hellip", "\u2026" },  { "bull", "\u2022" },    { "copy", "\u00A9" },    { "reg", "\u00AE" },
  { "trade", "\u2122" },   { "eacute", "\u00E9" },  { "sect", "\u00A7" },    { "middot", "\u00B7" },
};

/* Bytes of the name at @p if an element of HTML is called so. */
static gsize
measure_tag_name (const char *p)
{
  /* Besides the elements that the reader has to know. */
  static const char *const inline_names[] = { "font", "img", "input", "label", "span", "sub", "sup", NULL };
  char name[16];
  gsize n = 0;

  while (n < sizeof name - 1 && g_ascii_isalnum (p[n]))
    {
      name[n] = g_ascii_tolower (p[n]);
      n++;
    }
  name[n] = '\0';
  if (n == 0 || strchr (" >/", p[n]) == NULL || p[n] == '\0')
    return 0;
  return *sp_html_element_find (name)->name != '\0' || g_strv_contains (inline_names, name) ? n : 0;
}

/* Bytes of the tag at @p, 0 if it is none. It may end as "&gt;" does. */
static gsize
measure_tag (const char *p, const char *end)
{
  const char *name = p + 1 + (p[1] == '/');
  const char *limit = MIN (end, p + MAX_TAG_BYTES);

  if (*p != '<' || measure_tag_name (name) == 0)
    return 0;
  for (const char *q = name; q < limit && *q != '<'; q++)
    {
      if (*q == '>')
        return q + 1 - p;
      if (*q == '&' && strncmp (q, "&gt", 3) == 0)
        return q + 3 + (q[3] == ';' || q[3] == '.') - p;
    }
  return 0;
}

/* Bytes of the entity at @p, 0 if it is none; @text receives what it stands for. */
static gsize
measure_entity (const char *p, char text[8])
{
  gsize n = 1;
  gunichar c;

  if (p[1] == '#')
    {
      n = 2 + strspn (p + 2, "0123456789");
      c = n <= 8 ? g_ascii_strtoull (p + 2, NULL, 10) : 0;
      if (n == 2 || p[n] != ';' || c < 0x20 || !g_unichar_validate (c))
        return 0;
      text[g_unichar_to_utf8 (c, text)] = '\0';
      return n + 1;
    }
  while (g_ascii_islower (p[n]) && n < 8)
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == n - 1 && strncmp (p + 1, entities[i].name, n - 1) == 0
        && (p[n] == ';' || (p[n] == '.' && p[n + 1] == ' ')))
      {
        g_strlcpy (text, entities[i].text, 8);
        return n + 1;
      }
  return 0;
}

static void
clean_block (SpDraftBlock *block)
{
  const char *text = block->text->str;
  const char *end = text + block->text->len;
  SpDraftRewriter rewriter;

  sp_draft_rewriter_init (&rewriter, block);
  for (const char *p = text; p < end;)
    {
      char replacement[8] = "";
      gsize n = *p == '<' ? measure_tag (p, end) : *p == '&' ? measure_entity (p, replacement) : 0;

      if (n == 0)
        {
          p++;
          continue;
        }
      sp_draft_rewriter_replace (&rewriter, p - text, p + n - text, replacement, strlen (replacement));
      sp_draft_rewriter_mark (&rewriter, ID,
                              _("Markup that stood in the text was taken out, or read as the character it "
                                "stands for."));
      p += n;
    }
  sp_draft_rewriter_finish (&rewriter);
}

/**
 * sp_stray_markup_remove:
 *
 * Takes tags out of the text, and reads entities as their characters. Runs before white space is
 * touched: no-break spaces are among them.
 */
void
sp_stray_markup_remove (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);

  for (guint i = 0; i < blocks->len; i++)
    clean_block (g_ptr_array_index (blocks, i));
}
