/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-span.h"

G_BEGIN_DECLS

/**
 * SpSeverity:
 *
 * How much a finding weighs for the reader, the gravest first.
 */
typedef enum
{
  SP_SEVERITY_CRITICAL,
  SP_SEVERITY_SERIOUS,
  SP_SEVERITY_CAUTION,
  SP_SEVERITY_NOTE,
  SP_SEVERITY_GOOD,
} SpSeverity;

#define SP_N_SEVERITIES 5

SP_EXPORT const char *sp_severity_get_id (SpSeverity severity);
SP_EXPORT const char *sp_severity_get_title (SpSeverity severity);
SP_EXPORT gboolean    sp_severity_parse (const char *id, SpSeverity *severity);

/**
 * SpEvidence:
 * @segment: where the words stand
 * @span: the quoted words, inside that segment
 */
typedef struct
{
  guint segment;
  SpSpan span;
} SpEvidence;

/**
 * SpDetector:
 * @id: as in the rubric ("SELL_DENIED"); never reused
 * @is_finding: %FALSE for what only serves questions and packs
 * @title: a short name, translated when shown
 * @explanation: what it means, in plain words
 * @why: why it matters, or %NULL
 * @advice: what a reader can do, or %NULL
 * @source: the paper, law or list that names the practice, or %NULL
 *
 * One row of the registry in data/knowledge/findings.json.
 */
typedef struct
{
  const char *id;
  gboolean is_finding;
  SpSeverity severity;
  const char *title;
  const char *explanation;
  const char *why;
  const char *advice;
  const char *source;
} SpDetector;

/**
 * SpDetection:
 * @variant: (nullable): which of the detector's variants holds ("exception", "consent", "regional"…),
 *   interned; %NULL for the plain case
 * @explanation: (nullable): of the variant, or the detector's
 * @sentence: the sentence that matched
 * @confidence: 0..1, as in section 8.7 of the rubric
 *
 * One place where a detector fired.
 */
typedef struct
{
  const SpDetector *detector;
  const char *variant;
  SpSeverity severity;
  guint sentence;
  SpEvidence evidence;
  double confidence;
  const char *explanation;
} SpDetection;

/**
 * SpMiss:
 * @context: why it does not count: the context of sp-sentence-context.h that it stands in, interned
 *
 * One place where the words of a detector stand, but say nothing of what the company does.
 */
typedef struct
{
  const SpDetector *detector;
  const char *context;
  guint sentence;
  SpEvidence evidence;
} SpMiss;

/**
 * SpFinding:
 * @severity: the gravest of its detections; where there are only promises and remarks, good
 * @confidence: the highest of its detections
 *
 * A detector that fired, with all its places.
 */
typedef struct
{
  const SpDetector *detector;
  const char *variant;     /* (nullable): of the gravest detection */
  SpSeverity severity;
  double confidence;
  GArray *evidence;        /* (owned) (element-type SpEvidence): not empty; those of its severity first, each by place */
  const char *explanation; /* of the gravest detection */
} SpFinding;

G_END_DECLS
