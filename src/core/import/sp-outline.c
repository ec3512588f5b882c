/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the finished blocks say of the whole: its title, and whether its structure is the author's. */

#include "sp-heading-shape.h"
#include "sp-hygiene.h"
#include "sp-text-utils.h"

/* Without headings, a text with so many words to a block has lost its line ends. */
#define MAX_WORDS_PER_BLOCK 250

/* A title stands among as many blocks at the top. */
#define MAX_TITLE_BLOCKS 6

static gboolean
has_lost_structure (GPtrArray *blocks)
{
  guint n_headings = 0;
  guint n_text = 0;
  guint n_words = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SP_BLOCK_BOILERPLATE)
        continue;
      n_headings += block->kind == SP_BLOCK_HEADING;
      n_text += block->kind != SP_BLOCK_HEADING;
      n_words += sp_text_count_words (block->text->str, block->text->len);
    }
  return n_headings < 2 && n_words > MAX_WORDS_PER_BLOCK * MAX (n_text, 1);
}

/* "Privacy notice", but not its first section: "1. This notice", "What are cookies?". */
static gboolean
names_policy (const SpDraftBlock *block)
{
  SpHeadingShape shape = sp_heading_shape_measure (block->text->str, block->text->len);

  return shape.is_title && !shape.is_question && shape.number_depth == 0;
}

/* A heading near the top that names a policy. */
static const SpDraftBlock *
find_named_title (GPtrArray *blocks)
{
  for (guint i = 0, n = 0; i < blocks->len && n < MAX_TITLE_BLOCKS; i++)
    {
      const SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SP_BLOCK_HEADING && names_policy (block))
        return block;
      n += block->kind != SP_BLOCK_BOILERPLATE;
    }
  return NULL;
}

/* The heading that names the document: above all text, or marked by its writer as the first level. */
static const SpDraftBlock *
find_first_title (GPtrArray *blocks)
{
  gboolean has_text = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SP_BLOCK_HEADING)
        return !has_text || (block->level == 1 && !(block->flags & SP_BLOCK_RECOVERED)) ? block : NULL;
      has_text |= block->kind != SP_BLOCK_BOILERPLATE;
    }
  return NULL;
}

static const SpDraftBlock *
find_title (GPtrArray *blocks)
{
  const SpDraftBlock *first = find_first_title (blocks);
  const SpDraftBlock *named = find_named_title (blocks);

  /* "About us" may stand above "Privacy at our shop", but a title of the first level is one. */
  return named != NULL && (first == NULL || first->level > 1) ? named : first;
}

/**
 * sp_outline_finish:
 *
 * Tells whether the text has kept its structure, and takes its title from a heading if the source
 * gives none.
 */
void
sp_outline_finish (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);
  const SpDraftBlock *title = find_title (blocks);

  if (has_lost_structure (blocks))
    sp_document_builder_set_has_structure (builder, FALSE);
  if (sp_document_builder_get_title (builder) == NULL && title != NULL)
    sp_document_builder_set_title (builder, title->text->str);
}
