/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-hygiene.h"

#include "sp-media-type.h"

/* Characters first, as the later passes compare words; then what splits blocks, from the surest sign
 * of a heading to the weakest, the page's frame taken out in between. */
static const SpHygienePass passes[] = {
  sp_mojibake_repair,
  sp_stray_markup_remove,
  sp_characters_normalize,
  sp_lost_spaces_flag,
  sp_wayback_remove_header,
  sp_glued_headings_split,
  sp_typed_bullets_read,
  sp_edge_menus_mark,
  sp_bold_headings_find,
  sp_boilerplate_mark,
  sp_plain_headings_find,
  sp_run_in_headings_split,
  sp_other_documents_mark,
  sp_spam_mark,
  sp_outline_finish,
};

/**
 * sp_hygiene_is_plain_text:
 *
 * Returns: whether the source had no markup, so that layout is all there is to go by
 */
gboolean
sp_hygiene_is_plain_text (SpDocumentBuilder *builder)
{
  return g_str_equal (sp_document_builder_get_media_type (builder), SP_MEDIA_TYPE_TEXT);
}

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
