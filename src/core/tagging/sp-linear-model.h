/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-concepts.h"
#include "sp-context.h"

G_BEGIN_DECLS

#define SP_LINEAR_MODEL_MAGIC "SPTAGGER"
#define SP_LINEAR_MODEL_FORMAT 3
#define SP_LINEAR_MODEL_MIN_BITS 8
#define SP_LINEAR_MODEL_MAX_BITS 20
#define SP_LINEAR_MODEL_MAX_ROWS 400000
#define SP_LINEAR_MODEL_MAX_CONCEPT_ROWS 65535
#define SP_LINEAR_MODEL_MAX_LANDMARKS 4096

/**
 * SP_N_CONFIDENCE_BANDS:
 *
 * Tags of a category are counted apart by their confidence, in bands of equal width.
 */
#define SP_N_CONFIDENCE_BANDS 10

/**
 * SpModelHeader:
 * @checksum: of sp_linear_model_checksum() over all that follows this field
 * @hash_bits: how many leading bits of a feature's hash are used
 * @n_rows: rows of the weight table, one a used hash
 * @n_context: %SP_N_CONTEXT
 * @n_concept_rows: words that say something of concepts
 * @n_landmarks: 0 for a model without the second view of a text; see sp_concepts_score()
 * @version: NUL-terminated printable ASCII, padded with NUL
 *
 * A model file: this header, the second layer (#SpModelLayer), a bitmap of the used hashes
 * (2^hash_bits bits, guint64 words), the rows in the order of their hashes, #SpConceptScale, and
 * all #SpConceptRow and #SpLandmark. All little-endian, without gaps, so that a file is mapped and
 * used as it is.
 */
typedef struct
{
  char magic[8];
  guint64 checksum;
  guint32 format;
  guint32 features_version;
  guint32 n_labels;
  guint32 hash_bits;
  guint32 n_rows;
  guint32 n_context;
  guint32 n_concept_rows;
  guint32 n_landmarks;
  char version[64];
} SpModelHeader;

/**
 * SpModelLayer:
 * @scales: what one step of a row's weight stands for, by label
 * @biases: added to the words' scores
 * @context: weights of the second layer, the bias last
 * @thresholds: the probability from which a label is given
 * @precisions: the share of right tags among those of a confidence, on policies that the weights
 *   had not seen
 */
typedef struct
{
  float scales[SP_N_CATEGORIES];
  float biases[SP_N_CATEGORIES];
  float context[SP_N_CATEGORIES][SP_N_CONTEXT + 1];
  float thresholds[SP_N_CATEGORIES];
  float precisions[SP_N_CATEGORIES][SP_N_CONFIDENCE_BANDS];
} SpModelLayer;

/**
 * SpModelRow:
 * @idf: how rare the feature is; only its size beside others counts
 * @weights: one a label, in steps of its scale
 * @concepts: the number of its #SpConceptRow, from 1 on, or 0
 */
typedef struct
{
  guint16 idf;
  gint8 weights[SP_N_CATEGORIES];
  guint16 concepts;
} SpModelRow;

G_STATIC_ASSERT (sizeof (SpModelHeader) == 112);
G_STATIC_ASSERT (sizeof (SpModelRow) == 16);
G_STATIC_ASSERT (sizeof (SpModelLayer) % 8 == 0);
G_STATIC_ASSERT (sizeof (SpConceptScale) % 8 == 0);

/**
 * SpLinearModel:
 *
 * The weights of a tagger: a linear layer over hashed words, landmarks among concepts, and a small
 * linear layer over what both say and over the neighbours. Immutable; any thread.
 */
typedef struct _SpLinearModel SpLinearModel;

SpLinearModel *sp_linear_model_new_from_file (const char *path, GError **error);
SpLinearModel *sp_linear_model_new_from_bytes (GBytes *bytes, GError **error);
void           sp_linear_model_free (SpLinearModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpLinearModel, sp_linear_model_free)

char  *sp_linear_model_dup_identity (const SpLinearModel *self);
double sp_linear_model_get_threshold (const SpLinearModel *self, SpCategory category);
double sp_linear_model_get_precision (const SpLinearModel *self, SpCategory category,
                                      double confidence);
guint  sp_linear_model_find_band (double confidence);

/**
 * SpModelScratch:
 *
 * Working memory of one thread that scores.
 */
typedef struct _SpModelScratch SpModelScratch;

SpModelScratch *sp_model_scratch_new (const SpLinearModel *model);
void            sp_model_scratch_free (SpModelScratch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpModelScratch, sp_model_scratch_free)

void sp_linear_model_score_words (const SpLinearModel *self, SpModelScratch *scratch,
                                  const guint32 *features, gsize n_features, SpLogits *logits);
void sp_linear_model_weigh_features (const SpLinearModel *self, SpModelScratch *scratch,
                                     const guint32 *features, gsize n_features,
                                     SpCategory category, double *weights);
void sp_linear_model_score_context (const SpLinearModel *self, const double context[SP_N_CONTEXT],
                                    double scores[SP_N_CATEGORIES]);

guint64 sp_linear_model_checksum (gconstpointer data, gsize length);

G_END_DECLS
