/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-hygiene.h"

/* Characters first: the later passes compare words. */
static const SpHygienePass passes[] = {
  sp_mojibake_repair,
  sp_characters_normalize,
  sp_plain_headings_find,
};

/**
 * sp_hygiene_run:
 *
 * Runs all passes over what a reader has built.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
sp_hygiene_run (SpDocumentBuilder *builder, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      passes[i](builder);
    }
  return TRUE;
}
