/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

/**
 * SpCellState:
 * @SP_CELL_SILENT: the policy does not appear to say
 *
 * What a cell of the data map says.
 */
typedef enum
{
  SP_CELL_AFFIRMED,
  SP_CELL_DENIED,
  SP_CELL_UNCLEAR,
  SP_CELL_SILENT,
} SpCellState;

#define SP_N_CELL_STATES 4

const char *sp_cell_state_get_title (SpCellState state);
const char *sp_cell_state_get_icon_name (SpCellState state);
const char *sp_cell_state_get_style_class (SpCellState state);

SpCellState sp_cell_state_judge (const SpDataFlow *flow, const SpStatement *statement);
SpCellState sp_cell_state_join (SpCellState a, SpCellState b);

const SpConcept *sp_concept_get_group (const SpConcept *concept);

G_END_DECLS
