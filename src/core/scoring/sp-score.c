/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-score.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *title;
} levels[] = {
  [SP_CONFIDENCE_LOW] = { "low", N_("low confidence") },
  [SP_CONFIDENCE_MEDIUM] = { "medium", N_("medium confidence") },
  [SP_CONFIDENCE_HIGH] = { "high", N_("high confidence") },
};

/**
 * sp_confidence_level_get_id:
 *
 * Returns: the name in exports
 */
const char *
sp_confidence_level_get_id (SpConfidenceLevel level)
{
  return levels[level].id;
}

/**
 * sp_confidence_level_get_title:
 *
 * Returns: the name for people, translated
 */
const char *
sp_confidence_level_get_title (SpConfidenceLevel level)
{
  return _(levels[level].title);
}
