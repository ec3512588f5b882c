/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines at the edges of a text that belong to the page around it: bread crumbs, "Share this page",
 * notices of trademarks and copyright. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-heading-shape.h"
#include "sp-hygiene.h"
#include "sp-import-lexicon.h"
#include "sp-text-utils.h"

/* From how many words on a block belongs to the text for certain. */
#define MIN_TEXT_WORDS 12

/* A notice of trademarks is no longer than this. */
#define MAX_NOTICE_WORDS 40

/* So much of a block is looked at to tell whether it is code, which has so many marks, and so many of a
 * hundred bytes. */
#define MAX_CODE_BYTES 1024
#define MIN_CODE_MARKS 6
#define MIN_CODE_SHARE 6

/* How many lines may stand between the edge and the text. */
#define MAX_EDGE_BLOCKS 40

static gboolean
is_text (const SpDraftBlock *block)
{
  guint n_words = sp_text_count_words (block->text->str, block->text->len);
  char last = block->text->str[block->text->len - 1];

  return n_words >= MIN_TEXT_WORDS || (n_words >= 4 && strchr (".;:", last) != NULL);
}

static gboolean
contains_nocase (const SpDraftBlock *block, const char *word)
{
  g_autofree char *lower = g_ascii_strdown (block->text->str, MIN (block->text->len, 512));

  return strstr (lower, word) != NULL;
}

/* Whether the whole line is a known one, stops and arrows around it aside. */
static gboolean
is_known_line (const SpDraftBlock *block)
{
  const char *p = block->text->str;
  const char *end = p + block->text->len;

  while (p < end && !g_ascii_isalnum (*p))
    p++;
  while (end > p && !g_ascii_isalnum (end[-1]))
    end--;
  return sp_import_lexicon_has (sp_import_lexicon_get (), SP_LEXICON_BOILERPLATE, p, end - p);
}

static gboolean
is_notice (const SpDraftBlock *block)
{
  if (block->kind == SP_BLOCK_HEADING
      || sp_text_count_words (block->text->str, block->text->len) > MAX_NOTICE_WORDS)
    return FALSE;
  if (contains_nocase (block, "trademark") || contains_nocase (block, "all rights reserved"))
    return TRUE;
  return (contains_nocase (block, "copyright") || contains_nocase (block, "©") || contains_nocase (block, "(c)"))
         && (contains_nocase (block, "20") || contains_nocase (block, "19"));
}

/* Scripts and styles that whoever copied the page took for text. */
static gboolean
is_code (const SpDraftBlock *block)
{
  static const char *const signs[] = { "function(", "function (", "(){", "});", "();", "var ", "!important", "px;" };
  gsize n = MIN (block->text->len, MAX_CODE_BYTES);
  gsize n_marks = 0;

  for (gsize i = 0; i < n; i++)
    n_marks += strchr ("{}[]();=:\"\\_", block->text->str[i]) != NULL;
  if (n_marks < MIN_CODE_MARKS || n_marks * 100 < n * MIN_CODE_SHARE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strstr_len (block->text->str, n, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
mark (SpDraftBlock *block)
{
  block->kind = SP_BLOCK_BOILERPLATE;
  block->level = 0;
  block->n_marker = 0;
}

/* The title again before the text begins: a bread crumb and then the title. */
static gboolean
is_repeated (GPtrArray *blocks, guint i, guint end)
{
  const SpDraftBlock *block = g_ptr_array_index (blocks, i);

  if (!sp_heading_shape_measure (block->text->str, block->text->len).is_title)
    return FALSE;
  for (guint j = i + 1; j < end; j++)
    if (g_string_equal (block->text, ((SpDraftBlock *) g_ptr_array_index (blocks, j))->text))
      return TRUE;
  return FALSE;
}

/* "Terms of Service" above what then calls itself a privacy policy is a link to another page. */
static gboolean
names_other_document (const SpDraftBlock *block, const SpDraftBlock *text)
{
  return contains_nocase (block, "terms") && text != NULL && contains_nocase (text, "privacy policy");
}

/* "Back to top" stands between sections, code anywhere. */
static void
mark_between (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (is_code (block))
        mark (block);
      else if (block->text->len < 32 && block->kind != SP_BLOCK_HEADING
               && contains_nocase (block, "top") && is_known_line (block))
        mark (block);
    }
}

static void
mark_front (GPtrArray *blocks)
{
  guint end = 0;

  while (end < blocks->len && end < MAX_EDGE_BLOCKS && !is_text (g_ptr_array_index (blocks, end)))
    end++;

  for (guint i = 0; i < end; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);
      const SpDraftBlock *text = end < blocks->len ? g_ptr_array_index (blocks, end) : NULL;

      if (is_repeated (blocks, i, end))
        mark (block);
      else if (is_known_line (block) && (block->kind != SP_BLOCK_HEADING || names_other_document (block, text))
               && (!contains_nocase (block, "terms") || names_other_document (block, text)))
        mark (block);
    }
}

static void
mark_back (GPtrArray *blocks)
{
  for (guint i = blocks->len, n = 0; i-- > 0 && n < MAX_EDGE_BLOCKS; n++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SP_BLOCK_BOILERPLATE)
        continue;
      if (block->kind == SP_BLOCK_HEADING || (!is_known_line (block) && !is_notice (block)))
        return;
      mark (block);
    }
}

/**
 * sp_boilerplate_mark:
 *
 * Marks lines at the edges that are no part of the policy, and leaves one diagnostic for them and for
 * what the reader has marked.
 */
void
sp_boilerplate_mark (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);
  g_autofree char *message = NULL;
  guint n = 0;

  mark_between (blocks);
  mark_front (blocks);
  mark_back (blocks);

  for (guint i = 0; i < blocks->len; i++)
    n += ((SpDraftBlock *) g_ptr_array_index (blocks, i))->kind == SP_BLOCK_BOILERPLATE;
  if (n == 0)
    return;
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u line that looks like part of the page around the policy (navigation, sharing, "
                   "notices) is shown, but not judged.",
                   "%u lines that look like part of the page around the policy (navigation, sharing, "
                   "notices) are shown, but not judged.",
                   n),
      n);
  sp_document_builder_note (builder, "boilerplate-marked", NULL, 0, 0, message);
}
