/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-finding.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *title;
} severities[] = {
  [SP_SEVERITY_CRITICAL] = { "critical", N_("Critical") },
  [SP_SEVERITY_SERIOUS] = { "serious", N_("Serious") },
  [SP_SEVERITY_CAUTION] = { "caution", N_("Caution") },
  [SP_SEVERITY_NOTE] = { "note", N_("Note") },
  [SP_SEVERITY_GOOD] = { "good", N_("Good") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (severities) == SP_N_SEVERITIES);

/**
 * sp_severity_get_id:
 *
 * Returns: the name in exports
 */
const char *
sp_severity_get_id (SpSeverity severity)
{
  g_return_val_if_fail ((guint) severity < SP_N_SEVERITIES, NULL);
  return severities[severity].id;
}

/**
 * sp_severity_get_title:
 *
 * Returns: the name for people, translated
 */
const char *
sp_severity_get_title (SpSeverity severity)
{
  g_return_val_if_fail ((guint) severity < SP_N_SEVERITIES, NULL);
  return _(severities[severity].title);
}

/**
 * sp_severity_parse:
 * @severity: (out): untouched if @id is none
 *
 * Returns: whether @id is a severity
 */
gboolean
sp_severity_parse (const char *id, SpSeverity *severity)
{
  for (guint i = 0; i < SP_N_SEVERITIES; i++)
    if (g_str_equal (id, severities[i].id))
      {
        *severity = i;
        return TRUE;
      }

  return FALSE;
}
