/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-clause-details.h"

G_BEGIN_DECLS

/**
 * SpClausePane:
 *
 * What is known of one clause: its tags and why, who does what, what was found.
 */
#define SP_TYPE_CLAUSE_PANE (sp_clause_pane_get_type ())
G_DECLARE_FINAL_TYPE (SpClausePane, sp_clause_pane, SP, CLAUSE_PANE, AdwBin)

void sp_clause_pane_show (SpClausePane *self, const SpClauseDetails *details);

G_END_DECLS
