/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-readability.h"
#include "sp-rubric-private.h"
#include "sp-vagueness.h"

G_BEGIN_DECLS

/**
 * SpClarityInput:
 * @contradictions: (element-type SpContradiction)
 *
 * What the questions of Clarity are computed from.
 */
typedef struct
{
  SpDocument *document;
  const SpReadability *readability;
  const SpVagueness *vagueness;
  GPtrArray *contradictions;
} SpClarityInput;

/**
 * SpClarityResult:
 * @level: 0..1 in hundredths, or NaN where it cannot be told
 * @note: (owned): the raw figures, or why there are none
 * @evidence: (owned) (nullable) (element-type SpEvidence): the clauses that count, by place
 */
typedef struct
{
  double level;
  char *note;
  GArray *evidence;
} SpClarityResult;

SpClarityResult sp_clarity_measure (const SpRubricItem *item, const SpClarityInput *input);

double sp_scale_apply (const SpScale *scale, double value);

G_END_DECLS
