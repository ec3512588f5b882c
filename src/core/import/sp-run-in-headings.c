/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items that begin with their heading: "Device data. We collect …" becomes a heading and an item. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-heading-shape.h"
#include "sp-hygiene.h"
#include "sp-text-utils.h"

#define MAX_HEAD_WORDS 6

/* Fewer words after it, and the head is a sentence like the next. */
#define MIN_REST_WORDS 4

/* Two sentences in a row often begin with the same word, a head and its sentence seldom do. */
static gboolean
share_first_word (const char *head, const char *rest)
{
  gsize n = strcspn (head, " .");

  return strncmp (head, rest, n) == 0 && !g_ascii_isalpha (rest[n]);
}

/* Where the sentence after the head begins, 0 if there is none. */
static gsize
find_rest (const GString *text)
{
  const char *stop = strstr (text->str, ". ");
  SpHeadingShape shape;

  if (stop == NULL || memchr (text->str, '.', stop - text->str) != NULL
      || !g_unichar_isupper (g_utf8_get_char (stop + 2)))
    return 0;
  shape = sp_heading_shape_measure (text->str, stop - text->str);
  if (shape.starts_as_sentence || shape.has_colon || shape.is_question
      || !sp_heading_shape_is_heading (&shape, MAX_HEAD_WORDS))
    return 0;
  if (shape.n_words == 1 && shape.n_known == 0 && !shape.has_known_start)
    return 0;
  if (shape.n_words > 1 && share_first_word (text->str, stop + 2))
    return 0;
  return sp_text_count_words (stop + 2, -1) >= MIN_REST_WORDS ? (gsize) (stop + 2 - text->str) : 0;
}

static void
split_item (SpDocumentBuilder *builder, SpDraftBlock *block, gsize rest, guint level)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  SpDraftBlock *head;

  sp_draft_block_split (block, &rest, 1, pieces);
  head = g_ptr_array_index (pieces, 0);
  head->kind = SP_BLOCK_HEADING;
  head->level = MIN (level + 1, 6);
  head->flags |= SP_BLOCK_RECOVERED;
  g_string_truncate (head->text, head->text->len - 1);
  sp_draft_block_mark (head, "headings-recovered", 0, head->text->len,
                       _("This heading ran into the text and was split off."));
  sp_document_builder_take_block (builder, head);
  sp_document_builder_take_block (builder, g_ptr_array_index (pieces, 1));
}

/**
 * sp_run_in_headings_split:
 *
 * Splits the headings off items of plain text that begin with one. In markup they are left: there the
 * list is the author's, and what is bold was seen to before.
 */
void
sp_run_in_headings_split (SpDocumentBuilder *builder)
{
  g_autoptr (GPtrArray) blocks = NULL;
  guint level = 1;

  if (!sp_hygiene_is_plain_text (builder))
    return;

  blocks = sp_document_builder_steal_blocks (builder);
  for (guint i = 0; i < blocks->len; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);
      gsize rest = block->kind == SP_BLOCK_ITEM ? find_rest (block->text) : 0;

      if (block->kind == SP_BLOCK_HEADING)
        level = block->level;
      if (rest > 0)
        split_item (builder, block, rest, level);
      else
        sp_document_builder_take_block (builder, block);
    }
}
