/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-words.h"

G_BEGIN_DECLS

/**
 * SpSection:
 * @segment: its heading, or its first clause where it has none
 * @level: of the heading, from 1
 * @n_clauses: those below it, up to the next heading
 * @category_counts: how many of them have that tag
 * @marks: bits of #SpMark: the findings that rest on them
 *
 * A line of the outline of a policy.
 */
typedef struct
{
  guint segment;
  guint level;
  char *title;
  guint n_clauses;
  guint category_counts[SP_N_CATEGORIES];
  guint marks;
} SpSection;

GPtrArray *sp_outline_new (SpAnalysis *analysis);
guint      sp_outline_find (const GPtrArray *sections, guint segment);
char      *sp_section_dup_summary (const SpSection *self);
gboolean   sp_section_equal (const SpSection *a, const SpSection *b);

G_END_DECLS
