/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-reference.h"

#include <math.h>

#include "sp-error.h"
#include "sp-json-private.h"

/* The least value, every fifth percentile, the greatest. */
#define N_QUANTILES 21
#define STEP 5

struct _SpReference
{
  gatomicrefcount ref_count;
  char *name; /* (owned) */
  guint n_policies;
  GHashTable *quantiles; /* (owned): name of a figure → N_QUANTILES ascending doubles */
};

static gboolean
load_quantiles (SpReference *self, const char *figure, JsonArray *values, GError **error)
{
  double *quantiles = g_new0 (double, N_QUANTILES);

  g_hash_table_insert (self->quantiles, g_strdup (figure), quantiles);
  for (guint i = 0; values != NULL && i < MIN (json_array_get_length (values), N_QUANTILES); i++)
    {
      quantiles[i] = json_array_get_double_element (values, i);
      if (i > 0 && quantiles[i] < quantiles[i - 1])
        values = NULL;
    }
  if (values != NULL && json_array_get_length (values) == N_QUANTILES)
    return TRUE;

  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "%s: “%s” needs %d ascending numbers",
               SP_REFERENCE_RESOURCE, figure, N_QUANTILES);
  return FALSE;
}

static gboolean
load (SpReference *self, JsonObject *object, GError **error)
{
  JsonArray *sets = sp_json_require_array (object, "sets", error);
  JsonObject *set = sets != NULL && json_array_get_length (sets) > 0 ? json_array_get_object_element (sets, 0) : NULL;
  JsonObject *quantiles = set != NULL ? sp_json_get_object (set, "quantiles") : NULL;
  g_autoptr (GList) figures = NULL;

  if (sets == NULL)
    return FALSE;
  if (quantiles == NULL || sp_json_get_string (set, "name") == NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "%s: a set with a name and quantiles is missing",
                   SP_REFERENCE_RESOURCE);
      return FALSE;
    }

  self->name = g_strdup (sp_json_get_string (set, "name"));
  self->n_policies = sp_json_get_double (set, "n", 0);
  figures = json_object_get_members (quantiles);
  for (GList *l = figures; l != NULL; l = l->next)
    if (!load_quantiles (self, l->data, sp_json_get_array (quantiles, l->data), error))
      return FALSE;
  return TRUE;
}

/**
 * sp_reference_new_from_resource:
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): the reference of %SP_REFERENCE_RESOURCE
 */
SpReference *
sp_reference_new_from_resource (GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse_resource (SP_REFERENCE_RESOURCE, error);
  g_autoptr (SpReference) self = NULL;

  if (root == NULL)
    return NULL;

  self = g_new0 (SpReference, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->quantiles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!load (self, json_node_get_object (root), error))
    return NULL;
  return g_steal_pointer (&self);
}

SpReference *
sp_reference_ref (SpReference *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_reference_unref (SpReference *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_hash_table_unref (self->quantiles);
  g_free (self);
}

/**
 * sp_reference_get_name:
 *
 * Returns: (transfer none): what the set is, for people
 */
const char *
sp_reference_get_name (const SpReference *self)
{
  return self->name;
}

guint
sp_reference_get_n_policies (const SpReference *self)
{
  return self->n_policies;
}

/**
 * sp_reference_get_percentile:
 * @figure: its name in an export, as "words"
 * @value: may be NaN
 *
 * Source: measured by the rules of the rubric's Appendix B, as the figures of documents are.
 *
 * Returns: 0..100, the share of the set's policies that lie below; -1 if it cannot be told
 */
int
sp_reference_get_percentile (const SpReference *self, const char *figure, double value)
{
  const double *quantiles = g_hash_table_lookup (self->quantiles, figure);
  guint above = 0;

  if (quantiles == NULL || isnan (value))
    return -1;
  if (value <= quantiles[0])
    return 0;
  while (above < N_QUANTILES && quantiles[above] < value)
    above++;
  if (above == N_QUANTILES)
    return 100;
  return STEP * (above - 1 + (value - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1]));
}
