/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-point.h"

#include "sp-quote.h"

/**
 * sp_point_new:
 * @detail: (nullable): a second line
 * @evidence: (nullable) (element-type SpEvidence): kept by reference
 *
 * Returns: (transfer full): a point
 */
SpPoint *
sp_point_new (SpMark mark, const char *title, const char *detail, GArray *evidence)
{
  SpPoint *self = g_new0 (SpPoint, 1);

  self->mark = mark;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->evidence = evidence != NULL ? g_array_ref (evidence)
                                    : g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  return self;
}

/**
 * sp_point_new_for_cap:
 *
 * Returns: (transfer full): why the grade is limited, and below it the terms that limit it
 */
SpPoint *
sp_point_new_for_cap (const SpCap *cap)
{
  return sp_point_new (SP_MARK_SERIOUS, cap->reason, cap->terms, cap->evidence);
}

/**
 * sp_point_free:
 *
 * Frees a point.
 */
void
sp_point_free (SpPoint *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_array_unref (self->evidence);
  g_free (self);
}

/**
 * sp_point_dup_key:
 *
 * Returns: (transfer full): the same for points of one text that say the same, and for no others
 */
char *
sp_point_dup_key (const SpPoint *self)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%d|%s|%s", self->mark, self->title, self->detail != NULL ? self->detail : "");
  for (guint i = 0; i < self->evidence->len; i++)
    sp_evidence_append_key (&g_array_index (self->evidence, SpEvidence, i), key);
  return g_string_free (key, FALSE);
}
