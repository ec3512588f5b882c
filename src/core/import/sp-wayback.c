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
