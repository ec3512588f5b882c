/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-answer.h"

G_BEGIN_DECLS

typedef enum
{
  SP_CONFIDENCE_LOW,
  SP_CONFIDENCE_MEDIUM,
  SP_CONFIDENCE_HIGH,
} SpConfidenceLevel;

/**
 * SpCap:
 * @id: "critical", "serious", "transparency", "answered", "deal-breaker"
 * @message: what limits the grade: @reason and @terms; for people, translated
 * @reason: “At most D, because of a critical term”
 * @terms: (nullable): the titles of the findings that it names
 * @evidence: (element-type SpEvidence): the clauses behind it, may be empty
 */
typedef struct
{
  const char *id;
  char *message;    /* (owned) */
  char *reason;     /* (owned) */
  char *terms;      /* (owned) */
  GArray *evidence; /* (owned) (element-type SpEvidence) */
} SpCap;

/**
 * SpScores:
 * @dimensions: 0..100, rounded to tenths; NaN where nothing could be judged
 * @protection_low: Protection if every unanswered question were answered with 0
 * @protection_high: … with 1
 * @weights: of the dimensions in @overall, adding up to 1; 0 where nothing could be judged
 * @overall: 0..100, rounded to tenths
 * @grade: 'A' to 'E', or 0 for none
 * @grade_uncertain: too little is answered: shown as "D?"
 * @note: (nullable): "close to C", or why there is no grade; for people, translated
 * @answered_share: 0..1
 */
typedef struct
{
  double dimensions[SP_N_DIMENSIONS];
  double weights[SP_N_DIMENSIONS];
  double protection_low;
  double protection_high;
  double overall;
  char grade;
  gboolean grade_uncertain;
  char *note;      /* (owned) (nullable) */
  GPtrArray *caps; /* (owned) (element-type SpCap) */
  double answered_share;
  SpConfidenceLevel confidence;
} SpScores;

SP_EXPORT const char *sp_confidence_level_get_id (SpConfidenceLevel level);
SP_EXPORT const char *sp_confidence_level_get_title (SpConfidenceLevel level);

G_END_DECLS
