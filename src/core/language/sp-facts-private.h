/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-facts.h"

G_BEGIN_DECLS

/* Classes of the lexicon whose tokens are marked. */
typedef enum
{
  SP_FACT_CUE_DATE,
  SP_FACT_CUE_WEAK_DATE,
  SP_FACT_CUE_EFFECTIVE,
  SP_FACT_CUE_NO_DATE,
  SP_FACT_CUE_POLICY_WORD,
  SP_FACT_CUE_LEGAL_FORM,
  SP_FACT_CUE_FIRST_PERSON,
  SP_FACT_CUE_OPERATOR,
  SP_FACT_CUE_CONTROLLER,
  SP_FACT_CUE_MEANS,
  SP_FACT_CUE_COMPANY_VERB,
  SP_FACT_CUE_NO_NAME,
  SP_FACT_CUE_MONTH, /* of any of the twelve classes */
  SP_FACT_N_CUES
} SpFactCue;

/* A document with its tokens marked, for the finders of facts. */
typedef struct
{
  SpSegmentation *segmentation;
  const SpLexicon *lexicon;
  const char *text;
  const SpSegment *segments;
  const SpSentence *sentences;
  guint n_sentences;
  const SpToken *tokens;
  guint n_tokens;
  guint16 *marks; /* (owned): for each token 1 << SpFactCue of the phrases that cover it */
  int months[12]; /* classes of the lexicon */
} SpFactReader;

static inline gboolean
sp_fact_reader_has (const SpFactReader *self, guint token, SpFactCue cue)
{
  return token < self->n_tokens && (self->marks[token] & (1 << cue)) != 0;
}

void sp_facts_find_dates (const SpFactReader *reader, SpFacts *facts);
void sp_facts_find_names (const SpFactReader *reader, SpFacts *facts);

G_END_DECLS
