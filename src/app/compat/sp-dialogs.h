/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpDialog:
 *
 * Something to answer before going on. It has a title and a child. Escape and the action “dialog.close”
 * of what is inside close it.
 */
#define SP_TYPE_DIALOG (sp_dialog_get_type ())
GType sp_dialog_get_type (void);

/**
 * SpPreferencesDialog:
 *
 * The same with pages of rows to choose from.
 */
#define SP_TYPE_PREFERENCES_DIALOG (sp_preferences_dialog_get_type ())
GType sp_preferences_dialog_get_type (void);

/**
 * sp_dialogs_present:
 * @dialog: one of the above
 * @parent: a widget of the window that asks
 * @width: what it would have, in pixels; 0 for what it asks for
 * @height: the same
 *
 * Shows @dialog until it is closed.
 */
void sp_dialogs_present (GtkWidget *dialog, GtkWidget *parent, int width, int height);
void sp_dialogs_about (GtkWidget *parent, const char *details);
void sp_dialogs_ensure_shortcuts (GtkApplicationWindow *window, const char *resource_path);

G_END_DECLS
