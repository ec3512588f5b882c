/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-tagger.h"

G_BEGIN_DECLS

double sp_document_kind_score_policy (SpSegmentation *segmentation, const SpTagScores *scores);

G_END_DECLS
