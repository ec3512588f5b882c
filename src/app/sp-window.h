/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

/**
 * SpWindow:
 *
 * The shell: library beside the pages of one policy, or one after the other where it is narrow.
 */
#define SP_TYPE_WINDOW (sp_window_get_type ())
G_DECLARE_FINAL_TYPE (SpWindow, sp_window, SP, WINDOW, AdwApplicationWindow)

SpWindow *sp_window_new (AdwApplication *application, SpSession *session);

G_END_DECLS
