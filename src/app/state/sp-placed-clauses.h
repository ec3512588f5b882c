/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-clauses-state.h"

G_BEGIN_DECLS

/**
 * SpPlacedClause:
 * @start: where its words begin in the text that is shown, in characters
 * @end: where they end
 */
typedef struct
{
  SpClause clause;
  guint start;
  guint end;
} SpPlacedClause;

GArray *sp_placed_clauses_new (const GArray *clauses, GString *text);

const SpPlacedClause *sp_placed_clauses_find_offset (const GArray *placed, guint offset);
const SpPlacedClause *sp_placed_clauses_find_segment (const GArray *placed, guint segment);
guint                 sp_placed_clause_to_characters (const SpPlacedClause *placed, gsize byte);

G_END_DECLS
