/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-point.h"

G_BEGIN_DECLS

/**
 * SpClauseFilter:
 * @categories: bits of #SpCategory; a clause with any of them is shown
 * @marks: bits of #SpMark, likewise
 * @everything: navigation and other dropped text too
 *
 * Without bits all clauses are shown.
 */
typedef struct
{
  guint categories;
  guint marks;
  gboolean everything;
} SpClauseFilter;

/**
 * SpClause:
 * @text: not terminated; belongs to the document
 * @categories: bits of the tags that pass their threshold, or that the reader gave
 * @weak_categories: bits of best guesses
 * @marks: bits of the findings that rest on it
 * @is_corrected: whether the reader gave the tags
 *
 * A segment as the reading view shows it.
 */
typedef struct
{
  guint segment;
  SpBlockKind kind;
  guint level;
  const char *text;
  SpSpan span;
  guint categories;
  guint weak_categories;
  guint marks;
  gboolean is_corrected;
} SpClause;

/**
 * SpShade:
 * @span: a sentence that carries the tag, in bytes of the document
 *
 * Words that are softly coloured, because a longer clause speaks of several things.
 */
typedef struct
{
  guint segment;
  SpSpan span;
  SpCategory category;
} SpShade;

/**
 * SpClausesState:
 * @clauses: (element-type SpClause): those shown, in reading order
 * @shades: (element-type SpShade): in reading order
 * @category_counts: clauses with that tag, whatever the filter
 * @mark_counts: clauses with findings of that kind
 * @n_boilerplate: pieces that only @everything shows
 */
typedef struct
{
  GArray *clauses;
  GArray *shades;
  guint category_counts[SP_N_CATEGORIES];
  guint mark_counts[SP_N_MARKS];
  guint n_boilerplate;
} SpClausesState;

SpClausesState *sp_clauses_state_new (SpAnalysis *analysis, const SpClauseFilter *filter);
void            sp_clauses_state_free (SpClausesState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpClausesState, sp_clauses_state_free)

gboolean sp_clauses_state_shows (const SpClausesState *self, guint segment);

G_END_DECLS
