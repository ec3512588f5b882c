/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-database.h"

G_BEGIN_DECLS

extern const SpDatabaseFormat sp_library_format;

G_END_DECLS
