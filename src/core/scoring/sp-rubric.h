/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-answer.h"
#include "sp-finding-registry.h"

G_BEGIN_DECLS

/**
 * SpRubric:
 *
 * The questions, their weights and the rules that answer them from detections. From
 * data/knowledge/rubric.json; immutable.
 */
typedef struct _SpRubric SpRubric;

SpRubric *sp_rubric_new_from_resource (const SpFindingRegistry *registry, GError **error);
SpRubric *sp_rubric_ref (SpRubric *self);
void      sp_rubric_unref (SpRubric *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpRubric, sp_rubric_unref)

SP_EXPORT const char       *sp_rubric_get_version (const SpRubric *self);
SP_EXPORT double            sp_rubric_get_weight (const SpRubric *self, SpDimension dimension);
SP_EXPORT guint             sp_rubric_get_n_questions (const SpRubric *self);
SP_EXPORT const SpQuestion *sp_rubric_get_question (const SpRubric *self, guint index);

/**
 * SpRubricLevel:
 * @level: 0..1
 * @text: when it is given, in plain words, translated when shown
 */
typedef struct
{
  double level;
  const char *text;
} SpRubricLevel;

SP_EXPORT const SpRubricLevel *sp_rubric_get_levels (const SpRubric *self, guint question, guint *n_levels);

G_END_DECLS
