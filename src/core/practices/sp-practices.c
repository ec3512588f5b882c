/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-practices.h"

struct _SpPractices
{
  gatomicrefcount ref_count;
  SpFindingRegistry *registry; /* (owned): the detections point into it */
  GArray *detections;          /* (owned) (element-type SpDetection) */
  GPtrArray *findings;         /* (owned) (element-type SpFinding) */
};

static void
finding_free (SpFinding *finding)
{
  g_array_unref (finding->evidence);
  g_free (finding);
}

SpPractices *
sp_practices_new (SpSegmentation *segmentation, SpTagging *tagging, SpFindingRegistry *registry,
                  GCancellable *cancellable)
{
  SpPractices *self = g_new0 (SpPractices, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->registry = sp_finding_registry_ref (registry);
  self->detections = g_array_new (FALSE, FALSE, sizeof (SpDetection));
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  return self;
}

SpPractices *
sp_practices_ref (SpPractices *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_practices_unref (SpPractices *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->detections);
  g_ptr_array_unref (self->findings);
  sp_finding_registry_unref (self->registry);
  g_free (self);
}

const SpDetection *
sp_practices_get_detections (SpPractices *self, guint *n_detections)
{
  *n_detections = self->detections->len;
  return (const SpDetection *) (gpointer) self->detections->data;
}

/**
 * sp_practices_count:
 * @variant: (nullable): a variant, "plain" for detections without one, %NULL for all
 *
 * Returns: how often a detector fired
 */
guint
sp_practices_count (SpPractices *self, const char *detector_id, const char *variant)
{
  guint n = 0;

  for (guint i = 0; i < self->detections->len; i++)
    {
      const SpDetection *detection = &g_array_index (self->detections, SpDetection, i);
      const char *name = detection->variant != NULL ? detection->variant : "plain";

      if (g_str_equal (detection->detector->id, detector_id))
        n += variant == NULL || g_str_equal (variant, name);
    }
  return n;
}

GPtrArray *
sp_practices_get_findings (SpPractices *self)
{
  return self->findings;
}
