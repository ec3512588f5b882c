/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

char *sp_statement_dup_words (const SpStatement *statement, const char *text);

G_END_DECLS
