/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

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

/**
 * SpOfferedFiles:
 * @n_readable: files and folders that may hold a policy
 * @n_addresses: on the web, where this program does not go
 * @n_unreadable: of other kinds, by their names: pictures, archives
 *
 * Of what kinds the files are that are offered; all 0 while that is not known.
 */
typedef struct
{
  guint n_readable;
  guint n_addresses;
  guint n_unreadable;
} SpOfferedFiles;

SpOffer        sp_offer_choose (const char *const *media_types, gboolean has_files, gboolean has_string);
gboolean       sp_offer_is_web_address (const char *text);
SpOfferedFiles sp_offer_count (const char *const *uris);
gboolean       sp_offer_is_refused (SpOffer offer, const SpOfferedFiles *files);
char          *sp_offer_dup_drop_words (SpOffer offer, const SpOfferedFiles *files);
const char    *sp_offer_get_drop_hint (SpOffer offer, const SpOfferedFiles *files);
const char    *sp_offer_get_web_advice (void);

G_END_DECLS
