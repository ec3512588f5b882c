/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

void sp_preferences_matters_show (GtkBuilder *builder, SpSession *session);

G_END_DECLS
