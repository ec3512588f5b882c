/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-lexicon.h"
#include "sp-segmentation.h"

G_BEGIN_DECLS

/* The file that sp_facts_find() expects its lexicon from. */
#define SP_FACTS_LEXICON "knowledge/lexicons/facts.json"

/**
 * SpFacts:
 * @companies: names of those who stand behind the document, at most 5
 *
 * What a document says of itself. Every fact keeps the words it was taken from.
 */
typedef struct
{
  GPtrArray *companies; /* (owned) (element-type utf8): by first mention */
  char *we;             /* (owned) (nullable): whom “we” stands for */
  SpSpan we_span;
  char *policy_date;    /* (owned) (nullable): “Last updated …”, else the effective date; YYYY-MM-DD,
                         * YYYY-MM, or YYYY where day and month cannot be told apart */
  SpSpan policy_date_span;
  char *effective_date; /* (owned) (nullable): same forms */
  SpSpan effective_date_span;
} SpFacts;

void sp_facts_find (SpSegmentation *segmentation, const SpLexicon *lexicon, SpFacts *result);
void sp_facts_clear (SpFacts *self);

G_END_DECLS
