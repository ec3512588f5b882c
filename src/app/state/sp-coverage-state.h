/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-quote.h"

G_BEGIN_DECLS

/**
 * SpCoveragePart:
 *
 * The four parts of the bar, from what is said to what does not apply.
 */
typedef enum
{
  SP_COVERAGE_STATED,
  SP_COVERAGE_PARTLY,
  SP_COVERAGE_NOT_FOUND,
  SP_COVERAGE_NOT_APPLICABLE,
} SpCoveragePart;

#define SP_N_COVERAGE_PARTS 4

const char *sp_coverage_part_get_title (SpCoveragePart part);
char       *sp_coverage_part_dup_count (SpCoveragePart part, guint n);
const char *sp_coverage_part_get_icon_name (SpCoveragePart part);
const char *sp_coverage_part_get_style_class (SpCoveragePart part);

/**
 * SpCoverageRow:
 * @article: where the law asks for it, and how the policy answers: “Art. 13(1)(a) · stated”
 * @spoken: part, title and article in one sentence
 * @quotes: (element-type SpQuote): where it is said
 * @near_miss: (element-type SpQuote): what came nearest; only of what is not found
 * @near_miss_reason: (nullable): why that is not it
 * @looked_for: (nullable): what would have counted
 * @note: (nullable): why it is so
 * @common: (nullable): how many policies of a named set say it
 * @source: (nullable): where this item was read
 */
typedef struct
{
  SpCoveragePart part;
  char *title;
  char *article;
  char *spoken;
  GPtrArray *quotes;
  GPtrArray *near_miss;
  char *near_miss_reason;
  char *looked_for;
  char *note;
  char *common;
  char *source;
} SpCoverageRow;

/**
 * SpCoverageState:
 * @counts: items of each part
 * @summary: the bar in words
 * @reason: why this law is shown first, or that nothing in the text hints at it
 * @in_force: (nullable): that the law was not in force at the policy's date
 * @rows: (element-type SpCoverageRow): in the order of the law
 */
typedef struct
{
  guint counts[SP_N_COVERAGE_PARTS];
  char *summary;
  char *reason;
  char *in_force;
  GPtrArray *rows;
} SpCoverageState;

SpCoverageState *sp_coverage_state_new (SpAnalysis *analysis, const SpPackCoverage *coverage);
void             sp_coverage_state_free (SpCoverageState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpCoverageState, sp_coverage_state_free)

GPtrArray *sp_coverage_state_sort_packs (GPtrArray *packs, const char *const *first, const char *const *hidden);

G_END_DECLS
