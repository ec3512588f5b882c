/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-quote.h"
#include "sp-words.h"

G_BEGIN_DECLS

/**
 * SpFindingRow:
 * @id: of the rule or question
 * @why: (nullable): why it matters
 * @advice: (nullable): what a reader can do
 * @quotes: (element-type SpQuote): by place; empty for what is not said
 * @rule: “Rule SELL_DENIED, about 9 in 10 such readings are right”
 */
typedef struct
{
  const char *id;
  char *title;
  char *explanation;
  char *why;
  char *advice;
  GPtrArray *quotes;
  char *rule;
} SpFindingRow;

/**
 * SpFindingGroup:
 * @rows: (element-type SpFindingRow): not empty
 */
typedef struct
{
  SpMark mark;
  GPtrArray *rows;
} SpFindingGroup;

GPtrArray *sp_findings_state_list_groups (SpAnalysis *analysis);

G_END_DECLS
