/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

/**
 * SpPreferences:
 *
 * What the reader chose, as properties ("keep-library", "color-scheme", "first-packs", "hidden-packs",
 * "window-width", "window-height", "window-maximized", "text-zoom", "restore-session", "last-policy" and
 * "last-page"). Kept in GSettings; where our schema is not installed they hold for this run only.
 */
#define SP_TYPE_PREFERENCES (sp_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SpPreferences, sp_preferences, SP, PREFERENCES, GObject)

SpPreferences *sp_preferences_new (const char *schema_dir);

/**
 * SpPackChoice:
 * @SP_PACK_AS_SUGGESTED: first where the text points to it, after those otherwise
 * @SP_PACK_FIRST: always first, and in every report
 * @SP_PACK_HIDDEN: neither on a page nor in a report, even where the text points to it
 *
 * What a reader wants to see of a law. The values are those of the rows.
 */
typedef enum
{
  SP_PACK_AS_SUGGESTED,
  SP_PACK_FIRST,
  SP_PACK_HIDDEN,
} SpPackChoice;

gboolean    sp_preferences_get_keep_library (SpPreferences *self);
const char *sp_preferences_get_color_scheme (SpPreferences *self);

SpPackChoice       sp_preferences_get_pack (SpPreferences *self, const char *pack);
void               sp_preferences_set_pack (SpPreferences *self, const char *pack, SpPackChoice choice);
const char *const *sp_preferences_get_first_packs (SpPreferences *self);
const char *const *sp_preferences_get_hidden_packs (SpPreferences *self);
SpReportOptions    sp_preferences_get_report_options (SpPreferences *self);

G_END_DECLS
