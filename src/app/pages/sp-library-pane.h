/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

/**
 * SpLibraryPane:
 *
 * The sidebar: what waits or failed, and below it the kept policies. Emits "opened" when the reader
 * picks a row.
 */
#define SP_TYPE_LIBRARY_PANE (sp_library_pane_get_type ())
G_DECLARE_FINAL_TYPE (SpLibraryPane, sp_library_pane, SP, LIBRARY_PANE, AdwBin)

void sp_library_pane_set_session (SpLibraryPane *self, SpSession *session);
void sp_library_pane_search (SpLibraryPane *self);

GPtrArray *sp_library_pane_list_selected (SpLibraryPane *self);
void       sp_library_pane_stop_selecting (SpLibraryPane *self);

G_END_DECLS
