/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-data-map.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *title;
} states[] = {
  [SP_FLOW_AFFIRMED] = { "affirmed", N_("Yes") },
  [SP_FLOW_DENIED] = { "denied", N_("Denied") },
  [SP_FLOW_UNCLEAR] = { "unclear", N_("Unclear") },
};

void
sp_data_flow_free (SpDataFlow *self)
{
  g_array_unref (self->statements);
  g_free (self);
}

const char *
sp_flow_state_get_id (SpFlowState state)
{
  return states[state].id;
}

const char *
sp_flow_state_get_title (SpFlowState state)
{
  return _(states[state].title);
}
