/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int sp_zoom_find_nearest (int percent);
int sp_zoom_step (int percent, int step);

G_END_DECLS
