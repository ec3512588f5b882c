/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "to?keep": a no-break space that some program could not write. Nobody knows for certain, so the
 * text stays as it is. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-hygiene.h"

/* How far around a question mark signs of an address are looked for. */
#define MAX_ADDRESS_BYTES 128

static gboolean
is_address (const char *text, const char *p)
{
  for (const char *q = p; q > text && p - q < MAX_ADDRESS_BYTES && !g_ascii_isspace (q[-1]); q--)
    if (strchr ("/=&@.", q[-1]) != NULL)
      return TRUE;
  for (const char *q = p + 1; q - p < MAX_ADDRESS_BYTES && *q != '\0' && !g_ascii_isspace (*q); q++)
    if (strchr ("/=&@", *q) != NULL)
      return TRUE;
  return FALSE;
}

static void
flag_block (SpDraftBlock *block)
{
  const char *text = block->text->str;

  for (const char *p = strchr (text, '?'); p != NULL; p = strchr (p + 1, '?'))
    {
      if (p == text || !g_ascii_islower (p[-1]) || !g_ascii_islower (p[1]) || is_address (text, p))
        continue;
      block->flags |= SP_BLOCK_DAMAGED;
      sp_draft_block_mark (block, "lost-space", p - text, p + 1 - text,
                           _("A blank was probably lost here and written as a question mark."));
    }
}

/**
 * sp_lost_spaces_flag:
 *
 * Flags question marks that stand where a blank was.
 */
void
sp_lost_spaces_flag (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);

  for (guint i = 0; i < blocks->len; i++)
    flag_block (g_ptr_array_index (blocks, i));
}
