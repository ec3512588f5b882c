/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-resource.h"
#include "sp-resources.h"

#define PREFIX "/io/github/smallprint/Smallprint/core/"

/**
 * sp_resource_lookup:
 * @name: a path below data/, as "knowledge/findings.json"
 *
 * Finds a data file that was compiled into the library.
 *
 * Errors: %G_RESOURCE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
sp_resource_lookup (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);

  return g_resource_lookup_data (sp_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}
