/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-observations.h"

struct _SpObservations
{
  GHashTable *by_name;         /* (owned) (element-type utf8 GArray): interned names, never walked */
  const SpObservations *below; /* (not owned) (nullable): asked for the names that are not in @by_name */
  gboolean sifts;              /* whether what comes from below is sifted by @min_confidence, once asked for */
  double min_confidence;
};

SpObservations *
sp_observations_new (void)
{
  SpObservations *self = g_new0 (SpObservations, 1);

  self->by_name = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

static int
compare_sureness (gconstpointer a, gconstpointer b)
{
  const SpObservation *one = a, *other = b;

  if (one->confidence != other->confidence)
    return one->confidence > other->confidence ? -1 : 1;
  return sp_span_compare (one->evidence.span, other->evidence.span);
}

static GArray *
list_surest (const GArray *list, double min_confidence)
{
  GArray *surest = g_array_new (FALSE, FALSE, sizeof (SpObservation));

  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, SpObservation, i).confidence >= min_confidence)
      g_array_append_val (surest, g_array_index (list, SpObservation, i));
  g_array_sort (surest, compare_sureness);
  return surest;
}

/**
 * sp_observations_new_over:
 * @below: outlives the new ones
 *
 * Returns: (transfer full): the same observations, of which some may be replaced
 */
SpObservations *
sp_observations_new_over (const SpObservations *below)
{
  SpObservations *self = sp_observations_new ();

  self->below = below;
  return self;
}

/**
 * sp_observations_new_surest:
 * @from: outlives the new ones
 *
 * Returns: (transfer full): the places of @from that are sure enough, the surest of each name first
 */
SpObservations *
sp_observations_new_surest (const SpObservations *from, double min_confidence)
{
  SpObservations *self = sp_observations_new_over (from);

  self->sifts = TRUE;
  self->min_confidence = min_confidence;
  return self;
}

/**
 * sp_observations_forget:
 *
 * Leaves no place of @name, so that others may be added.
 */
void
sp_observations_forget (SpObservations *self, const char *name)
{
  g_hash_table_insert (self->by_name, (gpointer) g_intern_string (name),
                       g_array_new (FALSE, FALSE, sizeof (SpObservation)));
}

void
sp_observations_free (SpObservations *self)
{
  g_hash_table_unref (self->by_name);
  g_free (self);
}

/**
 * sp_observations_add:
 * @name: copied
 *
 * Adds one place. Places of one name are to come in reading order. Over others, a name is to be forgotten first.
 */
void
sp_observations_add (SpObservations *self, const char *name, SpObservation observation)
{
  const char *key = g_intern_string (name);
  GArray *list = g_hash_table_lookup (self->by_name, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (SpObservation));
      g_hash_table_insert (self->by_name, (gpointer) key, list);
    }
  observation.variant = g_intern_string (observation.variant);
  g_array_append_val (list, observation);
}

void
sp_observations_add_detections (SpObservations *self, const SpDetection *detections,
                                guint n_detections)
{
  for (guint i = 0; i < n_detections; i++)
    sp_observations_add (self, detections[i].detector->id,
                         (SpObservation) { detections[i].variant, detections[i].sentence,
                                           detections[i].evidence, detections[i].confidence });
}

void
sp_observations_add_misses (SpObservations *self, const SpMiss *misses, guint n_misses)
{
  for (guint i = 0; i < n_misses; i++)
    {
      g_autofree char *name = g_strconcat (SP_MISSED_PREFIX, misses[i].detector->id, NULL);

      sp_observations_add (self, name,
                           (SpObservation) { misses[i].context, misses[i].sentence, misses[i].evidence });
    }
}

/**
 * sp_observations_lookup:
 * @name: interned
 *
 * Returns: (transfer none) (nullable) (element-type SpObservation): the places of @name
 */
GArray *
sp_observations_lookup (const SpObservations *self, const char *name)
{
  GArray *list = g_hash_table_lookup (self->by_name, name);

  if (list != NULL || self->below == NULL)
    return list;
  list = sp_observations_lookup (self->below, name);
  if (list == NULL || !self->sifts)
    return list;
  list = list_surest (list, self->min_confidence);
  g_hash_table_insert (self->by_name, (gpointer) name, list);
  return list;
}
