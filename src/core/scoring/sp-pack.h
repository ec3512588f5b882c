/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-answer.h"

G_BEGIN_DECLS

/**
 * SpPackItem:
 * @id: "G1", "CCPA4", "CALOPPA1"…
 * @article: where the law says so ("13(1)(a)")
 * @title: a few words, translated when shown
 * @looked_for: in plain words, for what is not found
 * @source: where this item was read
 * @in_force_from: (nullable): ISO 8601 day, if later than the law itself
 * @prevalence: share of a named reference set of policies that state it, 0..1, or NaN
 *
 * One row of data/knowledge/packs/<law>.json.
 */
typedef struct
{
  const char *id;
  const char *article;
  const char *title;
  const char *looked_for;
  const char *source;
  const char *in_force_from;
  double prevalence;
} SpPackItem;

/**
 * SpPackInfo:
 * @id: "gdpr", "ccpa"…
 * @title: the law, translated when shown
 * @version: of the list
 * @source: where its articles were read
 * @in_force_from: ISO 8601 day
 * @prevalence_set: (nullable): name, year and size of the set behind the prevalences
 * @items: (element-type SpPackItem): in the order of the law
 *
 * A list of what a law wants policies to say.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *version;
  const char *source;
  const char *in_force_from;
  const char *prevalence_set;
  GPtrArray *items; /* (owned) */
} SpPackInfo;

/**
 * SpPackAnswer:
 * @state: present, partial, absent or not applicable
 * @evidence: (element-type SpEvidence): empty where nothing was found
 * @note: (nullable): why, in a few words; for people, translated
 * @near_miss: (element-type SpEvidence): of what is not found, the clause that came nearest; may be empty
 * @near_miss_reason: (nullable): why that is not it; for people, translated
 */
typedef struct
{
  const SpPackItem *item;
  SpAnswerState state;
  GArray *evidence; /* (owned) */
  char *note;       /* (owned) (nullable) */
  GArray *near_miss; /* (owned) */
  const char *near_miss_reason;
} SpPackAnswer;

/**
 * SpPackInForce:
 *
 * Whether the law was in force at the policy's own date, or else its snapshot's.
 */
typedef enum
{
  SP_PACK_DATE_UNKNOWN,
  SP_PACK_NOT_YET_IN_FORCE,
  SP_PACK_IN_FORCE,
} SpPackInForce;

/**
 * SpPackCoverage:
 * @suggested: (nullable): the words of the text that hint at this law, for people (“mentions the GDPR
 *   twice”); %NULL if none does
 * @answers: (element-type SpPackAnswer): of all items, in the pack's order
 *
 * What a policy says of all that one law wants said. Never a verdict.
 */
typedef struct
{
  const SpPackInfo *pack;
  char *suggested; /* (owned) (nullable) */
  SpPackInForce in_force;
  guint n_present;
  guint n_partial;
  guint n_absent;
  guint n_not_applicable;
  GPtrArray *answers; /* (owned) */
} SpPackCoverage;

G_END_DECLS
