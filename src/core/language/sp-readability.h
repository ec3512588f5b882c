/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-segmentation.h"

G_BEGIN_DECLS

/**
 * SpReadability:
 * @words: words of sentences of three words and more
 * @minutes: reading time at 250 words a minute
 * @words_per_sentence: 0 without sentences, as all that follows
 *
 * Length and the six readability formulas (rubric, section 4.2 and Appendix B). All but @words,
 * @sentences and @minutes are NaN below 50 words.
 */
typedef struct
{
  guint words;
  guint sentences;
  double minutes;
  double words_per_sentence;
  double flesch_reading_ease;
  double flesch_kincaid_grade;
  double smog;
  double coleman_liau;
  double ari;
  double gunning_fog;
} SpReadability;

SP_EXPORT void sp_readability_measure (SpSegmentation *segmentation, SpReadability *result);

guint sp_readability_count_syllables (const char *word, gsize length);

G_END_DECLS
