/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpOffer:
 *
 * What a drop or the clipboard holds for us: files before HTML before text.
 */
typedef enum
{
  SP_OFFER_NOTHING,
  SP_OFFER_FILES,
  SP_OFFER_HTML,
  SP_OFFER_TEXT,
} SpOffer;

SpOffer     sp_offer_choose (const char *const *media_types, gboolean has_files, gboolean has_string);
char       *sp_offer_dup_drop_words (SpOffer offer, guint n_files);

G_END_DECLS
