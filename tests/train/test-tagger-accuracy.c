/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-evaluation.h"
#include "sp-trainer.h"

#include <string.h>

#define SHIPPED_NAME "smallprint-en-4"

/* What the tagger has to reach on policies that its weights have not seen. */
#define LEAST_MICRO_F1 0.83
#define LEAST_MACRO_F1 0.78
#define MOST_CALIBRATION_ERROR 0.05

static GPtrArray *
read_part (const char *corpora, const char *name)
{
  g_autofree char *path = g_build_filename (corpora, "opp115", name, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *examples = sp_corpus_read_examples (path, &error);

  g_assert_no_error (error);
  return examples;
}

static char *
find_corpora (void)
{
  char *corpora = g_build_filename (g_getenv ("SP_TEST_SHARED"), "corpora", NULL);

  if (g_file_test (corpora, G_FILE_TEST_IS_DIR))
    return corpora;
  g_free (corpora);
  g_test_skip ("The annotated policies are not beside the checkout");
  return NULL;
}

static GBytes *
train (const char *corpora, GPtrArray *examples, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) foreign = sp_trainer_read_foreign (corpora, &error);

  g_assert_no_error (error);
  sp_corpus_read_pieces (corpora, examples, &error);
  g_assert_no_error (error);
  return sp_trainer_train (examples, foreign, name);
}

static void
rebuilds_the_shipped_weights (void)
{
  g_autofree char *corpora = find_corpora ();
  g_autoptr (GMappedFile) shipped = g_mapped_file_new (SP_TEST_MODEL_DIR "/" SP_MODEL_FILE, FALSE,
                                                       NULL);
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GBytes) model = NULL;

  if (corpora == NULL)
    return;
  g_assert_nonnull (shipped);
  examples = read_part (corpora, "train.jsonl");
  g_ptr_array_extend_and_steal (examples, read_part (corpora, "valid.jsonl"));
  model = train (corpora, examples, SHIPPED_NAME);
  g_assert_cmpuint (g_bytes_get_size (model), ==, g_mapped_file_get_length (shipped));
  g_assert_true (memcmp (g_bytes_get_data (model, NULL), g_mapped_file_get_contents (shipped),
                         g_bytes_get_size (model)) == 0);
}

static void
reaches_its_figures_on_unseen_policies (void)
{
  g_autofree char *corpora = find_corpora ();
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GPtrArray) valid = NULL;
  g_autoptr (GBytes) model = NULL;
  g_autoptr (SpTagger) tagger = NULL;
  g_autoptr (SpEvaluation) evaluation = sp_evaluation_new ();
  g_autoptr (GError) error = NULL;

  if (corpora == NULL)
    return;
  examples = read_part (corpora, "train.jsonl");
  valid = read_part (corpora, "valid.jsonl");
  model = train (corpora, examples, "train-alone");
  tagger = sp_tagger_new_from_bytes (model, &error);
  g_assert_no_error (error);
  sp_evaluation_add (evaluation, tagger, valid);
  g_test_message ("micro-F1 %.4f, macro-F1 %.4f, calibration error %.4f",
                  sp_evaluation_get_micro_f1 (evaluation), sp_evaluation_get_macro_f1 (evaluation),
                  sp_evaluation_get_calibration_error (evaluation));
  g_assert_cmpfloat (sp_evaluation_get_micro_f1 (evaluation), >=, LEAST_MICRO_F1);
  g_assert_cmpfloat (sp_evaluation_get_macro_f1 (evaluation), >=, LEAST_MACRO_F1);
  g_assert_cmpfloat (sp_evaluation_get_calibration_error (evaluation), <=, MOST_CALIBRATION_ERROR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/train/tagger-accuracy/reaches_its_figures_on_unseen_policies",
                   reaches_its_figures_on_unseen_policies);
  g_test_add_func ("/train/tagger-accuracy/rebuilds_the_shipped_weights",
                   rebuilds_the_shipped_weights);
  return g_test_run ();
}
