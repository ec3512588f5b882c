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
 * @near_miss: (element-type SpQuote): what came nearest to what is not said; may be empty
 * @near_miss_reason: (nullable): why that is no answer
 * @is_finding: it can be dismissed; else it is silence
 * @rule: “Rule SELL_DENIED, about 9 in 10 such readings are right”
 * @key: the same for rows of one text that say the same, and for no others
 *
 * Immutable and counted: a row on the page may outlive the list that it came with.
 */
typedef struct
{
  SpMark mark;
  const char *id;
  char *title;
  char *explanation;
  char *why;
  char *advice;
  GPtrArray *quotes;
  GPtrArray *near_miss;
  char *near_miss_reason;
  gboolean is_finding;
  char *rule;
  char *key;
} SpFindingRow;

/**
 * SpFindingGroup:
 * @title: of the mark, or “Dismissed”
 * @is_dismissed: the reader says that these are wrong; @mark is the gravest of them
 * @rows: (element-type SpFindingRow): not empty
 */
typedef struct
{
  SpMark mark;
  const char *title;
  gboolean is_dismissed;
  GPtrArray *rows;
} SpFindingGroup;

SpFindingRow *sp_finding_row_ref (SpFindingRow *self);
void          sp_finding_row_unref (SpFindingRow *self);

GPtrArray *sp_findings_state_list_groups (SpAnalysis *analysis);

G_END_DECLS
