/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-preferences.h"

G_BEGIN_DECLS

void sp_preferences_window_present (GtkWindow *parent, SpPreferences *preferences);

G_END_DECLS
