/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

GBytes *sp_resource_lookup (const char *name, GError **error);

G_END_DECLS
