/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that were typed with bullets or numbers instead of marked up: "• your name". */

#include "config.h"

#include <string.h>

#include "sp-hygiene.h"

static gsize
measure_bullet (const char *p)
{
  static const char *const bullets[] = { "•", "●", "▪", "■", "◦", "○", "‣", "·", "\xEF\x82\xB7" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (p, bullets[i]))
      return strlen (bullets[i]) + strspn (p + strlen (bullets[i]), " ");
  return 0;
}

/* The lines that begin with a bullet, and what follows a list. */
static GArray *
find_cuts (const GString *text)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (const char *p = strchr (text->str, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    {
      gsize place = p + 1 - text->str;

      if (measure_bullet (p + 1) > 0)
        g_array_append_val (cuts, place);
    }
  return cuts;
}

static void
make_item (SpDraftBlock *block)
{
  gsize n = measure_bullet (block->text->str);
  SpDraftRewriter rewriter;

  if (n == 0 || n >= block->text->len || g_ascii_isspace (block->text->str[n]))
    return;
  sp_draft_rewriter_init (&rewriter, block);
  sp_draft_rewriter_replace (&rewriter, 0, n, "", 0);
  sp_draft_rewriter_finish (&rewriter);
  if (block->kind == SP_BLOCK_PARAGRAPH)
    {
      block->kind = SP_BLOCK_ITEM;
      block->level = 1;
    }
}

/* The number that a paragraph begins with, as 2 for "2. …", "(2) …", "b) …" and "(b) …"; 0 if none. */
static guint
read_number (const SpDraftBlock *block)
{
  const char *p = block->text->str + (*block->text->str == '(');
  gsize n_digits = strspn (p, "0123456789");
  guint number;

  if (block->kind != SP_BLOCK_PARAGRAPH || block->n_marker > 0 || block->n_strong > 0)
    return 0;
  if (n_digits == 0 || n_digits > 2)
    number = n_digits == 0 && *p >= 'a' && *p <= 'z' ? *p - 'a' + 1 : 0;
  else
    number = g_ascii_strtoull (p, NULL, 10);
  p += MAX (n_digits, 1);
  if (number == 0 || (*p != '.' && *p != ')') || (*block->text->str == '(' && *p != ')') || p[1] != ' ')
    return 0;
  return number;
}

static gboolean
leads_in (const SpDraftBlock *block)
{
  return block->kind == SP_BLOCK_PARAGRAPH && block->text->str[block->text->len - 1] == ':';
}

/* Paragraphs numbered from 1 or a on, below a line that ends with a colon, are its list. */
static void
read_numbers (GPtrArray *blocks)
{
  for (guint i = 1; i < blocks->len; i++)
    {
      guint n = 0;

      if (!leads_in (g_ptr_array_index (blocks, i - 1)))
        continue;
      while (i + n < blocks->len && read_number (g_ptr_array_index (blocks, i + n)) == n + 1)
        n++;
      for (guint j = i; n > 1 && j < i + n; j++)
        {
          SpDraftBlock *block = g_ptr_array_index (blocks, j);

          block->kind = SP_BLOCK_ITEM;
          block->level = 1;
        }
    }
}

/**
 * sp_typed_bullets_read:
 *
 * Makes items of paragraphs and lines that begin with a bullet, and of paragraphs that are numbered.
 */
void
sp_typed_bullets_read (SpDocumentBuilder *builder)
{
  g_autoptr (GPtrArray) blocks = sp_document_builder_steal_blocks (builder);

  if (!sp_hygiene_is_plain_text (builder))
    read_numbers (blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr (GArray) cuts = NULL;
      g_autoptr (GPtrArray) pieces = g_ptr_array_new ();

      if ((block->kind != SP_BLOCK_PARAGRAPH && block->kind != SP_BLOCK_ITEM) || block->n_marker > 0)
        {
          sp_document_builder_take_block (builder, block);
          continue;
        }
      cuts = find_cuts (block->text);
      sp_draft_block_split (block, (const gsize *) (gpointer) cuts->data, cuts->len, pieces);
      for (guint j = 0; j < pieces->len; j++)
        if (g_ptr_array_index (pieces, j) != NULL)
          {
            make_item (g_ptr_array_index (pieces, j));
            sp_document_builder_take_block (builder, g_ptr_array_index (pieces, j));
          }
    }
}
