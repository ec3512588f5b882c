/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-assessment.h"
#include "sp-observations.h"

G_BEGIN_DECLS

SpObservations *sp_observe (const SpAssessmentInput *input);
SpObservations *sp_observe_review (const SpAssessmentInput *input, const SpObservations *analysed);

G_END_DECLS
