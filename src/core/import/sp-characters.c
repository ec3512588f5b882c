/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One way to write each text: NFC, plain blanks, no characters that only steer how a page looks. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-hygiene.h"

/* Soft hyphens, zero-width spaces, marks of direction, control characters. The joiners U+200C and
 * U+200D stay: some scripts spell with them. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00AD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF
         || (c < 0x20 && !g_ascii_isspace (c)) || (c >= 0x7F && c < 0xA0);
}

static const char *
expand_ligature (gunichar c)
{
  static const char *const letters[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : NULL;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\n' || g_unichar_isspace (c) || c == '\v';
}

/* How a run of white space is written: nothing at the ends, a line feed if it breaks the line. */
static const char *
write_space (gboolean at_edge, gboolean breaks)
{
  if (at_edge)
    return "";
  return breaks ? "\n" : " ";
}

/* Takes the run of white space at @p, invisible characters included. */
static const char *
rewrite_space (SpDraftRewriter *rewriter, const char *p, const char *end, guint *n_changed)
{
  const char *text = rewriter->block->text->str;
  const char *start = p;
  gboolean breaks = FALSE;
  const char *blank;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      breaks |= c == '\n' || c == 0x2028 || c == 0x2029;
      if (!is_space (c) && !is_invisible (c))
        break;
      *n_changed += !is_space (c);
    }

  blank = write_space (start == text || p == end, breaks);
  if ((gsize) (p - start) != strlen (blank) || *start != *blank)
    sp_draft_rewriter_replace (rewriter, start - text, p - text, blank, strlen (blank));
  return p;
}

/* Takes the character at @p with what combines with it. */
static const char *
rewrite_cluster (SpDraftRewriter *rewriter, const char *p, const char *end)
{
  const char *text = rewriter->block->text->str;
  const char *start = p;
  g_autofree char *composed = NULL;

  do
    p = g_utf8_next_char (p);
  while (p < end && (guchar) *p >= 0x80 && !is_space (g_utf8_get_char (p))
         && !is_invisible (g_utf8_get_char (p)) && expand_ligature (g_utf8_get_char (p)) == NULL);

  composed = g_utf8_normalize (start, p - start, G_NORMALIZE_NFC);
  if (composed != NULL && (strlen (composed) != (gsize) (p - start) || memcmp (composed, start, p - start) != 0))
    sp_draft_rewriter_replace (rewriter, start - text, p - text, composed, strlen (composed));
  return p;
}

static const char *
rewrite_next (SpDraftRewriter *rewriter, const char *p, const char *end, guint *n_changed)
{
  const char *text = rewriter->block->text->str;
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);
  const char *letters = expand_ligature (c);

  if (is_space (c))
    return rewrite_space (rewriter, p, end, n_changed);
  if (is_invisible (c) || letters != NULL)
    {
      sp_draft_rewriter_replace (rewriter, p - text, next - text, letters != NULL ? letters : "",
                                 letters != NULL ? strlen (letters) : 0);
      ++*n_changed;
      return next;
    }
  if (next < end && (guchar) *next >= 0x80)
    return rewrite_cluster (rewriter, p, end);
  return c < 0x80 ? next : rewrite_cluster (rewriter, p, end);
}

static guint
normalize_block (SpDraftBlock *block)
{
  const char *end = block->text->str + block->text->len;
  SpDraftRewriter rewriter;
  guint n_changed = 0;

  sp_draft_rewriter_init (&rewriter, block);
  for (const char *p = block->text->str; p < end;)
    p = rewrite_next (&rewriter, p, end, &n_changed);
  sp_draft_rewriter_finish (&rewriter);
  return n_changed;
}

/**
 * sp_characters_normalize:
 *
 * Brings every block to NFC, one line per deliberate line, single blanks; removes invisible
 * characters, writes ligatures as letters; drops blocks that are blank then.
 */
void
sp_characters_normalize (SpDocumentBuilder *builder)
{
  g_autoptr (GPtrArray) blocks = sp_document_builder_steal_blocks (builder);
  guint n_changed = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);

      n_changed += normalize_block (block);
      if (block->text->len == 0)
        sp_draft_block_free (block);
      else
        sp_document_builder_take_block (builder, block);
    }

  if (n_changed > 0)
    {
      g_autofree char *message
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u invisible character or ligature was tidied.",
                                          "%u invisible characters or ligatures were tidied.",
                                          n_changed),
                             n_changed);

      sp_document_builder_note (builder, "characters-tidied", NULL, 0, 0, message);
    }
}
