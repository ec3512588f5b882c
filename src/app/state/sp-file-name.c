/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-file-name.h"

#include <glib/gi18n.h>

/* In characters: four bytes each, with number and extension, still fit into a name. */
#define MAX_LENGTH 50

/**
 * sp_file_name_propose:
 * @title: (nullable): of a policy
 * @number: above 1 it is added, to tell files of one title apart
 *
 * Returns: (transfer full): a name that every file system takes
 */
char *
sp_file_name_propose (const char *title, guint number, const char *extension)
{
  const char *words = title != NULL && *title != '\0' ? title : _("Policy");
  g_autofree char *name = g_utf8_substring (words, 0, MIN (MAX_LENGTH, g_utf8_strlen (words, -1)));

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  g_strstrip (name);
  if (*name == '.')
    *name = '-';
  if (number > 1)
    return g_strdup_printf ("%s (%u).%s", name, number, extension);
  return g_strdup_printf ("%s.%s", name, extension);
}
