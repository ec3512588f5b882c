/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus that came along when a page was copied or scraped: long rows of short lines before the text
 * begins or after it ends. */

#include <string.h>

#include "sp-heading-shape.h"
#include "sp-hygiene.h"
#include "sp-text-utils.h"

/* A line of a menu has no more words, and a menu no fewer lines. */
#define MAX_LINE_WORDS 5
#define MIN_LINES 8

/* Blocks of at least so many words are text; with so much of it on one side, the edge is left. */
#define MIN_TEXT_WORDS 12
#define MAX_EDGE_WORDS 60

/* Addresses, numbers of telephones: below a text they are how to reach its author. */
static gboolean
is_contact (const SpDraftBlock *block)
{
  return strpbrk (block->text->str, "0123456789@") != NULL || strstr (block->text->str, "://") != NULL;
}

static gboolean
is_menu_line (const SpDraftBlock *block, gboolean at_front)
{
  char last = block->text->str[block->text->len - 1];

  if (!at_front && is_contact (block))
    return FALSE;
  return (block->kind == SP_BLOCK_ITEM || block->kind == SP_BLOCK_PARAGRAPH || block->kind == SP_BLOCK_BOILERPLATE)
         && strchr (".:;,?!", last) == NULL
         && sp_text_count_words (block->text->str, block->text->len) <= MAX_LINE_WORDS;
}

static guint
count_text_words (const SpDraftBlock *block)
{
  guint n = block->kind == SP_BLOCK_BOILERPLATE ? 0 : sp_text_count_words (block->text->str, block->text->len);

  return n >= MIN_TEXT_WORDS ? n : 0;
}

/* A list belongs to the line that leads in to it. */
static gboolean
is_led_in (GPtrArray *blocks, guint first)
{
  const SpDraftBlock *before = first > 0 ? g_ptr_array_index (blocks, first - 1) : NULL;

  return before != NULL && before->text->str[before->text->len - 1] == ':';
}

static guint
find_run_end (GPtrArray *blocks, guint first, gboolean at_front)
{
  guint i = first;

  while (i < blocks->len && is_menu_line (g_ptr_array_index (blocks, i), at_front))
    i++;
  return i;
}

/* Of a menu above the text the last line that names a policy is the title; lines of dates belong to it,
 * and so may the last of all. */
static guint
find_title (GPtrArray *blocks, guint first, guint end)
{
  for (guint i = end; i-- > first;)
    {
      const SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (sp_heading_shape_measure (block->text->str, block->text->len).is_title)
        return i;
    }
  return end - 1;
}

static gboolean
has_date (const SpDraftBlock *block)
{
  return sp_heading_shape_measure (block->text->str, block->text->len).has_year
         && g_ascii_isalnum (*block->text->str);
}

static void
mark_run (GPtrArray *blocks, guint first, guint end, gboolean at_front)
{
  guint title = at_front ? find_title (blocks, first, end) : end;

  for (guint i = first; i < end; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (i == title || (at_front && (i == end - 1 || has_date (block))))
        continue;
      block->kind = SP_BLOCK_BOILERPLATE;
      block->level = 0;
      block->n_marker = 0;
    }
}

/**
 * sp_edge_menus_mark:
 *
 * Marks rows of short lines at the edges of a text as boilerplate.
 */
void
sp_edge_menus_mark (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);
  guint n_before = 0;
  guint n_after = 0;
  guint end;

  for (guint i = 0; i < blocks->len; i++)
    n_after += count_text_words (g_ptr_array_index (blocks, i));
  /* Without text there is nothing that a menu could stand beside. */
  if (n_after <= MAX_EDGE_WORDS)
    return;

  for (guint i = 0; i < blocks->len; i = end)
    {
      guint n_words = count_text_words (g_ptr_array_index (blocks, i));
      gboolean at_front;

      n_before += n_words;
      n_after -= n_words;
      at_front = n_before <= MAX_EDGE_WORDS;
      end = MAX (find_run_end (blocks, i, at_front), i + 1);
      if (end - i >= MIN_LINES && (at_front || n_after <= MAX_EDGE_WORDS) && !is_led_in (blocks, i))
        mark_run (blocks, i, end, at_front);
    }
}
