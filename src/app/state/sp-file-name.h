/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sp_file_name_propose (const char *title, guint number, const char *extension);

G_END_DECLS
