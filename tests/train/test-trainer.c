/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-baseline.h"
#include "sp-evaluation.h"
#include "sp-landmarks.h"
#include "sp-logistic.h"
#include "sp-portable-math.h"
#include "sp-trainer.h"

#include <glib/gstdio.h>
#include <string.h>

static GPtrArray *
read_fixture (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "train", "segments.jsonl", NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *examples = sp_corpus_read_examples (path, &error);

  g_assert_no_error (error);
  return examples;
}

static GBytes *
train (GPtrArray *examples)
{
  g_autoptr (GPtrArray) no_sets = g_ptr_array_new ();

  return sp_trainer_train (examples, no_sets, "fixture");
}

static void
learns_the_same_bytes_twice (void)
{
  g_autoptr (GPtrArray) examples = read_fixture ();
  g_autoptr (GBytes) first = train (examples);
  g_autoptr (GBytes) second = train (examples);

  g_assert_true (g_bytes_equal (first, second));
}

static void
free_foreign (gpointer data)
{
  SpForeignExample *example = data;

  g_ptr_array_unref (example->labels);
  g_free (example->text);
  g_free (example);
}

/* A set of passages with one label of its own for each of our categories. */
static GPtrArray *
make_foreign_sets (GPtrArray *examples)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *set = g_ptr_array_new_with_free_func (free_foreign);

  for (guint i = 0; i < 20 * examples->len; i++)
    {
      const SpExample *example = examples->pdata[i % examples->len];
      SpForeignExample *passage = g_new0 (SpForeignExample, 1);

      passage->text = g_strdup (example->text);
      passage->labels = g_ptr_array_new_with_free_func (g_free);
      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        if (example->labels >> label & 1)
          g_ptr_array_add (passage->labels, g_strdup (sp_category_get_title (label)));
      g_ptr_array_add (set, passage);
    }
  g_ptr_array_add (sets, set);
  return sets;
}

static void
learns_from_other_sets_too (void)
{
  g_autoptr (GPtrArray) examples = read_fixture ();
  g_autoptr (GPtrArray) sets = make_foreign_sets (examples);
  g_autoptr (GBytes) alone = train (examples);
  g_autoptr (GBytes) first = sp_trainer_train (examples, sets, "fixture");
  g_autoptr (GBytes) second = sp_trainer_train (examples, sets, "fixture");
  g_autoptr (SpTagger) tagger = sp_tagger_new_from_bytes (first, NULL);
  g_autoptr (SpEvaluation) evaluation = sp_evaluation_new ();

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (g_bytes_get_size (first), >, g_bytes_get_size (alone));
  sp_evaluation_add (evaluation, tagger, examples);
  g_assert_cmpfloat (sp_evaluation_get_micro_f1 (evaluation), >=, 0.95);
}

/* Two groups of places, one for each of two categories. */
static void
lets_places_vote_for_their_category (void)
{
  g_autoptr (GPtrArray) examples = read_fixture ();
  g_autofree SpPlace *places = g_new0 (SpPlace, examples->len);
  g_autofree guint *folds = g_new0 (guint, examples->len);
  g_autoptr (GArray) landmarks = NULL;
  SpConceptScale scale = { 0 };
  double logits[SP_N_CATEGORIES];

  for (guint i = 0; i < examples->len; i++)
    {
      SpExample *example = examples->pdata[i];

      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        example->targets[label] = label == i % 2;
      places[i].values[i % 2] = 120;
      places[i].values[2 + i % 60] = 40;
    }

  landmarks = sp_landmarks_fit (examples, places, folds, 1, scale.priors);
  g_assert_cmpuint (landmarks->len, ==, MIN (examples->len, SP_N_LANDMARKS));
  g_assert_cmpfloat_with_epsilon (scale.priors[0], 0.5, 0.05);
  g_assert_cmpfloat (scale.priors[2], ==, 0.0);
  sp_concepts_score (&scale, (const SpLandmark *) (gpointer) landmarks->data, landmarks->len,
                     &places[3], logits);
  g_assert_cmpfloat (logits[1], >, 1.0);
  g_assert_cmpfloat (logits[0], <, -1.0);
}

static void
says_what_is_gained_over_a_plain_model (void)
{
  g_autoptr (GPtrArray) examples = read_fixture ();
  g_autoptr (GBytes) model = sp_baseline_train (examples);
  g_autoptr (SpTagger) tagger = sp_tagger_new_from_bytes (model, NULL);
  g_autoptr (SpEvaluation) evaluation = sp_evaluation_new ();
  g_autofree char *gain = NULL;

  sp_evaluation_add (evaluation, tagger, examples);
  g_assert_cmpfloat (sp_evaluation_get_micro_f1 (evaluation), >=, 0.9);
  gain = sp_evaluation_print_gain (evaluation, evaluation);
  g_assert_nonnull (strstr (gain, "gain over it: micro-F1 0.0000 (95 % 0.000 to 0.000)"));
}

static void
knows_what_it_has_learned (void)
{
  g_autoptr (GPtrArray) examples = read_fixture ();
  g_autoptr (GBytes) model = train (examples);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpTagger) tagger = sp_tagger_new_from_bytes (model, &error);
  g_autoptr (SpEvaluation) evaluation = sp_evaluation_new ();
  g_autofree char *report = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (sp_tagger_get_model_version (tagger), "fixture+"));
  sp_evaluation_add (evaluation, tagger, examples);
  g_assert_cmpfloat (sp_evaluation_get_micro_f1 (evaluation), >=, 0.95);

  report = sp_evaluation_print (evaluation);
  g_assert_nonnull (strstr (report, "micro-F1"));
  g_assert_nonnull (strstr (report, "do-not-track"));
}

static void
counts_lines_without_labels_but_leaves_them_out (void)
{
  g_autoptr (GPtrArray) examples = read_fixture ();
  g_autoptr (GBytes) model = train (examples);
  g_autoptr (SpTagger) tagger = sp_tagger_new_from_bytes (model, NULL);
  g_autoptr (SpEvaluation) evaluation = sp_evaluation_new ();
  guint n_labelled = examples->len - 2;

  ((SpExample *) examples->pdata[0])->labels = 0;
  ((SpExample *) examples->pdata[7])->labels = 0;
  sp_evaluation_add (evaluation, tagger, examples);
  g_assert_cmpuint (evaluation->n_skipped, ==, 2);
  g_assert_cmpuint (evaluation->outcomes->len, ==, n_labelled);
}

static void
keeps_a_policy_in_one_fold (void)
{
  g_autoptr (GPtrArray) examples = read_fixture ();
  g_autofree guint *folds = sp_trainer_split (examples, 3);
  gboolean seen[3] = { FALSE };

  for (guint i = 0; i < examples->len; i++)
    {
      SpExample *example = examples->pdata[i];

      g_assert_cmpuint (folds[i], <, 3);
      seen[folds[i]] = TRUE;
      if (i > 0 && g_str_equal (example->policy, ((SpExample *) examples->pdata[i - 1])->policy))
        g_assert_cmpuint (folds[i], ==, folds[i - 1]);
    }
  g_assert_true (seen[0] && seen[1] && seen[2]);
}

/* One column and three samples: the optimum solves w = 2 σ(-w) - σ(w), with w about 0.2747. */
static void
finds_the_optimum_of_a_small_problem (void)
{
  guint32 column = 0;
  float value = 1.0f;
  SpRow row = { &column, &value, 1 };
  SpSample samples[] = { { &row, TRUE, 1.5 }, { &row, TRUE, 0.5 }, { &row, FALSE, 1.0 } };
  double weight;

  sp_logistic_fit (samples, G_N_ELEMENTS (samples), 1, &weight);
  g_test_message ("%f", weight);
  g_assert_cmpfloat_with_epsilon (
    weight, 2.0 * sp_portable_sigmoid (-weight) - sp_portable_sigmoid (weight), 0.1);
}

static void
says_which_line_cannot_be_read (void)
{
  const char *good = "{\"segment\": \"We collect data.\", \"labels\": []}";
  static const char *const lines[] = { "no JSON", "[]", "{}", "{\"segment\": 3}", "\xff" };
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("smallprint-XXXXXX", &error);
  g_autofree char *path = g_build_filename (dir, "lines.jsonl", NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *content = g_strconcat (good, "\n\n", lines[i], "\n", NULL);
      g_autoptr (GPtrArray) examples = NULL;

      g_assert_true (g_file_set_contents (path, content, -1, NULL));
      examples = sp_corpus_read_examples (path, &error);
      g_assert_null (examples);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "lines.jsonl:3:"));
      g_clear_error (&error);
    }
  g_remove (path);
  g_rmdir (dir);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/train/trainer/learns_the_same_bytes_twice", learns_the_same_bytes_twice);
  g_test_add_func ("/train/trainer/learns_from_other_sets_too", learns_from_other_sets_too);
  g_test_add_func ("/train/landmarks/lets_places_vote_for_their_category",
                   lets_places_vote_for_their_category);
  g_test_add_func ("/train/evaluation/says_what_is_gained_over_a_plain_model",
                   says_what_is_gained_over_a_plain_model);
  g_test_add_func ("/train/trainer/knows_what_it_has_learned", knows_what_it_has_learned);
  g_test_add_func ("/train/trainer/keeps_a_policy_in_one_fold", keeps_a_policy_in_one_fold);
  g_test_add_func ("/train/evaluation/counts_lines_without_labels_but_leaves_them_out",
                   counts_lines_without_labels_but_leaves_them_out);
  g_test_add_func ("/train/logistic/finds_the_optimum_of_a_small_problem",
                   finds_the_optimum_of_a_small_problem);
  g_test_add_func ("/train/corpus/says_which_line_cannot_be_read", says_which_line_cannot_be_read);
  return g_test_run ();
}
