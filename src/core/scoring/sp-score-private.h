/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-profile.h"
#include "sp-rubric-private.h"
#include "sp-tagging.h"

G_BEGIN_DECLS

/**
 * SpScoreInput:
 * @answers: (element-type SpAnswer)
 * @findings: (element-type SpFinding)
 * @words: of the text
 * @language: ISO 639-1
 * @categories: how many of the twelve were found
 * @is_policy: 0..1
 * @extraction: how whole the text came here, 0..1
 * @tagging: how sure its clauses could be tagged, 0..1
 * @profile: (nullable): what matters to a reader
 */
typedef struct
{
  GPtrArray *answers;
  GPtrArray *findings;
  guint words;
  const char *language;
  guint categories;
  double is_policy;
  double extraction;
  double tagging;
  SpProfile *profile;
} SpScoreInput;

void sp_scores_compute (const SpRubric *rubric, const SpScoreInput *input, SpScores *scores);
void sp_scores_clear (SpScores *self);

gboolean sp_scores_is_readable (const SpRubric *rubric, const char *language);
char    *sp_scores_describe_language (const char *language);

GPtrArray *sp_caps_find (const SpRubric *rubric, const SpScoreInput *input, const SpScores *scores,
                         char *at_most);

double sp_trust_measure_extraction (const SpTrust *trust, SpDocument *document);
double sp_trust_measure_tagging (SpSegmentation *segmentation, SpTagging *tagging);

G_END_DECLS
