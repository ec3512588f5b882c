/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-outline-state.h"

G_BEGIN_DECLS

/**
 * SpOutlineView:
 *
 * The sections of a policy, each with a small bar of the tags inside. Signal "section-activated"
 * (segment).
 */
#define SP_TYPE_OUTLINE_VIEW (sp_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (SpOutlineView, sp_outline_view, SP, OUTLINE_VIEW, AdwBin)

void sp_outline_view_set_sections (SpOutlineView *self, GPtrArray *sections);
void sp_outline_view_select (SpOutlineView *self, guint segment);

G_END_DECLS
