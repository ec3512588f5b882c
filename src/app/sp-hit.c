/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-hit.h"

struct _SpHit
{
  GObject parent_instance;

  SpPolicy *policy; /* (owned) */
  guint segment;
  char *snippet;   /* (owned) */
  GArray *matches; /* (owned) (element-type SpSpan) */
};

G_DEFINE_FINAL_TYPE (SpHit, sp_hit, G_TYPE_OBJECT)

static void
sp_hit_finalize (GObject *object)
{
  SpHit *self = SP_HIT (object);

  g_clear_object (&self->policy);
  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->snippet);
  G_OBJECT_CLASS (sp_hit_parent_class)->finalize (object);
}

static void
sp_hit_class_init (SpHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_hit_finalize;
}

static void
sp_hit_init (SpHit *self)
{
}

/**
 * sp_hit_new:
 * @policy: the row of the library that was found
 *
 * Returns: (transfer full): a hit
 */
SpHit *
sp_hit_new (SpPolicy *policy, const SpLibraryHit *hit)
{
  SpHit *self = g_object_new (SP_TYPE_HIT, NULL);

  self->policy = g_object_ref (policy);
  self->segment = hit->segment;
  self->snippet = g_strdup (hit->snippet);
  self->matches = g_array_ref (hit->matches);
  return self;
}

/**
 * sp_hit_get_policy:
 *
 * Returns: what was found
 */
SpPolicy *
sp_hit_get_policy (SpHit *self)
{
  return self->policy;
}

/**
 * sp_hit_get_segment:
 *
 * Returns: the clause, or %SP_LIBRARY_HIT_TITLE where the words stand in the name
 */
guint
sp_hit_get_segment (SpHit *self)
{
  return self->segment;
}

/**
 * sp_hit_get_snippet:
 *
 * Returns: some words of the clause
 */
const char *
sp_hit_get_snippet (SpHit *self)
{
  return self->snippet;
}

/**
 * sp_hit_get_matches:
 *
 * Returns: (element-type SpSpan): what was searched for, in bytes of the snippet
 */
const GArray *
sp_hit_get_matches (SpHit *self)
{
  return self->matches;
}

/**
 * sp_hit_equal:
 *
 * Returns: whether both look the same: the same words of the same policy, the same of them marked
 */
gboolean
sp_hit_equal (SpHit *self, SpHit *other)
{
  if (self->policy != other->policy || self->segment != other->segment
      || g_strcmp0 (self->snippet, other->snippet) != 0 || self->matches->len != other->matches->len)
    return FALSE;
  for (guint i = 0; i < self->matches->len; i++)
    {
      SpSpan one = g_array_index (self->matches, SpSpan, i);
      SpSpan another = g_array_index (other->matches, SpSpan, i);

      if (one.start != another.start || one.end != another.end)
        return FALSE;
    }
  return TRUE;
}
