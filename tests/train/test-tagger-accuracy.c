/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-evaluation.h"
#include "sp-trainer.h"

/* What the tagger has to reach on policies that its weights have not seen. */
#define LEAST_MICRO_F1 0.81
#define LEAST_MACRO_F1 0.73
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

static void
reaches_its_figures_on_unseen_policies (void)
{
  g_autofree char *corpora = g_build_filename (g_getenv ("SP_TEST_SHARED"), "corpora", NULL);
  g_autoptr (GPtrArray) train = NULL;
  g_autoptr (GPtrArray) valid = NULL;
  g_autoptr (GPtrArray) foreign = NULL;
  g_autoptr (GBytes) model = NULL;
  g_autoptr (SpTagger) tagger = NULL;
  g_autoptr (SpEvaluation) evaluation = sp_evaluation_new ();
  g_autoptr (GError) error = NULL;

  if (!g_file_test (corpora, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("The annotated policies are not beside the checkout");
      return;
    }
  train = read_part (corpora, "train.jsonl");
  valid = read_part (corpora, "valid.jsonl");
  sp_corpus_read_pieces (corpora, train, &error);
  g_assert_no_error (error);
  foreign = sp_trainer_read_foreign (corpora, &error);
  g_assert_no_error (error);

  model = sp_trainer_train (train, foreign, "train-alone");
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
  return g_test_run ();
}
