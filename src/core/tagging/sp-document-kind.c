/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-document-kind.h"

/**
 * sp_document_kind_score_policy:
 *
 * Returns: how probable it is that the document is a privacy policy in English, 0..1
 */
double
sp_document_kind_score_policy (SpSegmentation *segmentation, const SpTagScores *scores)
{
  return 1.0;
}
