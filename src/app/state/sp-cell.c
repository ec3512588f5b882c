/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-cell.h"

#include <glib/gi18n.h>

static const struct
{
  const char *title;
  const char *icon_name;
  const char *style_class;
} states[] = {
  [SP_CELL_AFFIRMED] = { N_("Yes"), "sp-flow-affirmed-symbolic", "flow-affirmed" },
  [SP_CELL_DENIED] = { N_("Denied"), "sp-flow-denied-symbolic", "flow-denied" },
  [SP_CELL_UNCLEAR] = { N_("Unclear"), "sp-flow-unclear-symbolic", "flow-unclear" },
  [SP_CELL_SILENT] = { N_("Not said"), "sp-flow-silent-symbolic", "flow-silent" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (states) == SP_N_CELL_STATES);

/**
 * sp_cell_state_get_title:
 *
 * Returns: the word that goes with the shape, translated
 */
const char *
sp_cell_state_get_title (SpCellState state)
{
  return _(states[state].title);
}

/**
 * sp_cell_state_get_icon_name:
 *
 * Returns: a symbolic icon of our own
 */
const char *
sp_cell_state_get_icon_name (SpCellState state)
{
  return states[state].icon_name;
}

/**
 * sp_cell_state_get_style_class:
 *
 * Returns: the class that gives the hue
 */
const char *
sp_cell_state_get_style_class (SpCellState state)
{
  return states[state].style_class;
}

/**
 * sp_cell_state_judge:
 * @statement: one of those behind @flow
 *
 * Returns: what it says: alone it is as the map judged it
 */
SpCellState
sp_cell_state_judge (const SpDataFlow *flow, const SpStatement *statement)
{
  static const SpCellState map_states[] = {
    [SP_FLOW_AFFIRMED] = SP_CELL_AFFIRMED,
    [SP_FLOW_DENIED] = SP_CELL_DENIED,
    [SP_FLOW_UNCLEAR] = SP_CELL_UNCLEAR,
  };

  if (flow->statements->len == 1)
    return map_states[flow->state];
  if (!statement->denied)
    return SP_CELL_AFFIRMED;
  return sp_span_is_empty (statement->exception) && sp_span_is_empty (statement->condition)
           ? SP_CELL_DENIED
           : SP_CELL_UNCLEAR;
}

/**
 * sp_cell_state_join:
 *
 * Returns: what two things said of one cell make of it
 */
SpCellState
sp_cell_state_join (SpCellState a, SpCellState b)
{
  if (a == SP_CELL_SILENT || a == b)
    return b;
  return b == SP_CELL_SILENT ? a : SP_CELL_UNCLEAR;
}

/* All data, or all that is about persons: too wide to be a group of anything. */
static gboolean
is_wide (const SpConcept *concept)
{
  return concept->parent == NULL || g_str_equal (concept->id, "personal-information");
}

/**
 * sp_concept_get_group:
 * @concept: a type of data
 *
 * Returns: the group that it is shown in: contact details, location, … or all data, for what is named in
 *   general
 */
const SpConcept *
sp_concept_get_group (const SpConcept *concept)
{
  gboolean is_general = is_wide (concept);

  while (concept->parent != NULL && (is_general || !is_wide (concept->parent)))
    concept = concept->parent;
  return concept;
}
