/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-quote.h"

G_BEGIN_DECLS

/**
 * SpFacing:
 * @title: what kind of trouble it is
 * @explanation: why the two do not go together
 * @quotes: (element-type SpQuote): two, or one where both stand in the same words
 * @rule: its kind, and how often such readings are right
 * @is_conflict: the two cannot both hold; else one only narrows the other
 *
 * Two places that face each other.
 */
typedef struct
{
  const char *title;
  char *explanation;
  GPtrArray *quotes;
  char *rule;
  gboolean is_conflict;
} SpFacing;

GPtrArray *sp_facings_new (SpAnalysis *analysis);

G_END_DECLS
