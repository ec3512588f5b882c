/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

void sp_encoding_dialog_present (GtkWidget *parent, SpSession *session);

G_END_DECLS
