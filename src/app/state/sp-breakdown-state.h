/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-quote.h"

G_BEGIN_DECLS

/**
 * SpBreakdownRow:
 * @icon_name: how much of its weight a question earned, as a shape
 * @points: “3 of 6”, or “–” where it counts for nothing
 * @title: the question
 * @answer: the answer and its level, in words
 * @spoken: all of that in one sentence
 * @quotes: (element-type SpQuote): the clauses behind it
 * @near_miss: (element-type SpQuote): what came nearest where nothing was found
 * @near_miss_reason: (nullable): why that is no answer
 * @looked_for: (nullable): what would have counted
 */
typedef struct
{
  const char *icon_name;
  const char *style_class;
  char *points;
  char *title;
  char *answer;
  char *spoken;
  GPtrArray *quotes;
  GPtrArray *near_miss;
  char *near_miss_reason;
  char *looked_for;
} SpBreakdownRow;

/**
 * SpBreakdownTable:
 * @title: of the score
 * @rows: (element-type SpBreakdownRow): those that count, then those that do not
 * @sum: the sums, and the score they make
 * @range: (nullable): what the open questions could make of it
 */
typedef struct
{
  SpDimension dimension;
  const char *title;
  GPtrArray *rows;
  char *sum;
  char *range;
} SpBreakdownTable;

/**
 * SpBreakdownState:
 * @grade: “Grade D, close to C”
 * @overall: how the scores make the overall score; each a line, the last one the sum
 * @caps: (element-type SpPoint): what limits the grade beyond that
 * @review: (nullable): grade and score as analysed, if they are shown as reviewed
 * @dismissed: (element-type utf8): titles of findings that the reader left out
 *
 * The table of points: the scores can be checked by hand from it.
 */
typedef struct
{
  char *grade;
  GPtrArray *overall;
  GPtrArray *caps;
  char *review;
  GPtrArray *dismissed;
  SpBreakdownTable tables[SP_N_DIMENSIONS];
} SpBreakdownState;

SpBreakdownState *sp_breakdown_state_new (SpAnalysis *analysis);
void              sp_breakdown_state_free (SpBreakdownState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpBreakdownState, sp_breakdown_state_free)

G_END_DECLS
