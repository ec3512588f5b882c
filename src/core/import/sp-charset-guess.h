/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

const char *sp_charset_guess       (const char *data, gsize length);
const char *sp_charset_guess_utf16 (const char *data, gsize length);

G_END_DECLS
