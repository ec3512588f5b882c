/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *sp_toasts_undo_new (const char *text);

void sp_toasts_show (AdwToastOverlay *overlay, AdwToast *toast);
void sp_toasts_show_in_preferences (GtkWidget *dialog, AdwToast *toast);

G_END_DECLS
