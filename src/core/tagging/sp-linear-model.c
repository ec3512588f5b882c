/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-linear-model.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sp-error.h"
#include "sp-features.h"
#include "sp-portable-math.h"

/* Weights beyond this are no result of any training, and would only serve to overflow. */
#define MAX_WEIGHT 1e4

#define WORD_BITS 64
#define MAX_COUNT 64

struct _SpLinearModel
{
  GBytes *bytes; /* (owned): all below points into it */
  const SpModelHeader *header;
  const SpModelLayer *layer;
  const guint64 *bitmap;
  const SpModelRow *rows;
  const SpConceptScale *scale;
  const SpConceptRow *concept_rows;
  const SpLandmark *landmarks;
  guint32 *ranks; /* (owned): rows before each word of the bitmap */
  double frequencies[MAX_COUNT + 1]; /* 1 + ln (count) */
};

struct _SpModelScratch
{
  guint16 *counts; /* (owned): by row; all 0 between two calls */
  GArray *rows;    /* (owned) (element-type guint32): those with a count, by first appearance */
};

/**
 * sp_linear_model_checksum:
 *
 * FNV-1a over words of eight bytes: it finds damage, not malice.
 *
 * Returns: the checksum of @data
 */
guint64
sp_linear_model_checksum (gconstpointer data, gsize length)
{
  const guint8 *bytes = data;
  guint64 hash = 14695981039346656037U;

  for (gsize i = 0; i < length; i += sizeof (guint64))
    {
      guint64 word = 0;

      memcpy (&word, bytes + i, MIN (sizeof word, length - i));
      hash = (hash ^ GUINT64_FROM_LE (word)) * 1099511628211U;
      hash ^= hash >> 32;
    }
  return hash;
}

static gboolean
fail (GError **error, const char *reason)
{
  g_set_error (error, SP_ERROR, SP_ERROR_MODEL, _("This is no tagger model that can be used: %s"),
               reason);
  return FALSE;
}

static gsize
measure_file (const SpModelHeader *header)
{
  return sizeof (SpModelHeader) + sizeof (SpModelLayer) + (1U << header->hash_bits) / 8 +
         (gsize) header->n_rows * sizeof (SpModelRow) + sizeof (SpConceptScale) +
         (gsize) header->n_concept_rows * sizeof (SpConceptRow) +
         (gsize) header->n_landmarks * sizeof (SpLandmark);
}

static gboolean
check_header (const SpModelHeader *header, gsize length, GError **error)
{
  if (length < sizeof (SpModelHeader) ||
      memcmp (header->magic, SP_LINEAR_MODEL_MAGIC, sizeof header->magic) != 0)
    return fail (error, _("it does not begin like one"));
  if (header->format != SP_LINEAR_MODEL_FORMAT || header->features_version != SP_FEATURES_VERSION)
    return fail (error, _("it was made for another version"));
  if (header->n_labels != SP_N_CATEGORIES || header->n_context != SP_N_CONTEXT)
    return fail (error, _("it was made for other labels"));
  if (header->hash_bits < SP_LINEAR_MODEL_MIN_BITS ||
      header->hash_bits > SP_LINEAR_MODEL_MAX_BITS ||
      header->n_rows > SP_LINEAR_MODEL_MAX_ROWS ||
      header->n_concept_rows > SP_LINEAR_MODEL_MAX_CONCEPT_ROWS ||
      header->n_landmarks > SP_LINEAR_MODEL_MAX_LANDMARKS)
    return fail (error, _("its size is out of range"));
  if (length != measure_file (header))
    return fail (error, _("it is cut short, or too long"));

  return TRUE;
}

static gboolean
check_version (const SpModelHeader *header, GError **error)
{
  if (memchr (header->version, '\0', sizeof header->version) == NULL || header->version[0] == '\0')
    return fail (error, _("its version is missing"));
  for (const char *p = header->version; *p != '\0'; p++)
    if (!g_ascii_isprint (*p))
      return fail (error, _("its version is not printable"));

  return TRUE;
}

static gboolean
are_in_range (const float *numbers, gsize n, double lowest, double highest)
{
  for (gsize i = 0; i < n; i++)
    if (!isfinite (numbers[i]) || numbers[i] < lowest || numbers[i] > highest)
      return FALSE;
  return TRUE;
}

static gboolean
check_numbers (const SpLinearModel *self, GError **error)
{
  const SpModelLayer *layer = self->layer;
  const SpConceptScale *scale = self->scale;
  gsize n_context = SP_N_CATEGORIES * (SP_N_CONTEXT + 1);
  gboolean right = TRUE;

  for (gsize i = 0; i < self->header->n_landmarks && right; i++)
    right = are_in_range (self->landmarks[i].votes, SP_N_CATEGORIES, -MAX_WEIGHT, MAX_WEIGHT);
  for (gsize i = 0; i < self->header->n_rows && right; i++)
    right = self->rows[i].concepts <= self->header->n_concept_rows;

  if (!right || !are_in_range (scale->steps, SP_N_CONCEPTS, 0.0, MAX_WEIGHT) ||
      !are_in_range (scale->offsets, SP_N_CONCEPTS, -MAX_WEIGHT, MAX_WEIGHT) ||
      !are_in_range (scale->priors, SP_N_CATEGORIES, 0.0, 1.0) ||
      !are_in_range (layer->scales, SP_N_CATEGORIES, 0.0, MAX_WEIGHT) ||
      !are_in_range (layer->biases, SP_N_CATEGORIES, -MAX_WEIGHT, MAX_WEIGHT) ||
      !are_in_range (layer->thresholds, SP_N_CATEGORIES, 0.0, 1.0) ||
      !are_in_range (layer->precisions[0], SP_N_CATEGORIES * SP_N_CONFIDENCE_BANDS, 0.0, 1.0) ||
      !are_in_range (layer->context[0], n_context, -MAX_WEIGHT, MAX_WEIGHT))
    return fail (error, _("it holds a number that is out of range"));

  return TRUE;
}

/* Counts the rows before each word of the bitmap: with it a look-up needs no search. */
static gboolean
rank_rows (SpLinearModel *self, GError **error)
{
  gsize n_words = (1U << self->header->hash_bits) / WORD_BITS;
  guint32 n = 0;

  self->ranks = g_new (guint32, n_words);
  for (gsize i = 0; i < n_words; i++)
    {
      self->ranks[i] = n;
      n += __builtin_popcountll (self->bitmap[i]);
    }
  if (n != self->header->n_rows)
    return fail (error, _("its table does not fit its index"));

  return TRUE;
}

static gboolean
read_bytes (SpLinearModel *self, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);
  gsize after_checksum = G_STRUCT_OFFSET (SpModelHeader, format);

  self->header = (const SpModelHeader *) (gconstpointer) data;
  if (G_BYTE_ORDER != G_LITTLE_ENDIAN)
    return fail (error, _("models are for little-endian processors"));
  if (!check_header (self->header, length, error) || !check_version (self->header, error))
    return FALSE;
  if (sp_linear_model_checksum (data + after_checksum, length - after_checksum) !=
      self->header->checksum)
    return fail (error, _("it is damaged"));

  data += sizeof (SpModelHeader);
  self->layer = (const SpModelLayer *) (gconstpointer) data;
  data += sizeof (SpModelLayer);
  self->bitmap = (const guint64 *) (gconstpointer) data;
  data += (1U << self->header->hash_bits) / 8;
  self->rows = (const SpModelRow *) (gconstpointer) data;
  data += self->header->n_rows * sizeof (SpModelRow);
  self->scale = (const SpConceptScale *) (gconstpointer) data;
  data += sizeof (SpConceptScale);
  self->concept_rows = (const SpConceptRow *) (gconstpointer) data;
  data += self->header->n_concept_rows * sizeof (SpConceptRow);
  self->landmarks = (const SpLandmark *) (gconstpointer) data;

  return check_numbers (self, error) && rank_rows (self, error);
}

/**
 * sp_linear_model_new_from_bytes:
 * @bytes: a model file, at an address that is a multiple of 8
 *
 * Errors: %SP_ERROR_MODEL.
 *
 * Returns: (transfer full): the model, which keeps @bytes
 */
SpLinearModel *
sp_linear_model_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (SpLinearModel) self = g_new0 (SpLinearModel, 1);

  self->bytes = g_bytes_ref (bytes);
  if (!read_bytes (self, error))
    return NULL;
  for (guint i = 1; i <= MAX_COUNT; i++)
    self->frequencies[i] = 1.0 + sp_portable_log (i);
  return g_steal_pointer (&self);
}

/**
 * sp_linear_model_new_from_file:
 * @path: mapped, and expected to stay unchanged while it is used
 *
 * Errors: %SP_ERROR_MODEL, with the path.
 *
 * Returns: (transfer full): the model
 */
SpLinearModel *
sp_linear_model_new_from_file (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &local_error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SpLinearModel) self = NULL;

  if (file != NULL)
    {
      bytes = g_mapped_file_get_bytes (file);
      self = sp_linear_model_new_from_bytes (bytes, &local_error);
    }
  if (self == NULL)
    g_set_error (error, SP_ERROR, SP_ERROR_MODEL, "%s: %s", path, local_error->message);

  return g_steal_pointer (&self);
}

void
sp_linear_model_free (SpLinearModel *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->ranks);
  g_free (self);
}

/**
 * sp_linear_model_dup_identity:
 *
 * Returns: (transfer full): the name of these weights and their checksum, as
 *   "name+0123456789abcdef"
 */
char *
sp_linear_model_dup_identity (const SpLinearModel *self)
{
  return g_strdup_printf ("%s+%016" G_GINT64_MODIFIER "x", self->header->version,
                          self->header->checksum);
}

/**
 * sp_linear_model_get_threshold:
 *
 * Returns: the probability from which @category is given, 0..1
 */
double
sp_linear_model_get_threshold (const SpLinearModel *self, SpCategory category)
{
  return self->layer->thresholds[category];
}

/**
 * sp_linear_model_find_band:
 *
 * Returns: the band of @confidence, 0 to %SP_N_CONFIDENCE_BANDS - 1
 */
guint
sp_linear_model_find_band (double confidence)
{
  return (guint) CLAMP (confidence * SP_N_CONFIDENCE_BANDS, 0, SP_N_CONFIDENCE_BANDS - 1);
}

/**
 * sp_linear_model_get_precision:
 *
 * Returns: how many of the tags of @category with about this @confidence were right, 0..1
 */
double
sp_linear_model_get_precision (const SpLinearModel *self, SpCategory category, double confidence)
{
  return self->layer->precisions[category][sp_linear_model_find_band (confidence)];
}

SpModelScratch *
sp_model_scratch_new (const SpLinearModel *model)
{
  SpModelScratch *self = g_new0 (SpModelScratch, 1);

  self->counts = g_new0 (guint16, model->header->n_rows);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
sp_model_scratch_free (SpModelScratch *self)
{
  g_free (self->counts);
  g_array_unref (self->rows);
  g_free (self);
}

/* Returns whether @feature has a row. */
static inline gboolean
find_row (const SpLinearModel *self, guint32 feature, guint32 *row)
{
  guint32 hash = feature >> (32 - self->header->hash_bits);
  guint64 word = self->bitmap[hash / WORD_BITS];
  guint64 bit = G_GUINT64_CONSTANT (1) << hash % WORD_BITS;

  *row = self->ranks[hash / WORD_BITS] + __builtin_popcountll (word & (bit - 1));
  return (word & bit) != 0;
}

static void
count_rows (const SpLinearModel *self, SpModelScratch *scratch, const guint32 *features,
            gsize n_features)
{
  g_array_set_size (scratch->rows, 0);
  for (gsize i = 0; i < n_features; i++)
    {
      guint32 row;

      if (!find_row (self, features[i], &row))
        continue;
      if (scratch->counts[row] == 0)
        g_array_append_val (scratch->rows, row);
      scratch->counts[row] += scratch->counts[row] < MAX_COUNT;
    }
}

static double
get_value (const SpLinearModel *self, const SpModelScratch *scratch, guint32 row)
{
  return self->frequencies[scratch->counts[row]] * self->rows[row].idf;
}

/* What the resemblance to the landmarks says, halfway between it and what the words say. */
static void
score_concepts (const SpLinearModel *self, float sums[SP_N_CONCEPTS], double norm, SpLogits *logits)
{
  double others[SP_N_CATEGORIES];
  SpPlace place;

  for (guint i = 0; i < SP_N_CONCEPTS; i++)
    sums[i] *= (float) norm;
  sp_concepts_place (self->scale, sums, &place);
  sp_concepts_score (self->scale, self->landmarks, self->header->n_landmarks, &place, others);
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    logits->values[label] = (logits->values[label] + others[label]) / 2;
}

/**
 * sp_linear_model_score_words:
 * @features: (array length=n_features): of sp_features_extract()
 * @logits: (out caller-allocates): what the text says, whatever stands around it
 */
void
sp_linear_model_score_words (const SpLinearModel *self, SpModelScratch *scratch,
                             const guint32 *features, gsize n_features, SpLogits *logits)
{
  const SpModelLayer *layer = self->layer;
  double sums[SP_N_CATEGORIES] = { 0.0 }, squares = 0.0, norm;
  float concepts[SP_N_CONCEPTS] = { 0.0f };

  count_rows (self, scratch, features, n_features);
  for (guint i = 0; i < scratch->rows->len; i++)
    {
      guint32 index = g_array_index (scratch->rows, guint32, i);
      const SpModelRow *row = &self->rows[index];
      double value = get_value (self, scratch, index);

      scratch->counts[index] = 0;
      squares += value * value;
      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        sums[label] += value * row->weights[label];
      if (row->concepts != 0)
        sp_concepts_add (concepts, &self->concept_rows[row->concepts - 1], (float) value);
    }

  norm = squares > 0.0 ? 1.0 / sqrt (squares) : 0.0;
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    logits->values[label] = layer->biases[label] + sums[label] * norm * layer->scales[label];
  if (self->header->n_landmarks > 0)
    score_concepts (self, concepts, norm, logits);
}

/* Leaves the scratch as the next call wants it. Returns the length of the text's row. */
static double
empty_scratch (const SpLinearModel *self, SpModelScratch *scratch)
{
  double squares = 0.0;

  for (guint i = 0; i < scratch->rows->len; i++)
    {
      guint32 row = g_array_index (scratch->rows, guint32, i);
      double value = get_value (self, scratch, row);

      squares += value * value;
      scratch->counts[row] = 0;
    }
  return sqrt (squares);
}

/**
 * sp_linear_model_weigh_features:
 * @features: (array length=n_features): of one text
 * @weights: (out caller-allocates) (array length=n_features): what each one adds to the linear
 *   layer's logit of @category; one that is there several times has its share each time
 */
void
sp_linear_model_weigh_features (const SpLinearModel *self, SpModelScratch *scratch,
                                const guint32 *features, gsize n_features, SpCategory category,
                                double *weights)
{
  double length;

  count_rows (self, scratch, features, n_features);
  for (gsize i = 0; i < n_features; i++)
    {
      guint32 row;

      weights[i] = find_row (self, features[i], &row)
                     ? get_value (self, scratch, row) / scratch->counts[row] *
                         self->rows[row].weights[category] * self->layer->scales[category]
                     : 0.0;
    }

  length = empty_scratch (self, scratch);
  for (gsize i = 0; i < n_features && length > 0.0; i++)
    weights[i] /= length;
}

/**
 * sp_linear_model_score_context:
 * @context: of sp_context_describe()
 * @scores: (out caller-allocates): the calibrated probability of each category
 */
void
sp_linear_model_score_context (const SpLinearModel *self, const double context[SP_N_CONTEXT],
                               double scores[SP_N_CATEGORIES])
{
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      const float *weights = self->layer->context[label];
      double sum = weights[SP_N_CONTEXT];

      for (guint i = 0; i < SP_N_CONTEXT; i++)
        sum += context[i] * weights[i];
      scores[label] = sp_portable_sigmoid (sum);
    }
}
