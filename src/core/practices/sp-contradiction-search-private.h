/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-contradiction-rules.h"
#include "sp-segmentation.h"
#include "sp-statement.h"

G_BEGIN_DECLS

/* Detections and statements less sure than this contradict nothing. */
#define SP_CONTRADICTION_MIN_CONFIDENCE 0.7

/* No honest policy has more on one side; what is behind them is not looked at, so that time stays linear. */
#define SP_CONTRADICTION_MAX_SIDE 100

/**
 * SpContradictionSearch:
 * @found: (element-type SpContradiction): filled
 *
 * What the parts of one search share.
 */
typedef struct
{
  const SpContradictionRules *rules;
  SpSegmentation *segmentation; /* (not owned) */
  const SpSentence *sentences;  /* (not owned) */
  const GArray *detections;     /* (not owned) (element-type SpDetection) */
  GPtrArray *found;             /* (not owned) */
} SpContradictionSearch;

gboolean sp_contradiction_search_is_same_breath (const SpContradictionSearch *self, guint a, guint b);
void     sp_contradiction_search_add (const SpContradictionSearch *self, const char *kind, char *explanation,
                                      SpEvidence a, SpEvidence b, double confidence);

void sp_contradiction_search_statements (const SpContradictionSearch *self, GPtrArray *statements);
void sp_contradiction_search_pairs (const SpContradictionSearch *self);
void sp_contradiction_search_announcements (const SpContradictionSearch *self);

G_END_DECLS
