/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpMatch:
 *
 * A half-open range in code points.
 */
typedef struct
{
  guint start;
  guint end;
} SpMatch;

GArray *sp_find_matches (const char *text, const char *needle);
guint   sp_find_nearest (const GArray *matches, guint position);

G_END_DECLS
