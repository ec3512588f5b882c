/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-statement.h"

G_BEGIN_DECLS

/**
 * SpFlowState:
 * @SP_FLOW_AFFIRMED: the policy says so, or reserves the right to
 * @SP_FLOW_DENIED: it says that this is not done
 * @SP_FLOW_UNCLEAR: it says both, or denies with exceptions
 */
typedef enum
{
  SP_FLOW_AFFIRMED,
  SP_FLOW_DENIED,
  SP_FLOW_UNCLEAR,
} SpFlowState;

/**
 * SpDataFlow:
 * @recipient: (nullable): %NULL for the company itself
 * @purpose: (nullable): %NULL where none is stated
 * @statements: (element-type guint): indices of the statements behind it, ascending, not empty
 *
 * A cell of the data map: who gets which data for which purpose.
 */
typedef struct
{
  const SpConcept *data;
  const SpConcept *recipient;
  const SpConcept *purpose;
  SpFlowState state;
  GArray *statements; /* (owned) */
} SpDataFlow;

void sp_data_flow_free (SpDataFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDataFlow, sp_data_flow_free)

GPtrArray *sp_data_map_new (GPtrArray *statements, const SpConcept *others);

SP_EXPORT const char *sp_flow_state_get_id (SpFlowState state);
SP_EXPORT const char *sp_flow_state_get_title (SpFlowState state);

G_END_DECLS
