/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cue-tagger.h"

#include "sp-error.h"
#include "sp-features.h"
#include "sp-json-private.h"

#define CUES_FILE "knowledge/cues.json"

/* What a cue says of one category. */
typedef struct
{
  SpCategory category;
  double doubt; /* the chance that it stands there for another reason, 0..1 */
} Cue;

struct _SpCueTagger
{
  GHashTable *by_feature; /* (owned): index + 1 of a cue */
  GArray *cues;                 /* (owned) (element-type Cue) */
  double priors[SP_N_CATEGORIES];
  double threshold;
};

static gboolean
add_cue (SpCueTagger *self, SpCategory category, const char *phrase, double strength,
         GError **error)
{
  guint32 feature;
  Cue cue = { category, 1.0 - strength };

  if (phrase == NULL || !sp_features_find_phrase (phrase, &feature))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "a cue has one to three words: “%s”",
                   phrase != NULL ? phrase : "");
      return FALSE;
    }
  if (g_hash_table_contains (self->by_feature, GUINT_TO_POINTER (feature)))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "the cue “%s” is there twice", phrase);
      return FALSE;
    }

  g_array_append_val (self->cues, cue);
  g_hash_table_insert (self->by_feature, GUINT_TO_POINTER (feature),
                       GUINT_TO_POINTER (self->cues->len));
  return TRUE;
}

static gboolean
read_category (SpCueTagger *self, JsonObject *object, JsonObject *strengths, GError **error)
{
  const char *id = sp_json_require_string (object, "id", error);
  g_autoptr (GList) names = json_object_get_members (strengths);
  SpCategory category;

  if (id == NULL)
    return FALSE;
  if (!sp_category_parse (id, &category))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "“%s” is no category", id);
      return FALSE;
    }

  self->priors[category] = sp_json_get_double (object, "prior", 0.0);
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonArray *phrases = sp_json_get_array (object, l->data);
      double strength = sp_json_get_double (strengths, l->data, 0.0);

      for (guint i = 0; phrases != NULL && i < json_array_get_length (phrases); i++)
        if (!add_cue (self, category, json_array_get_string_element (phrases, i), strength, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
read_cues (SpCueTagger *self, JsonObject *root, GError **error)
{
  JsonObject *strengths = sp_json_get_object (root, "strengths");
  JsonArray *categories = sp_json_require_array (root, "categories", error);

  if (categories == NULL)
    return FALSE;
  if (strengths == NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "an object “strengths” is missing");
      return FALSE;
    }

  self->threshold = sp_json_get_double (root, "threshold", 0.5);
  for (guint i = 0; i < json_array_get_length (categories); i++)
    if (!read_category (self, json_array_get_object_element (categories, i), strengths, error))
      return FALSE;
  return TRUE;
}

/**
 * sp_cue_tagger_new:
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): the tagger
 */
SpCueTagger *
sp_cue_tagger_new (GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse_resource (CUES_FILE, error);
  g_autoptr (SpCueTagger) self = NULL;

  if (root == NULL)
    return NULL;
  self = g_new0 (SpCueTagger, 1);
  self->by_feature = g_hash_table_new (NULL, NULL);
  self->cues = g_array_new (FALSE, FALSE, sizeof (Cue));
  if (!read_cues (self, json_node_get_object (root), error))
    {
      g_prefix_error (error, "%s: ", CUES_FILE);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
sp_cue_tagger_free (SpCueTagger *self)
{
  g_hash_table_unref (self->by_feature);
  g_array_unref (self->cues);
  g_free (self);
}

/**
 * sp_cue_tagger_get_threshold:
 *
 * Returns: the confidence from which a category is given
 */
double
sp_cue_tagger_get_threshold (const SpCueTagger *self)
{
  return self->threshold;
}

/* NULL as well for one that is there again: it says nothing new. */
static const Cue *
find_new_cue (const SpCueTagger *self, guint32 feature, gboolean *seen)
{
  gpointer found = g_hash_table_lookup (self->by_feature, GUINT_TO_POINTER (feature));
  guint index = GPOINTER_TO_UINT (found) - 1;

  if (found == NULL || seen[index])
    return NULL;
  seen[index] = TRUE;
  return &g_array_index (self->cues, Cue, index);
}

/**
 * sp_cue_tagger_score:
 * @features: (array length=n_features): of sp_features_extract()
 * @scores: (out caller-allocates): the confidence of each category, at most %SP_CUE_MAX_CONFIDENCE
 */
void
sp_cue_tagger_score (const SpCueTagger *self, const guint32 *features, gsize n_features,
                     double scores[SP_N_CATEGORIES])
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->cues->len);
  double doubts[SP_N_CATEGORIES];

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    doubts[label] = 1.0;

  for (gsize i = 0; i < n_features; i++)
    {
      const Cue *cue = find_new_cue (self, features[i], seen);

      if (cue != NULL)
        doubts[cue->category] *= cue->doubt;
    }

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    scores[label] = SP_CUE_MAX_CONFIDENCE * MAX (1.0 - doubts[label], self->priors[label]);
}

/**
 * sp_cue_tagger_weigh_features:
 * @features: (array length=n_features): of one text
 * @weights: (out caller-allocates) (array length=n_features): how much each one speaks for
 *   @category, 0..1
 */
void
sp_cue_tagger_weigh_features (const SpCueTagger *self, const guint32 *features, gsize n_features,
                              SpCategory category, double *weights)
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->cues->len);

  for (gsize i = 0; i < n_features; i++)
    {
      const Cue *cue = find_new_cue (self, features[i], seen);

      weights[i] = cue != NULL && cue->category == category ? 1.0 - cue->doubt : 0.0;
    }
}
