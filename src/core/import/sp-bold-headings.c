/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings that a source only sets in bold: a line of its own, or the bold start of a paragraph. */

#include "config.h"

#include <string.h>

#include "sp-heading-shape.h"
#include "sp-hygiene.h"
#include "sp-text-utils.h"

#define MAX_LINE_WORDS 14
#define MAX_RUN_IN_WORDS 8

/* Fewer words below the first line of an item, and it is a list of terms. */
#define MIN_TEXT_WORDS 12

static gboolean
is_stop (char c)
{
  return c == '.' || c == ':' || c == ' ' || c == '\n';
}

/* The bold start of the text without the stop after it, which may or may not be bold. */
static gsize
measure_head (const SpDraftBlock *block, gsize *rest)
{
  const char *text = block->text->str;
  gsize head = block->n_strong;

  *rest = head;
  while (*rest < block->text->len && is_stop (text[*rest]))
    ++*rest;
  while (head > 0 && is_stop (text[head - 1]))
    head--;
  return head;
}

/* A line that is all bold: what has the shape of a heading, with a stop or colon behind it or not. */
static gboolean
is_bold_line (const SpDraftBlock *block, gsize head)
{
  SpHeadingShape shape = sp_heading_shape_measure (block->text->str, head);

  if (shape.starts_as_sentence)
    return FALSE;
  if (block->text->str[block->text->len - 1] == ':' && shape.has_verb && !shape.is_question)
    return FALSE;
  return sp_heading_shape_is_heading (&shape, MAX_LINE_WORDS);
}

/* Whether @next is text that a line of its own may stand above; for the first line of an item, text in
 * the same item. */
static gboolean
may_head (const SpDraftBlock *block, const SpDraftBlock *next)
{
  if (next == NULL || next->kind == SP_BLOCK_BOILERPLATE)
    return FALSE;
  if (block->kind == SP_BLOCK_PARAGRAPH)
    return TRUE;
  return next->kind == SP_BLOCK_ITEM && next->level > block->level
         && sp_text_count_words (next->text->str, next->text->len) >= MIN_TEXT_WORDS;
}

/* Whether the bold start is set off from the rest by a line break or a stop. */
static gboolean
is_run_in (const SpDraftBlock *block, gsize head, gsize rest)
{
  SpHeadingShape shape = sp_heading_shape_measure (block->text->str, head);
  gboolean breaks = memchr (block->text->str + head, '\n', rest - head) != NULL;

  if (shape.starts_as_sentence)
    return FALSE;
  if (!breaks && (block->kind == SP_BLOCK_ITEM || block->text->str[head] != '.'))
    return FALSE;
  return sp_heading_shape_is_heading (&shape, breaks ? MAX_LINE_WORDS : MAX_RUN_IN_WORDS);
}

/* "2. Your rights" on a line of its own above the text of the same paragraph, bold or not. */
static gsize
find_numbered_line (const SpDraftBlock *block)
{
  gsize line = strcspn (block->text->str, "\n");
  SpHeadingShape shape = sp_heading_shape_measure (block->text->str, line);

  if (line == block->text->len || shape.number_depth == 0 || shape.n_known == 0)
    return 0;
  return sp_heading_shape_is_heading (&shape, MAX_RUN_IN_WORDS) ? line : 0;
}

/* Headings by markup rule; those in bold stand one level below the last of them, but for the title of
 * the whole. */
static void
make_heading (SpDraftBlock *block, guint level, gboolean is_first)
{
  SpHeadingShape shape = sp_heading_shape_measure (block->text->str, block->text->len);

  block->kind = SP_BLOCK_HEADING;
  block->level = is_first && shape.is_title && shape.number_depth == 0
                   ? 1
                   : CLAMP (level + MAX (shape.number_depth, 1), 2, 6);
  block->n_strong = 0;
}

static void
split_run_in (SpDocumentBuilder *builder, SpDraftBlock *block, gsize rest, guint level)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  SpDraftBlock *head;

  sp_draft_block_split (block, &rest, 1, pieces);
  head = g_ptr_array_index (pieces, 0);
  make_heading (head, level, FALSE);
  sp_document_builder_take_block (builder, head);
  sp_document_builder_take_block (builder, g_ptr_array_index (pieces, 1));
}

static gboolean
is_text (const SpDraftBlock *block)
{
  return block->kind == SP_BLOCK_PARAGRAPH || block->kind == SP_BLOCK_ITEM;
}

/**
 * sp_bold_headings_find:
 *
 * Makes headings of bold lines before a text, and of the bold starts of paragraphs.
 */
void
sp_bold_headings_find (SpDocumentBuilder *builder)
{
  g_autoptr (GPtrArray) blocks = sp_document_builder_steal_blocks (builder);
  gboolean has_begun = FALSE;
  guint level = 1;

  for (guint i = 0; i < blocks->len; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);
      const SpDraftBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;
      gsize rest;
      gsize head = is_text (block) ? measure_head (block, &rest) : 0;
      gboolean is_first = !has_begun;

      has_begun |= block->kind != SP_BLOCK_BOILERPLATE;
      if (block->kind == SP_BLOCK_HEADING)
        level = block->level;
      if (head == 0 && block->kind == SP_BLOCK_PARAGRAPH && (rest = find_numbered_line (block)) > 0)
        {
          split_run_in (builder, block, rest, level);
          continue;
        }
      if (head > 0 && rest < block->text->len && is_run_in (block, head, rest))
        {
          split_run_in (builder, block, rest, level);
          continue;
        }
      if (head > 0 && rest == block->text->len && may_head (block, next) && is_bold_line (block, head))
        make_heading (block, level, is_first);
      sp_document_builder_take_block (builder, block);
    }
}
