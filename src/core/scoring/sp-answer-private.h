/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-clarity.h"
#include "sp-profile.h"
#include "sp-rubric-private.h"

G_BEGIN_DECLS

SpAnswer *sp_answer_new (const SpQuestion *question, SpAnswerState state, double level);
void      sp_answer_free (SpAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpAnswer, sp_answer_free)

GPtrArray *sp_answers_find (const SpRubric *rubric, const SpObservations *observations,
                            const SpClarityInput *clarity, GPtrArray *analysed);
GPtrArray *sp_answers_new_unread (const SpRubric *rubric, const char *note);
void       sp_answers_weigh (GPtrArray *answers, SpProfile *profile);

G_END_DECLS
