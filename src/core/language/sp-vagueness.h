/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-lexicon.h"
#include "sp-segmentation.h"

G_BEGIN_DECLS

typedef enum
{
  SP_VAGUE_CONDITION,
  SP_VAGUE_GENERALIZATION,
  SP_VAGUE_MODALITY,
  SP_VAGUE_NUMERIC,
} SpVagueClass;

#define SP_N_VAGUE_CLASSES 4

/* The file that sp_vagueness_measure() expects its lexicon from. */
#define SP_VAGUENESS_LEXICON "knowledge/lexicons/en/vague.json"

/**
 * SpVagueTerm:
 * @scored: whether Clarity counts it (rubric, section 4.1, exclusions)
 */
typedef struct
{
  SpSpan span;
  SpVagueClass vague_class;
  gboolean scored;
} SpVagueTerm;

/**
 * SpVagueness:
 * @counts: terms of each class, scored or not
 * @per_1000: all vague terms per 1,000 words (Appendix B); NaN below 50 words
 * @scored_per_1000: those that Clarity counts; NaN below 50 words
 */
typedef struct
{
  GArray *terms; /* (owned) (element-type SpVagueTerm): by place */
  guint counts[SP_N_VAGUE_CLASSES];
  double per_1000;
  double scored_per_1000;
} SpVagueness;

SP_EXPORT const char *sp_vague_class_get_id (SpVagueClass vague_class);

void sp_vagueness_measure (SpSegmentation *segmentation, const SpLexicon *lexicon, guint n_words,
                           SpVagueness *result);
void sp_vagueness_clear (SpVagueness *self);

G_END_DECLS
