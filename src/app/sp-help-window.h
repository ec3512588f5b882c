/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpHelpWindow:
 *
 * The help, which comes with the program: a sandbox reaches no help browser.
 */
#define SP_TYPE_HELP_WINDOW (sp_help_window_get_type ())
G_DECLARE_FINAL_TYPE (SpHelpWindow, sp_help_window, SP, HELP_WINDOW, AdwWindow)

SpHelpWindow *sp_help_window_new (void);
void          sp_help_window_show_page (SpHelpWindow *self, const char *id);

G_END_DECLS
