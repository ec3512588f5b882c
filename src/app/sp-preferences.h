/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpPreferences:
 *
 * What the reader chose, as properties ("keep-library", "color-scheme", "window-width",
 * "window-height", "window-maximized", "text-zoom", "restore-session", "last-policy" and
 * "last-page"). Kept in GSettings; where our schema is not installed they
 * hold for this run only.
 */
#define SP_TYPE_PREFERENCES (sp_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SpPreferences, sp_preferences, SP, PREFERENCES, GObject)

SpPreferences *sp_preferences_new (const char *schema_dir);

gboolean    sp_preferences_get_keep_library (SpPreferences *self);
const char *sp_preferences_get_color_scheme (SpPreferences *self);

G_END_DECLS
