/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-deal-breakers.h"

/* A critical term leaves a D by itself: what a reader will not have leaves less. */
#define AT_MOST 'E'

/**
 * sp_deal_breakers_list:
 *
 * Returns: (transfer container) (element-type SpDetector): the findings that are grave enough for a reader
 *   to turn a policy down, the gravest first
 */
GPtrArray *
sp_deal_breakers_list (const SpFindingRegistry *registry)
{
  GPtrArray *detectors = g_ptr_array_new ();

  for (SpSeverity severity = SP_SEVERITY_CRITICAL; severity <= SP_SEVERITY_SERIOUS; severity++)
    for (guint i = 0; i < sp_finding_registry_get_n_detectors (registry); i++)
      {
        const SpDetector *detector = sp_finding_registry_get_detector (registry, i);

        if (detector->is_finding && detector->severity == severity)
          g_ptr_array_add (detectors, (gpointer) detector);
      }
  return detectors;
}

/**
 * sp_deal_breakers_choose:
 * @profile: (nullable): what matters to the reader, if anything was set
 * @finding: as "SELL_AFFIRMED"
 *
 * Returns: (transfer full): the same, but with @finding as a deal breaker or not
 */
SpProfile *
sp_deal_breakers_choose (SpProfile *profile, const char *finding, gboolean chosen)
{
  g_autoptr (SpProfile) base = profile != NULL ? sp_profile_ref (profile) : sp_profile_new ();

  return sp_profile_set_deal_breaker (base, finding, chosen ? AT_MOST : 0);
}
