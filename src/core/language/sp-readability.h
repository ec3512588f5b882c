/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-segmentation.h"

G_BEGIN_DECLS

/* Below so many words a text has no statistics. */
#define SP_READABILITY_MIN_WORDS 50

/**
 * SpReadability:
 * @words: words of sentences of three words and more
 * @sentences: of three words and more
 * @minutes: reading time at 250 words a minute
 * @words_per_sentence: NaN below 50 words, as all that follows
 * @flesch_reading_ease: 0 (very hard) to 100 (very easy), and a little beyond either
 * @flesch_kincaid_grade: years of school, as all that follows
 *
 * Length and the six readability formulas (rubric, section 4.2 and Appendix B).
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
