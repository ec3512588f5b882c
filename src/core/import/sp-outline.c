/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the finished blocks say of the whole: its title, and whether its structure is the author's. */

#include "sp-hygiene.h"
#include "sp-text-utils.h"

/* Without headings, a text with so many words to a block has lost its line ends. */
#define MAX_WORDS_PER_BLOCK 250

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

/* The heading that names the document: above all text, or marked by its writer as the first level. */
static const SpDraftBlock *
find_title (GPtrArray *blocks)
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
