/* SPDX-License-Identifier: GPL-3.0-or-later */

/* UTF-8 that was once read as windows-1252: "â€™" for an apostrophe. A run is repaired only if its
 * characters, written as windows-1252, are valid UTF-8 of the shape that such an accident leaves. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-charset.h"
#include "sp-hygiene.h"

#define MAX_SEQUENCE 4

/* How many bytes the UTF-8 character has that begins with @byte; 0 if none of several bytes does. */
static guint
sequence_length (int byte)
{
  if (byte >= 0xC2 && byte <= 0xDF)
    return 2;
  if (byte >= 0xE0 && byte <= 0xEF)
    return 3;
  return byte >= 0xF0 && byte <= 0xF4 ? 4 : 0;
}

/* Accidents leave punctuation, marks and letters; anything else is more likely meant as it stands. */
static gboolean
is_plausible (gunichar c)
{
  return c >= 0xA0 && g_unichar_isdefined (c) && g_unichar_type (c) != G_UNICODE_PRIVATE_USE;
}

/**
 * read_mojibake:
 * @repaired: receives the character that was meant
 *
 * Returns: (nullable): the end of the garbled character at @p, %NULL if there is none
 */
static const char *
read_mojibake (const char *p, const char *end, gunichar *repaired)
{
  char bytes[MAX_SEQUENCE];
  guint n = sequence_length (sp_charset_to_windows_1252 (g_utf8_get_char (p)));

  if (n == 0)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      int byte = p < end ? sp_charset_to_windows_1252 (g_utf8_get_char (p)) : -1;

      if (byte < 0 || (i > 0 && (byte & 0xC0) != 0x80))
        return NULL;
      bytes[i] = byte;
      p = g_utf8_next_char (p);
    }

  *repaired = g_utf8_get_char_validated (bytes, n);
  return *repaired != (gunichar) -1 && *repaired != (gunichar) -2 && is_plausible (*repaired) ? p : NULL;
}

/* Two characters like "É»" do stand in upper-case text; their repair would be no Latin character. */
static gboolean
may_be_meant (const char *p)
{
  int byte = sp_charset_to_windows_1252 (g_utf8_get_char (p));

  return byte >= 0xC6 && byte <= 0xDF;
}

/* Takes neighbouring garbled characters as one run, so that each run is one diagnostic. */
static const char *
repair_run (SpDraftRewriter *rewriter, const char *p, const char *end)
{
  const char *text = rewriter->block->text->str;
  const char *start = p;
  g_autoptr (GString) meant = g_string_new (NULL);
  gunichar c;
  guint n = 0;

  for (const char *next; p < end && (next = read_mojibake (p, end, &c)) != NULL; p = next, n++)
    g_string_append_unichar (meant, c);
  if (n == 0 || (n == 1 && may_be_meant (start)))
    return g_utf8_next_char (start);

  sp_draft_rewriter_replace (rewriter, start - text, p - text, meant->str, meant->len);
  sp_draft_rewriter_mark (rewriter, "mojibake-repaired",
                          _("Garbled characters were repaired (UTF-8 that had been read as "
                            "windows-1252)."));
  return p;
}

static void
repair_block (SpDraftBlock *block)
{
  const char *end = block->text->str + block->text->len;
  SpDraftRewriter rewriter;

  sp_draft_rewriter_init (&rewriter, block);
  for (const char *p = block->text->str; p < end;)
    p = (guchar) *p < 0x80 ? p + 1 : repair_run (&rewriter, p, end);
  if (sp_draft_rewriter_finish (&rewriter))
    block->flags |= SP_BLOCK_DAMAGED;
}

/**
 * sp_mojibake_repair:
 *
 * Repairs garbled characters. Runs before white space is touched: no-break spaces and control
 * characters are part of the garble.
 */
void
sp_mojibake_repair (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);

  for (guint i = 0; i < blocks->len; i++)
    repair_block (g_ptr_array_index (blocks, i));
}
