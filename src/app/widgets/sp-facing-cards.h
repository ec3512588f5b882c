/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sp-facing.h"

G_BEGIN_DECLS

GtkWidget *sp_facing_cards_new (const SpFacing *facing);

G_END_DECLS
