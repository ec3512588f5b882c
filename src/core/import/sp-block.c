/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-block.h"

/**
 * sp_block_kind_get_id:
 *
 * Returns: the kind's name in exports
 */
const char *
sp_block_kind_get_id (SpBlockKind kind)
{
  static const char *const ids[] = { "heading", "paragraph", "item", "row", "boilerplate" };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (ids), NULL);
  return ids[kind];
}
