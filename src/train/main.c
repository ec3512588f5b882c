/* SPDX-License-Identifier: GPL-3.0-or-later */

/* smallprint-train: learns and evaluates the tagger. For the workshop, not installed. */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "sp-baseline.h"
#include "sp-evaluation.h"
#include "sp-tagger.h"
#include "sp-trainer.h"

#define N_FOLDS 5
#define EXIT_USAGE 2
#define EXIT_INPUT 3

typedef struct
{
  char **train;
  char **files; /* the same without --train */
  char *valid;
  char *evaluate;
  char *aux_dir;
  char *model;
  char *output;
  char *version;
  gboolean cross_validate;
} Options;

static GPtrArray *
read_training (const Options *options, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  for (char **path = options->train; *path != NULL; path++)
    {
      g_autoptr (GPtrArray) examples = sp_corpus_read_examples (*path, error);

      if (examples == NULL)
        return NULL;
      if (all == NULL)
        all = g_steal_pointer (&examples);
      else
        g_ptr_array_extend_and_steal (all, g_steal_pointer (&examples));
    }
  if (all->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "There is nothing to learn from");
      return NULL;
    }
  if (options->aux_dir != NULL && !sp_corpus_read_pieces (options->aux_dir, all, error))
    return NULL;
  return g_steal_pointer (&all);
}

static GPtrArray *
read_foreign (const Options *options, GError **error)
{
  return options->aux_dir != NULL ? sp_trainer_read_foreign (options->aux_dir, error)
                                  : g_ptr_array_new ();
}

static void
print (const SpEvaluation *evaluation)
{
  g_autofree char *text = sp_evaluation_print (evaluation);

  g_print ("%s", text);
}

static gboolean
evaluate (const char *model, const char *path, GError **error)
{
  g_autoptr (SpTagger) tagger = model != NULL ? sp_tagger_new (model, error)
                                              : sp_tagger_new_without_model (error);
  g_autoptr (SpEvaluation) evaluation = sp_evaluation_new ();
  g_autoptr (GPtrArray) examples = NULL;

  if (tagger == NULL)
    return FALSE;
  examples = sp_corpus_read_examples (path, error);
  if (examples == NULL)
    return FALSE;

  sp_evaluation_add (evaluation, tagger, examples);
  print (evaluation);
  return TRUE;
}

static gboolean
train (const Options *options, GError **error)
{
  g_autoptr (GPtrArray) examples = read_training (options, error);
  g_autoptr (GPtrArray) foreign = NULL;
  g_autoptr (GBytes) model = NULL;

  if (examples == NULL)
    return FALSE;
  foreign = read_foreign (options, error);
  if (foreign == NULL)
    return FALSE;

  model = sp_trainer_train (examples, foreign, options->version);
  if (!g_file_set_contents (options->output, g_bytes_get_data (model, NULL),
                            g_bytes_get_size (model), error))
    return FALSE;
  return options->valid == NULL || evaluate (options->output, options->valid, error);
}

static gboolean
add_fold (SpEvaluation *evaluation, GBytes *model, GPtrArray *examples, GError **error)
{
  g_autoptr (SpTagger) tagger = sp_tagger_new_from_bytes (model, error);

  if (tagger == NULL)
    return FALSE;
  sp_evaluation_add (evaluation, tagger, examples);
  return TRUE;
}

static GPtrArray *
list_fold (GPtrArray *examples, const guint *folds, guint fold, gboolean inside)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < examples->len; i++)
    if ((folds[i] == fold) == inside)
      g_ptr_array_add (list, examples->pdata[i]);
  return list;
}

/* Tags each policy with weights that were learned, from words to thresholds, without it. */
static gboolean
cross_validate (const Options *options, GError **error)
{
  g_autoptr (GPtrArray) examples = read_training (options, error);
  g_autoptr (GPtrArray) foreign = examples != NULL ? read_foreign (options, error) : NULL;
  g_autoptr (SpEvaluation) evaluation = sp_evaluation_new ();
  g_autoptr (SpEvaluation) plain = sp_evaluation_new ();
  g_autofree guint *folds = NULL;
  g_autofree char *gain = NULL;

  if (foreign == NULL)
    return FALSE;
  folds = sp_trainer_split (examples, N_FOLDS);
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_autoptr (GPtrArray) outside = list_fold (examples, folds, fold, FALSE);
      g_autoptr (GPtrArray) inside = list_fold (examples, folds, fold, TRUE);
      g_autoptr (GBytes) model = sp_trainer_train (outside, foreign, options->version);
      g_autoptr (GBytes) baseline = sp_baseline_train (outside);

      if (!add_fold (evaluation, model, inside, error) ||
          !add_fold (plain, baseline, inside, error))
        return FALSE;
      g_printerr ("fold %u of %u done\n", fold + 1, N_FOLDS);
    }

  print (evaluation);
  gain = sp_evaluation_print_gain (evaluation, plain);
  g_print ("\n%s", gain);
  return TRUE;
}

static gboolean
parse (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "train", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->train,
      "Learn from these annotated segments; may be given again", "F.jsonl" },
    { "valid", 0, 0, G_OPTION_ARG_FILENAME, &options->valid,
      "Measure the new weights on these", "F.jsonl" },
    { "aux", 0, 0, G_OPTION_ARG_FILENAME, &options->aux_dir,
      "Learn from the other annotated sets in this folder too", "DIR" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "Write the weights here",
      "MODEL" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options->version, "Name of the weights", "NAME" },
    { "cross-validate", 0, 0, G_OPTION_ARG_NONE, &options->cross_validate,
      "Measure on five parts of the policies in turn, learning from the others", NULL },
    { "evaluate", 0, 0, G_OPTION_ARG_FILENAME, &options->evaluate,
      "Measure a model on these annotated segments", "F.jsonl" },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &options->model,
      "The model to measure; without it cue words tag", "MODEL" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context =
    g_option_context_new ("[F.jsonl…] - learn and measure the tagger");
  guint n_tasks;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  n_tasks = (options->evaluate != NULL) + options->cross_validate + (options->output != NULL);
  if (options->train == NULL)
    options->train = g_steal_pointer (&options->files);
  if (n_tasks != 1 || options->files != NULL ||
      (options->evaluate == NULL) != (options->train != NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   "Give one of: -o MODEL F…, --cross-validate F…, --evaluate F");
      return FALSE;
    }
  if (options->version == NULL)
    options->version = g_strdup ("unnamed");
  return TRUE;
}

static void
clear (Options *options)
{
  g_strfreev (options->train);
  g_strfreev (options->files);
  g_free (options->valid);
  g_free (options->evaluate);
  g_free (options->aux_dir);
  g_free (options->model);
  g_free (options->output);
  g_free (options->version);
}

static int
run (Options *options, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!parse (options, &argc, &argv, &error))
    {
      g_printerr ("smallprint-train: %s\n", error->message);
      return EXIT_USAGE;
    }

  if (options->evaluate != NULL)
    done = evaluate (options->model, options->evaluate, &error);
  else if (options->cross_validate)
    done = cross_validate (options, &error);
  else
    done = train (options, &error);
  if (!done)
    g_printerr ("smallprint-train: %s\n", error->message);
  return done ? 0 : EXIT_INPUT;
}

int
main (int argc, char *argv[])
{
  Options options = { 0 };
  int status;

  setlocale (LC_CTYPE, "");
  status = run (&options, argc, argv);
  clear (&options);
  return status;
}
