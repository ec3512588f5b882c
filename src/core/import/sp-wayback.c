/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts from archives: what their header line and addresses say goes into the metadata. */

#include "config.h"

#include "sp-wayback.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-hygiene.h"

static gboolean
has_digits (const char *p, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;
  return TRUE;
}

static char *
format_date (const char *year, const char *month, const char *day)
{
  g_autofree char *date = g_strdup_printf ("%.4s-%.2s-%.2s", year, month, day);
  guint m = g_ascii_strtoull (date + 5, NULL, 10);
  guint d = g_ascii_strtoull (date + 8, NULL, 10);

  if (m < 1 || m > 12 || d < 1 || d > 31)
    return NULL;
  return g_steal_pointer (&date);
}

/**
 * sp_wayback_read_date:
 * @text: begins with YYYY-MM-DD, or not
 *
 * Returns: (transfer full) (nullable): the date, %NULL if there is none
 */
char *
sp_wayback_read_date (const char *text)
{
  if (!has_digits (text, 4) || text[4] != '-' || !has_digits (text + 5, 2) || text[7] != '-' || !has_digits (text + 8, 2))
    return NULL;
  return format_date (text, text + 5, text + 8);
}

static const char *
skip_scheme (const char *address)
{
  const char *colon = strstr (address, ":");

  if (colon == NULL || colon - address > 5)
    return NULL;
  colon++;
  return g_str_has_prefix (colon, "//") ? colon + 2 : NULL;
}

/* The host at @p, without "www." and port, in lower case. */
static char *
dup_host (const char *p)
{
  gsize n = strcspn (p, "/:?# \t\n");
  g_autofree char *host = g_ascii_strdown (p, n);

  if (strchr (host, '.') == NULL || strspn (host, "abcdefghijklmnopqrstuvwxyz0123456789.-") < n)
    return NULL;
  return g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
}

/**
 * sp_wayback_read_address:
 * @address: of a page, or of an archive's copy of it
 * @domain: (out): its host, without "www."
 * @date: (out) (nullable): when an archive saved it, YYYY-MM-DD
 *
 * Returns: whether @address names a host
 */
gboolean
sp_wayback_read_address (const char *address, char **domain, char **date)
{
  static const char archive[] = "web.archive.org/web/";
  const char *p = skip_scheme (address);

  *domain = NULL;
  *date = NULL;
  if (p == NULL)
    return FALSE;

  if (g_str_has_prefix (p, archive))
    {
      const char *stamp = p + strlen (archive);
      const char *slash = strchr (stamp, '/');

      if (slash == NULL || !has_digits (stamp, 8))
        return FALSE;
      *date = format_date (stamp, stamp + 4, stamp + 6);
      p = skip_scheme (slash + 1);
      if (p == NULL)
        p = slash + 1;
    }
  *domain = dup_host (p);
  return *domain != NULL;
}

/* The line that the Princeton-Leuven collection puts before each text. */
#define HEADER_START "The following text is extracted and transformed from the "
#define HEADER_MIDDLE " privacy policy that was archived on "
#define HEADER_END "accurate reproduction."

/* It stands among the first blocks or nowhere. */
#define MAX_HEADER_BLOCKS 3

/**
 * read_header:
 * @end: receives where the header ends in @text
 *
 * Returns: whether @text begins with the header
 */
static gboolean
read_header (const char *text, char **domain, char **date, gsize *end)
{
  const char *p = text + strspn (text, "> *_");
  const char *middle, *stop;

  if (!g_str_has_prefix (p, HEADER_START))
    return FALSE;
  p += strlen (HEADER_START);
  middle = strstr (p, HEADER_MIDDLE);
  if (middle == NULL || middle - p > 253)
    return FALSE;

  *domain = g_ascii_strdown (p, middle - p);
  p = middle + strlen (HEADER_MIDDLE);
  *date = sp_wayback_read_date (p);

  stop = strstr (p, HEADER_END);
  if (stop == NULL)
    *end = strlen (text);
  else
    {
      stop += strlen (HEADER_END);
      *end = stop + strspn (stop, "*_ \n") - text;
    }
  return TRUE;
}

/**
 * sp_wayback_remove_header:
 *
 * Takes an archive's header line out of the text and keeps what it says: the site and the day of the
 * snapshot. That is no date of the policy.
 */
void
sp_wayback_remove_header (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);

  for (guint i = 0; i < MIN (blocks->len, MAX_HEADER_BLOCKS); i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *domain = NULL;
      g_autofree char *date = NULL;
      gsize end;

      if (!read_header (block->text->str, &domain, &date, &end))
        continue;

      sp_document_builder_set_domain (builder, domain);
      if (date != NULL)
        sp_document_builder_set_snapshot_date (builder, date);
      sp_document_builder_note (builder, "archive-header-removed", NULL, 0, 0,
                                _("A line by the archive that kept this text was taken out; its site "
                                  "and date are shown as those of the snapshot."));
      if (end == block->text->len)
        g_ptr_array_remove_index (blocks, i);
      else
        {
          SpDraftRewriter rewriter;

          sp_draft_rewriter_init (&rewriter, block);
          sp_draft_rewriter_replace (&rewriter, 0, end, "", 0);
          sp_draft_rewriter_finish (&rewriter);
        }
      return;
    }
}
