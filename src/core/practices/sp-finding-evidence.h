/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-sentence-view.h"
#include "sp-token-rule.h"

G_BEGIN_DECLS

SpSpan sp_finding_evidence_choose (SpSegmentation *segmentation, const SpSentence *sentence,
                                   const SpSentenceView *view, const SpRuleMatch *match);

G_END_DECLS
