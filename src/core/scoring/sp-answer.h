/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-finding.h"

G_BEGIN_DECLS

typedef enum
{
  SP_DIMENSION_TRANSPARENCY,
  SP_DIMENSION_PROTECTION,
  SP_DIMENSION_CLARITY,
} SpDimension;

#define SP_N_DIMENSIONS 3

/**
 * SpAnswerState:
 * @SP_ANSWER_PRESENT: Transparency: stated
 * @SP_ANSWER_PARTIAL: Transparency: stated in part
 * @SP_ANSWER_ABSENT: Transparency: not found
 * @SP_ANSWER_NOT_APPLICABLE: left out of every sum
 * @SP_ANSWER_ANSWERED: Protection and Clarity: a level is known
 * @SP_ANSWER_UNKNOWN: Protection: no clause answers it
 */
typedef enum
{
  SP_ANSWER_PRESENT,
  SP_ANSWER_PARTIAL,
  SP_ANSWER_ABSENT,
  SP_ANSWER_NOT_APPLICABLE,
  SP_ANSWER_ANSWERED,
  SP_ANSWER_UNKNOWN,
} SpAnswerState;

/**
 * SpQuestion:
 * @id: "T1"…"T20", "P1"…"P19", "C1"…"C5"
 * @title: a few words, translated when shown
 * @question: what is asked
 * @looked_for: in plain words, for what is not found
 *
 * One row of data/knowledge/rubric.json.
 */
typedef struct
{
  const char *id;
  SpDimension dimension;
  double weight;
  const char *title;
  const char *question;
  const char *looked_for;
} SpQuestion;

/**
 * SpAnswer:
 * @level: 0..1, NaN where there is none (absent counts as 0, unknown as a quarter of the weight)
 * @weight: of the question, or what a reader's emphasis makes of it
 * @points: what it adds to the sum: weight × level; a quarter of the weight where a question of
 *   Protection is unknown
 * @evidence: the clauses that made it so; empty where nothing was found or the answer is computed
 * @note: (nullable): why, in a few words; for people, translated
 * @near_miss: what came nearest where nothing was found; empty if nothing came near
 * @near_miss_reason: (nullable): why that is no answer; for people, translated
 */
typedef struct
{
  const SpQuestion *question;
  SpAnswerState state;
  double level;
  double weight;
  double points;
  GArray *evidence; /* (owned) (element-type SpEvidence): by place, may be empty */
  char *note;       /* (owned) (nullable) */
  GArray *near_miss;            /* (owned) (element-type SpEvidence) */
  const char *near_miss_reason; /* (nullable) */
} SpAnswer;

SP_EXPORT const char *sp_dimension_get_id (SpDimension dimension);
SP_EXPORT const char *sp_dimension_get_title (SpDimension dimension);
SP_EXPORT const char *sp_answer_state_get_id (SpAnswerState state);
SP_EXPORT const char *sp_answer_state_get_title (SpAnswerState state);

G_END_DECLS
