/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

GString *sp_markup_filter (const char *text, gsize length);

G_END_DECLS
