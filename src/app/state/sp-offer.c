/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-offer.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer than what browsers take, shorter than any policy. */
#define MAX_ADDRESS 2048

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
 * sp_offer_is_web_address:
 *
 * Returns: whether @text is the address of a page and nothing else, as browsers give it
 */
gboolean
sp_offer_is_web_address (const char *text)
{
  static const char *const schemes[] = { "http", "https", "ftp" };
  g_autofree char *address = g_strstrip (g_strndup (text, MAX_ADDRESS + 1));
  const char *scheme = g_uri_peek_scheme (address);

  return scheme != NULL && g_strv_contains (schemes, scheme) && strpbrk (address, " \t\n") == NULL
         && strlen (address) <= MAX_ADDRESS;
}

/* What has no ending, or an unknown one, is looked at when it is read: saved pages are often called so. */
static gboolean
is_unreadable (const char *uri)
{
  g_autofree char *name = g_path_get_basename (uri);
  g_autofree char *content_type = g_content_type_guess (name, NULL, 0, NULL);

  return !sp_importer_knows_name (name) && !g_content_type_is_unknown (content_type)
         && !g_content_type_is_a (content_type, "text/plain");
}

/**
 * sp_offer_count:
 * @uris: of files that are offered
 *
 * Returns: of what kinds they are, as far as their names tell
 */
SpOfferedFiles
sp_offer_count (const char *const *uris)
{
  SpOfferedFiles files = { 0 };

  for (guint i = 0; uris[i] != NULL; i++)
    if (sp_offer_is_web_address (uris[i]))
      files.n_addresses++;
    else if (is_unreadable (uris[i]))
      files.n_unreadable++;
    else
      files.n_readable++;
  return files;
}

/**
 * sp_offer_is_refused:
 * @files: their kinds, if it is files
 *
 * Returns: whether nothing of it can be read, as far as that is known
 */
gboolean
sp_offer_is_refused (SpOffer offer, const SpOfferedFiles *files)
{
  if (offer != SP_OFFER_FILES)
    return offer == SP_OFFER_NOTHING;
  return files->n_readable == 0 && files->n_addresses + files->n_unreadable > 0;
}

static char *
dup_words_for_files (const SpOfferedFiles *files)
{
  if (files->n_readable > 0)
    return g_strdup_printf (ngettext ("Read %u file", "Read %u files", files->n_readable), files->n_readable);
  if (files->n_addresses > 0)
    return g_strdup (_("Pages on the Web Cannot Be Opened"));
  return g_strdup (files->n_unreadable > 0 ? _("This Kind of File Cannot Be Read") : _("Read the files"));
}

/**
 * sp_offer_dup_drop_words:
 * @files: their kinds, if it is files
 *
 * Returns: (transfer full): what letting go will do, or that it will do nothing
 */
char *
sp_offer_dup_drop_words (SpOffer offer, const SpOfferedFiles *files)
{
  switch (offer)
    {
    case SP_OFFER_FILES:
      return dup_words_for_files (files);
    case SP_OFFER_HTML:
    case SP_OFFER_TEXT:
      return g_strdup (_("Read the text"));
    case SP_OFFER_NOTHING:
    default:
      return g_strdup (_("This Cannot Be Read"));
    }
}

/**
 * sp_offer_get_web_advice:
 *
 * Returns: why no page on the web is opened, and what to do instead
 */
const char *
sp_offer_get_web_advice (void)
{
  return _("Smallprint does not use the network. Save the page in your browser, then open the saved file.");
}

/**
 * sp_offer_get_drop_hint:
 * @files: their kinds, if it is files
 *
 * Returns: what else a person wants to know before letting go
 */
const char *
sp_offer_get_drop_hint (SpOffer offer, const SpOfferedFiles *files)
{
  if (offer == SP_OFFER_NOTHING || (offer == SP_OFFER_FILES && files->n_unreadable > 0 && files->n_readable == 0))
    return _("Drop text, Markdown or saved web pages, or folders of them.");
  if (offer == SP_OFFER_FILES && files->n_addresses > 0)
    return sp_offer_get_web_advice ();
  return _("Nothing leaves this computer.");
}
