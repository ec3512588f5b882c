/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-model-writer.h"

#include <string.h>

#include "sp-features.h"

static double
find_largest (const double *weights, guint n)
{
  double largest = 0.0;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, ABS (weights[i]));
  return largest;
}

static gint8
quantize (double weight, double scale)
{
  double steps = scale > 0.0 ? weight / scale : 0.0;

  return (gint8) CLAMP (steps + (steps < 0 ? -0.5 : 0.5), -127.0, 127.0);
}

static void
append_rows (GByteArray *out, const SpWordTable *table,
             double *const weights[SP_N_CATEGORIES], const float scales[SP_N_CATEGORIES],
             const SpConceptTable *concepts)
{
  for (guint i = 0; i < table->n_rows; i++)
    {
      SpModelRow row = { .idf = table->idf[i],
                         .concepts = concepts != NULL ? concepts->numbers[i] : 0 };

      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        row.weights[label] = quantize (weights[label][i], scales[label]);
      g_byte_array_append (out, (const guint8 *) &row, sizeof row);
    }
}

static void
append_bitmap (GByteArray *out, const SpWordTable *table)
{
  guint n_bytes = (1U << table->hash_bits) / 8;
  g_autofree guint8 *bitmap = g_new0 (guint8, n_bytes);

  for (guint hash = 0; hash < 1U << table->hash_bits; hash++)
    if (table->rows[hash] != 0)
      bitmap[hash / 8] |= 1U << hash % 8;
  g_byte_array_append (out, bitmap, n_bytes);
}

static void
append_concepts (GByteArray *out, const SpConceptTable *concepts, const GArray *landmarks)
{
  SpConceptScale scale = { 0 };

  if (concepts != NULL)
    scale = concepts->scale;
  g_byte_array_append (out, (const guint8 *) &scale, sizeof scale);
  if (concepts != NULL)
    g_byte_array_append (out, (const guint8 *) concepts->rows,
                         concepts->n_rows * sizeof *concepts->rows);
  if (landmarks != NULL)
    g_byte_array_append (out, (const guint8 *) landmarks->data,
                         landmarks->len * sizeof (SpLandmark));
}

/**
 * sp_model_write:
 * @weights: by label, one a row of @table; made to fit a byte each
 * @layer: all but its scales
 * @concepts: (nullable): with its scale
 * @landmarks: (nullable) (element-type SpLandmark): of sp_landmarks_fit()
 * @version: at most 63 bytes of printable ASCII
 *
 * Returns: (transfer full): a model file
 */
GBytes *
sp_model_write (const SpWordTable *table, double *const weights[SP_N_CATEGORIES],
                const SpModelLayer *layer, const SpConceptTable *concepts,
                const GArray *landmarks, const char *version)
{
  GByteArray *out = g_byte_array_new ();
  SpModelLayer scaled = *layer;
  SpModelHeader header = {
    .format = SP_LINEAR_MODEL_FORMAT,
    .features_version = SP_FEATURES_VERSION,
    .n_labels = SP_N_CATEGORIES,
    .hash_bits = table->hash_bits,
    .n_rows = table->n_rows,
    .n_context = SP_N_CONTEXT,
    .n_concept_rows = concepts != NULL ? concepts->n_rows : 0,
    .n_landmarks = landmarks != NULL ? landmarks->len : 0,
  };
  gsize after_checksum = G_STRUCT_OFFSET (SpModelHeader, format);

  memcpy (header.magic, SP_LINEAR_MODEL_MAGIC, sizeof header.magic);
  g_strlcpy (header.version, version, sizeof header.version);
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    scaled.scales[label] = (float) (find_largest (weights[label], table->n_rows) / 127);

  g_byte_array_append (out, (const guint8 *) &header, sizeof header);
  g_byte_array_append (out, (const guint8 *) &scaled, sizeof scaled);
  append_bitmap (out, table);
  append_rows (out, table, weights, scaled.scales, concepts);
  append_concepts (out, concepts, landmarks);

  ((SpModelHeader *) (gpointer) out->data)->checksum =
    sp_linear_model_checksum (out->data + after_checksum, out->len - after_checksum);
  return g_byte_array_free_to_bytes (out);
}
