/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-rubric.h"

struct _SpRubric
{
  gatomicrefcount ref_count;
};

SpRubric *
sp_rubric_new_from_resource (const SpFindingRegistry *registry, GError **error)
{
  SpRubric *self = g_new0 (SpRubric, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

SpRubric *
sp_rubric_ref (SpRubric *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_rubric_unref (SpRubric *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

const char *
sp_rubric_get_version (const SpRubric *self)
{
  return "1";
}

guint
sp_rubric_get_n_questions (const SpRubric *self)
{
  return 0;
}

const SpQuestion *
sp_rubric_get_question (const SpRubric *self, guint index)
{
  return NULL;
}

const SpRubricLevel *
sp_rubric_get_levels (const SpRubric *self, guint question, guint *n_levels)
{
  *n_levels = 0;
  return NULL;
}
