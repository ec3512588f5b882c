/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-library-state.h"

G_BEGIN_DECLS

/**
 * SpPolicyRow:
 *
 * A policy in a list: grade chip, name, and a line below. "show-check" adds a check button, whose state
 * is "checked". Signal "toggled" when the reader ticks it.
 */
#define SP_TYPE_POLICY_ROW (sp_policy_row_get_type ())
G_DECLARE_FINAL_TYPE (SpPolicyRow, sp_policy_row, SP, POLICY_ROW, GtkBox)

GtkWidget *sp_policy_row_new (void);

void sp_policy_row_set_facts (SpPolicyRow *self, const SpPolicyFacts *facts);
void sp_policy_row_set_snippet (SpPolicyRow *self, const char *snippet, const GArray *matches);
void sp_policy_row_set_check (SpPolicyRow *self, gboolean shown, gboolean checked);

G_END_DECLS
