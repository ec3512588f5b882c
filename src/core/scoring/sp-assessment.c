/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-assessment.h"

#include <math.h>

struct _SpAssessment
{
  gatomicrefcount ref_count;
  GPtrArray *answers;    /* (owned) (element-type SpAnswer) */
  GPtrArray *key_points; /* (owned) (element-type SpKeyPoint) */
  SpScores scores;
};

SpAssessment *
sp_assessment_new (const SpRubric *rubric, const SpAssessmentInput *input)
{
  SpAssessment *self = g_new0 (SpAssessment, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->answers = g_ptr_array_new ();
  self->key_points = g_ptr_array_new ();
  self->scores.caps = g_ptr_array_new ();
  self->scores.overall = NAN;
  return self;
}

SpAssessment *
sp_assessment_ref (SpAssessment *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_assessment_unref (SpAssessment *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->key_points);
  g_ptr_array_unref (self->scores.caps);
  g_free (self->scores.note);
  g_free (self);
}

GPtrArray *
sp_assessment_get_answers (SpAssessment *self)
{
  return self->answers;
}

const SpScores *
sp_assessment_get_scores (SpAssessment *self)
{
  return &self->scores;
}

GPtrArray *
sp_assessment_get_key_points (SpAssessment *self)
{
  return self->key_points;
}
