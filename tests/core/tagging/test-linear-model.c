/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-linear-model.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "sp-error.h"
#include "sp-features.h"

#define HASH_BITS 8
#define N_ROWS 2
#define N_BITMAP_WORDS ((1 << HASH_BITS) / 64)

/* A whole model file of two rows, for hashes 3 and 200. */
typedef struct
{
  SpModelHeader header;
  SpModelLayer layer;
  guint64 bitmap[N_BITMAP_WORDS];
  SpModelRow rows[N_ROWS];
  SpConceptScale scale;
} SmallModel;

/* The same with one word that says something of concepts, and one landmark. */
typedef struct
{
  SmallModel small;
  SpConceptRow concept_row;
  SpLandmark landmark;
} LargerModel;

static SmallModel
make_model (void)
{
  SmallModel model = { 0 };

  memcpy (model.header.magic, SP_LINEAR_MODEL_MAGIC, 8);
  model.header.format = SP_LINEAR_MODEL_FORMAT;
  model.header.features_version = SP_FEATURES_VERSION;
  model.header.n_labels = SP_N_CATEGORIES;
  model.header.hash_bits = HASH_BITS;
  model.header.n_rows = N_ROWS;
  model.header.n_context = SP_N_CONTEXT;
  g_strlcpy (model.header.version, "test", sizeof model.header.version);
  model.bitmap[3 / 64] |= G_GUINT64_CONSTANT (1) << 3;
  model.bitmap[200 / 64] |= G_GUINT64_CONSTANT (1) << 200 % 64;
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      model.layer.scales[label] = 0.5f;
      model.layer.thresholds[label] = 0.5f;
    }
  model.rows[0] = (SpModelRow) { .idf = 3, .weights = { 10 } };
  model.rows[1] = (SpModelRow) { .idf = 4, .weights = { 0, -20 } };
  return model;
}

static LargerModel
make_larger_model (void)
{
  LargerModel model = { make_model () };

  model.small.header.n_concept_rows = 1;
  model.small.header.n_landmarks = 1;
  model.small.rows[0].concepts = 1;
  model.small.scale.steps[5] = 1.0f;
  model.small.scale.priors[0] = 0.5f;
  model.concept_row.weights[5] = 7;
  model.landmark.place.values[5] = 127;
  model.landmark.votes[0] = 0.25f;
  return model;
}

static void
seal_file (gpointer file, gsize length)
{
  gsize start = G_STRUCT_OFFSET (SpModelHeader, format);

  ((SpModelHeader *) file)->checksum =
    sp_linear_model_checksum ((guint8 *) file + start, length - start);
}

static void
seal (SmallModel *model)
{
  seal_file (model, sizeof *model);
}

static SpLinearModel *
load (gconstpointer model, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (model, length);

  return sp_linear_model_new_from_bytes (bytes, error);
}

static void
adds_up_what_the_rows_say (void)
{
  SmallModel file = make_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SpLinearModel) model = NULL;
  g_autoptr (SpModelScratch) scratch = NULL;
  const guint32 features[] = { 3U << 24, 200U << 24, 77U << 24 };
  SpLogits logits;

  file.layer.biases[2] = 0.25f;
  seal (&file);
  model = load (&file, sizeof file, &error);
  g_assert_no_error (error);
  scratch = sp_model_scratch_new (model);

  /* Row lengths 3 and 4 make 5: the features count 0.6 and 0.8. Twice, to see a clean scratch. */
  for (guint i = 0; i < 2; i++)
    {
      sp_linear_model_score_words (model, scratch, features, G_N_ELEMENTS (features), &logits);
      g_assert_cmpfloat_with_epsilon (logits.values[0], 0.6 * 10 * 0.5, 1e-12);
      g_assert_cmpfloat_with_epsilon (logits.values[1], 0.8 * -20 * 0.5, 1e-12);
      g_assert_cmpfloat_with_epsilon (logits.values[2], 0.25, 1e-12);
    }

  sp_linear_model_score_words (model, scratch, features, 0, &logits);
  g_assert_cmpfloat (logits.values[0], ==, 0.0);
}

/* Halfway between what the words say, 10 * 0.5, and what the landmark says, odds of 3 to 1. */
static void
joins_what_words_and_landmarks_say (void)
{
  LargerModel file = make_larger_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SpLinearModel) model = NULL;
  g_autoptr (SpModelScratch) scratch = NULL;
  const guint32 feature = 3U << 24;
  SpLogits logits;

  seal_file (&file, sizeof file);
  model = load (&file, sizeof file, &error);
  g_assert_no_error (error);
  scratch = sp_model_scratch_new (model);
  sp_linear_model_score_words (model, scratch, &feature, 1, &logits);
  g_assert_cmpfloat_with_epsilon (logits.values[0], (5.0 + log (3.0)) / 2, 1e-9);
}

static void
says_what_each_feature_adds (void)
{
  SmallModel file = make_model ();
  g_autoptr (SpLinearModel) model = NULL;
  g_autoptr (SpModelScratch) scratch = NULL;
  const guint32 features[] = { 3U << 24, 77U << 24, 200U << 24, 3U << 24 };
  double weights[G_N_ELEMENTS (features)], sum = 0.0;
  SpLogits logits;

  seal (&file);
  model = load (&file, sizeof file, NULL);
  scratch = sp_model_scratch_new (model);
  sp_linear_model_score_words (model, scratch, features, G_N_ELEMENTS (features), &logits);
  for (guint i = 0; i < 2; i++)
    sp_linear_model_weigh_features (model, scratch, features, G_N_ELEMENTS (features), 0, weights);
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    sum += weights[i];

  g_assert_cmpfloat_with_epsilon (sum, logits.values[0], 1e-12);
  g_assert_cmpfloat (weights[0], ==, weights[3]);
  g_assert_cmpfloat (weights[1], ==, 0.0);
  g_assert_cmpfloat (weights[2], ==, 0.0);
}

static void
knows_how_often_a_confidence_was_right (void)
{
  SmallModel file = make_model ();
  g_autoptr (SpLinearModel) model = NULL;

  for (guint band = 0; band < SP_N_CONFIDENCE_BANDS; band++)
    file.layer.precisions[5][band] = band / 16.0f;
  seal (&file);
  model = load (&file, sizeof file, NULL);
  g_assert_cmpfloat (sp_linear_model_get_precision (model, 5, 0.0), ==, 0.0);
  g_assert_cmpfloat (sp_linear_model_get_precision (model, 5, 0.75), ==, 7 / 16.0);
  g_assert_cmpfloat (sp_linear_model_get_precision (model, 5, 1.0), ==, 9 / 16.0);
  g_assert_cmpfloat (sp_linear_model_get_precision (model, 6, 1.0), ==, 0.0);
}

static void
refuses_a_file_cut_anywhere (void)
{
  SmallModel file = make_model ();

  seal (&file);
  for (gsize length = 0; length < sizeof file; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SpLinearModel) model = load (&file, length, &error);

      g_assert_null (model);
      g_assert_error (error, SP_ERROR, SP_ERROR_MODEL);
    }
}

static void
refuses_a_file_with_any_byte_changed (void)
{
  SmallModel file = make_model ();

  seal (&file);
  for (gsize i = 0; i < sizeof file; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SpLinearModel) model = NULL;

      ((guint8 *) &file)[i] ^= 0x41;
      model = load (&file, sizeof file, &error);
      ((guint8 *) &file)[i] ^= 0x41;
      g_assert_null (model);
      g_assert_error (error, SP_ERROR, SP_ERROR_MODEL);
    }
}

typedef void (*Spoil) (SmallModel *model);

static void spoil_format (SmallModel *model) { model->header.format++; }
static void spoil_features (SmallModel *model) { model->header.features_version++; }
static void spoil_labels (SmallModel *model) { model->header.n_labels = 11; }
static void spoil_context (SmallModel *model) { model->header.n_context++; }
static void spoil_few_bits (SmallModel *model) { model->header.hash_bits = 0; }
static void spoil_many_bits (SmallModel *model) { model->header.hash_bits = 32; }
static void spoil_rows (SmallModel *model) { model->header.n_rows = G_MAXUINT32; }
static void spoil_bitmap (SmallModel *model) { model->bitmap[1] = 1; }
static void spoil_scale (SmallModel *model) { model->layer.scales[0] = NAN; }
static void spoil_bias (SmallModel *model) { model->layer.biases[3] = INFINITY; }
static void spoil_weight (SmallModel *model) { model->layer.context[11][SP_N_CONTEXT] = 1e9f; }
static void spoil_threshold (SmallModel *model) { model->layer.thresholds[5] = -0.5f; }
static void spoil_precision (SmallModel *model) { model->layer.precisions[11][9] = 1.5f; }
static void spoil_no_version (SmallModel *model) { model->header.version[0] = '\0'; }
static void spoil_long_version (SmallModel *model) { memset (model->header.version, 'x', 64); }
static void spoil_odd_version (SmallModel *model) { model->header.version[1] = '\n'; }

/* The checksum is right here: whoever wrote the file meant it. */
static void
refuses_a_file_that_was_made_to_harm (void)
{
  static const Spoil spoils[] = {
    spoil_format,     spoil_features,    spoil_labels,       spoil_context,    spoil_few_bits,
    spoil_many_bits,  spoil_rows,        spoil_bitmap,       spoil_scale,      spoil_bias,
    spoil_weight,     spoil_threshold,   spoil_no_version,   spoil_long_version,
    spoil_odd_version, spoil_precision,
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      SmallModel file = make_model ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SpLinearModel) model = NULL;

      spoils[i](&file);
      seal (&file);
      model = load (&file, sizeof file, &error);
      g_test_message ("%u: %s", i, error != NULL ? error->message : "no error");
      g_assert_null (model);
      g_assert_error (error, SP_ERROR, SP_ERROR_MODEL);
    }
}

static void
refuses_concepts_that_are_not_there (void)
{
  for (guint i = 0; i < 4; i++)
    {
      LargerModel file = make_larger_model ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SpLinearModel) model = NULL;

      if (i == 0)
        file.small.rows[1].concepts = 2;
      else if (i == 1)
        file.landmark.votes[11] = NAN;
      else if (i == 2)
        file.small.scale.offsets[63] = 1e9f;
      else
        file.small.header.n_landmarks = G_MAXUINT32;
      seal_file (&file, sizeof file);
      model = load (&file, sizeof file, &error);
      g_assert_null (model);
      g_assert_error (error, SP_ERROR, SP_ERROR_MODEL);
    }
}

/* Whatever the bytes, with a checksum that is right: an error, or scores that are numbers. */
static void
survives_any_bytes (void)
{
  const guint32 features[] = { 3U << 24, 200U << 24, 77U << 24, 3U << 24 };
  guint32 random = 88675123;
  guint n_loaded = 0;

  for (guint round = 0; round < 20000; round++)
    {
      LargerModel file = make_larger_model ();
      g_autoptr (SpLinearModel) model = NULL;
      g_autoptr (SpModelScratch) scratch = NULL;
      double context[SP_N_CONTEXT] = { 1.0 }, scores[SP_N_CATEGORIES];
      SpLogits logits;

      for (guint i = 0; i <= round % 4; i++)
        {
          random ^= random << 13;
          random ^= random >> 17;
          random ^= random << 5;
          /* Every other change hits what is not checked byte by byte. */
          ((guint8 *) &file)[round % 2 == 0 ? random % sizeof file
                                            : sizeof file - 1 - random % 1200] = random >> 24;
        }
      seal_file (&file, sizeof file);
      model = load (&file, sizeof file, NULL);
      if (model == NULL)
        continue;
      n_loaded++;
      scratch = sp_model_scratch_new (model);
      sp_linear_model_score_words (model, scratch, features, G_N_ELEMENTS (features), &logits);
      sp_linear_model_score_context (model, context, scores);
      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        g_assert_true (isfinite (logits.values[label]) && isfinite (scores[label]));
    }
  g_test_message ("%u of 20000 loaded", n_loaded);
  g_assert_cmpuint (n_loaded, >, 100);
}

static void
names_the_file_that_cannot_be_used (void)
{
  g_autofree char *dir = g_dir_make_tmp ("smallprint-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "bad.model", NULL);
  static const char *const contents[] = { NULL, "", "no model" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SpLinearModel) model = NULL;

      if (contents[i] != NULL)
        g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      model = sp_linear_model_new_from_file (path, &error);
      g_assert_null (model);
      g_assert_error (error, SP_ERROR, SP_ERROR_MODEL);
      g_assert_nonnull (strstr (error->message, "bad.model"));
    }
  g_unlink (path);
  g_rmdir (dir);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/linear-model/adds_up_what_the_rows_say", adds_up_what_the_rows_say);
  g_test_add_func ("/core/linear-model/joins_what_words_and_landmarks_say",
                   joins_what_words_and_landmarks_say);
  g_test_add_func ("/core/linear-model/refuses_concepts_that_are_not_there",
                   refuses_concepts_that_are_not_there);
  g_test_add_func ("/core/linear-model/survives_any_bytes", survives_any_bytes);
  g_test_add_func ("/core/linear-model/says_what_each_feature_adds", says_what_each_feature_adds);
  g_test_add_func ("/core/linear-model/knows_how_often_a_confidence_was_right",
                   knows_how_often_a_confidence_was_right);
  g_test_add_func ("/core/linear-model/refuses_a_file_cut_anywhere", refuses_a_file_cut_anywhere);
  g_test_add_func ("/core/linear-model/refuses_a_file_with_any_byte_changed",
                   refuses_a_file_with_any_byte_changed);
  g_test_add_func ("/core/linear-model/refuses_a_file_that_was_made_to_harm",
                   refuses_a_file_that_was_made_to_harm);
  g_test_add_func ("/core/linear-model/names_the_file_that_cannot_be_used",
                   names_the_file_that_cannot_be_used);
  return g_test_run ();
}
