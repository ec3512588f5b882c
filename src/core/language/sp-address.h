/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

gsize sp_address_measure (const char *text, gsize length);

G_END_DECLS
