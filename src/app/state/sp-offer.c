/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-offer.h"

#include <glib/gi18n.h>

/**
 * sp_offer_choose:
 * @media_types: (nullable): what is offered, NULL-terminated
 * @has_files: whether files are offered in another way
 * @has_string: whether text is
 *
 * Returns: what to take of it
 */
SpOffer
sp_offer_choose (const char *const *media_types, gboolean has_files, gboolean has_string)
{
  gboolean has_html = FALSE;

  for (guint i = 0; media_types != NULL && media_types[i] != NULL; i++)
    {
      has_files |= g_str_equal (media_types[i], "text/uri-list");
      has_html |= g_str_equal (media_types[i], "text/html");
      has_string |= g_str_has_prefix (media_types[i], "text/plain");
    }
  if (has_files)
    return SP_OFFER_FILES;
  if (has_html)
    return SP_OFFER_HTML;
  return has_string ? SP_OFFER_TEXT : SP_OFFER_NOTHING;
}

/**
 * sp_offer_dup_drop_words:
 * @n_files: how many files, 0 while that is not known
 *
 * Returns: (transfer full): what letting go will do, or why nothing
 */
char *
sp_offer_dup_drop_words (SpOffer offer, guint n_files)
{
  switch (offer)
    {
    case SP_OFFER_FILES:
      if (n_files == 0)
        return g_strdup (_("Read the files"));
      return g_strdup_printf (ngettext ("Read %u file", "Read %u files", n_files), n_files);
    case SP_OFFER_HTML:
    case SP_OFFER_TEXT:
      return g_strdup (_("Read the text"));
    case SP_OFFER_NOTHING:
    default:
      return g_strdup (_("This cannot be read: drop files or text"));
    }
}
