/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

gboolean sp_wayback_read_address (const char *address, char **domain, char **date);
char    *sp_wayback_read_date    (const char *text);

G_END_DECLS
