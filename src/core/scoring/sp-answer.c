/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-answer.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *title;
} dimensions[] = {
  { "transparency", N_("Transparency") },
  { "protection", N_("Protection") },
  { "clarity", N_("Clarity") },
}, states[] = {
  { "present", N_("stated") },
  { "partial", N_("stated in part") },
  { "absent", N_("not found") },
  { "not-applicable", N_("not applicable") },
  { "answered", N_("answered") },
  { "unknown", N_("not said") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (dimensions) == SP_N_DIMENSIONS);

/**
 * sp_dimension_get_id:
 *
 * Returns: the name in exports
 */
const char *
sp_dimension_get_id (SpDimension dimension)
{
  return dimensions[dimension].id;
}

/**
 * sp_dimension_get_title:
 *
 * Returns: the name for people, translated
 */
const char *
sp_dimension_get_title (SpDimension dimension)
{
  return _(dimensions[dimension].title);
}

/**
 * sp_answer_state_get_id:
 *
 * Returns: the name in exports
 */
const char *
sp_answer_state_get_id (SpAnswerState state)
{
  return states[state].id;
}

/**
 * sp_answer_state_get_title:
 *
 * Returns: the name for people, translated
 */
const char *
sp_answer_state_get_title (SpAnswerState state)
{
  return _(states[state].title);
}
