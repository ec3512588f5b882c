/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

GtkWidget *sp_import_row_new (SpImport *import, SpSession *session);
SpImport  *sp_import_row_get_import (GtkListBoxRow *row);

G_END_DECLS
