/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-trainer.h"

#include <math.h>
#include <string.h>

#include "sp-concept-table.h"
#include "sp-context-layer.h"
#include "sp-landmarks.h"
#include "sp-model-writer.h"
#include "sp-transfer.h"

#define COST 30.0
#define N_FOLDS 5

/* Marked words are examples too, of little weight: there are many, and the same ones again. */
#define PIECE_SHARE 0.02

/* What all steps share. */
typedef struct
{
  GPtrArray *examples;      /* (not owned) (element-type SpExample) */
  SpWordTable *table; /* (owned) */
  SpTransfer *transfer;     /* (owned) */
  SpConceptTable *concepts; /* (owned) (nullable): without other sets there are none */
  SpPlace *places;          /* (owned) (nullable): of the examples, among the concepts */
  SpRow *rows;              /* (owned): words, transfer columns, and 1 for the bias */
  SpRow *piece_rows;        /* (owned): the same for the pieces of all examples, in order */
  guint n_pieces;
  guint n_columns;
} Trainer;

/**
 * sp_trainer_read_foreign:
 * @aux_dir: a folder of annotated sets
 *
 * Errors: those of sp_corpus_read_foreign().
 *
 * Returns: (transfer full) (element-type GPtrArray): the sets to transfer from
 */
GPtrArray *
sp_trainer_read_foreign (const char *aux_dir, GError **error)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; sp_corpus_foreign_sets[i] != NULL; i++)
    {
      GPtrArray *set = sp_corpus_read_foreign (aux_dir, sp_corpus_foreign_sets[i], error);

      if (set == NULL)
        return NULL;
      g_ptr_array_add (sets, set);
    }
  return g_steal_pointer (&sets);
}

static SpWordTable *
build_table (GPtrArray *examples, GPtrArray *foreign_sets)
{
  SpTextCounts own, foreign;
  SpWordTable *table;

  sp_text_counts_init (&own, SP_HASH_BITS);
  sp_text_counts_init (&foreign, SP_HASH_BITS);
  for (guint i = 0; i < examples->len; i++)
    sp_text_counts_add (&own, SP_HASH_BITS, ((SpExample *) examples->pdata[i])->text);
  for (guint s = 0; s < foreign_sets->len; s++)
    {
      GPtrArray *set = foreign_sets->pdata[s];

      for (guint i = 0; i < set->len; i++)
        sp_text_counts_add (&foreign, SP_HASH_BITS, ((SpForeignExample *) set->pdata[i])->text);
    }

  table = sp_word_table_new (SP_HASH_BITS, &own, foreign_sets->len > 0 ? &foreign : NULL);
  sp_text_counts_clear (&own);
  sp_text_counts_clear (&foreign);
  return table;
}

/* Adds what other sets say of a row of words, and the bias. */
static void
complete_row (const Trainer *self, SpRow *row)
{
  sp_transfer_extend (self->transfer, row);
  row->columns[row->n] = self->n_columns - 1;
  row->values[row->n++] = 1.0f;
}

static void
describe_examples (Trainer *self)
{
  guint n_extra = self->transfer->n_labels + 1, next = 0;

  self->rows = g_new0 (SpRow, self->examples->len);
  for (guint i = 0; i < self->examples->len; i++)
    {
      const SpExample *example = self->examples->pdata[i];

      sp_word_table_describe (self->table, example->text, n_extra, &self->rows[i]);
      self->n_pieces += example->pieces->len;
    }
  sp_transfer_normalise (self->transfer, self->rows, self->examples->len);
  self->concepts = sp_concept_table_new (self->transfer, self->table);
  if (self->concepts != NULL)
    self->places = sp_concept_table_place_all (self->concepts, self->rows, self->examples->len);

  self->piece_rows = g_new0 (SpRow, self->n_pieces);
  for (guint i = 0; i < self->examples->len; i++)
    {
      const SpExample *example = self->examples->pdata[i];

      complete_row (self, &self->rows[i]);
      for (guint k = 0; k < example->pieces->len; k++, next++)
        {
          const SpPiece *piece = example->pieces->pdata[k];

          sp_word_table_describe (self->table, piece->text, n_extra, &self->piece_rows[next]);
          complete_row (self, &self->piece_rows[next]);
        }
    }
}

static void
prepare (Trainer *self, GPtrArray *examples, GPtrArray *foreign_sets)
{
  self->examples = examples;
  self->table = build_table (examples, foreign_sets);
  self->transfer = sp_transfer_new (self->table->n_rows);
  for (guint s = 0; s < foreign_sets->len; s++)
    sp_transfer_learn (self->transfer, self->table, foreign_sets->pdata[s]);
  self->n_columns = self->table->n_rows + self->transfer->n_labels + 1;
  describe_examples (self);
}

static void
clear (Trainer *self)
{
  for (guint i = 0; i < self->examples->len; i++)
    sp_row_clear (&self->rows[i]);
  for (guint i = 0; i < self->n_pieces; i++)
    sp_row_clear (&self->piece_rows[i]);
  g_free (self->rows);
  g_free (self->piece_rows);
  g_free (self->places);
  g_clear_pointer (&self->concepts, sp_concept_table_free);
  sp_transfer_free (self->transfer);
  sp_word_table_free (self->table);
}

static const SpExample *
get_example (const Trainer *self, guint index)
{
  return self->examples->pdata[index];
}

/* What a mistake costs on either side: the rarer side weighs as much as the other. */
typedef struct
{
  double positive;
  double negative;
} Costs;

static Costs
balance (const Trainer *self, const guint *folds, guint left_out, guint label)
{
  double n_positive = 0.0, n_all = 0.0;

  for (guint i = 0; i < self->examples->len; i++)
    if (folds[i] != left_out)
      {
        n_positive += get_example (self, i)->targets[label];
        n_all += 1.0;
      }
  return (Costs) { COST * n_all / 2 / MAX (n_positive, 1.0),
                   COST * n_all / 2 / MAX (n_all - n_positive, 1.0) };
}

/* An example on which readers differ stands on both sides, each with its share of them. */
static guint
collect_samples (const Trainer *self, const guint *folds, guint left_out, guint label,
                 SpSample *samples)
{
  Costs costs = balance (self, folds, left_out, label);
  const SpRow *piece_row = self->piece_rows;
  guint n = 0;

  for (guint i = 0; i < self->examples->len; i++)
    {
      const SpExample *example = get_example (self, i);
      double target = example->targets[label];
      gboolean used = folds[i] != left_out;

      if (used && target > 0.0)
        samples[n++] = (SpSample) { &self->rows[i], TRUE, costs.positive * target };
      if (used && target < 1.0)
        samples[n++] = (SpSample) { &self->rows[i], FALSE, costs.negative * (1.0 - target) };
      for (guint k = 0; k < example->pieces->len; k++, piece_row++)
        {
          gboolean positive = ((SpPiece *) example->pieces->pdata[k])->category == label;

          if (used)
            samples[n++] = (SpSample) {
              piece_row, positive, PIECE_SHARE * (positive ? costs.positive : costs.negative)
            };
        }
    }
  return n;
}

/* Learns the words' weights of one label from all examples but those of @left_out. */
static void
fit_words (const Trainer *self, const guint *folds, guint left_out, guint label, double *weights)
{
  g_autofree SpSample *samples = g_new (SpSample, 2 * self->examples->len + self->n_pieces);
  guint n = collect_samples (self, folds, left_out, label, samples);

  sp_logistic_fit (samples, n, self->n_columns, weights);
}

/* What landmarks that were learned without a fold say of its examples joins what the words say. */
static void
join_landmarks (const Trainer *self, const guint *folds, guint fold, SpLogits *logits)
{
  SpConceptScale scale = self->concepts->scale;
  g_autoptr (GArray) landmarks =
    sp_landmarks_fit (self->examples, self->places, folds, fold, scale.priors);

  for (guint i = 0; i < self->examples->len; i++)
    {
      double others[SP_N_CATEGORIES];

      if (folds[i] != fold)
        continue;
      sp_concepts_score (&scale, (const SpLandmark *) (gpointer) landmarks->data, landmarks->len,
                         &self->places[i], others);
      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        logits[i].values[label] = (logits[i].values[label] + others[label]) / 2;
    }
}

/* Scores each example by words and landmarks that were learned without its fold. */
static SpLogits *
score_unseen (const Trainer *self, const guint *folds)
{
  SpLogits *logits = g_new0 (SpLogits, self->examples->len);
  g_autofree double *weights = g_new (double, self->n_columns);

  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        {
          fit_words (self, folds, fold, label, weights);
          for (guint i = 0; i < self->examples->len; i++)
            if (folds[i] == fold)
              logits[i].values[label] = sp_row_dot (&self->rows[i], weights);
        }
      if (self->concepts != NULL)
        join_landmarks (self, folds, fold, logits);
    }
  return logits;
}

/**
 * sp_trainer_split:
 *
 * Deals policies, in the order of their first appearance, out to folds; an example without a policy
 * is one by itself.
 *
 * Returns: (transfer full) (array): the fold of each example
 */
guint *
sp_trainer_split (GPtrArray *examples, guint n_folds)
{
  g_autoptr (GHashTable) dealt = g_hash_table_new (g_str_hash, g_str_equal);
  guint *folds = g_new (guint, examples->len);
  guint next = 0;

  for (guint i = 0; i < examples->len; i++)
    {
      char *policy = ((SpExample *) examples->pdata[i])->policy;
      gpointer fold;

      if (policy != NULL && g_hash_table_lookup_extended (dealt, policy, NULL, &fold))
        folds[i] = GPOINTER_TO_UINT (fold);
      else
        {
          folds[i] = next++ % n_folds;
          if (policy != NULL)
            g_hash_table_insert (dealt, policy, GUINT_TO_POINTER (folds[i]));
        }
    }
  return folds;
}

/**
 * sp_trainer_train:
 * @examples: (element-type SpExample): those of one policy stand together, in order
 * @foreign_sets: (element-type GPtrArray): of sp_trainer_read_foreign(), may be empty
 * @version: at most 63 bytes of printable ASCII
 *
 * Learns a tagger. Depends on nothing but its arguments: the same ones give the same bytes.
 *
 * Returns: (transfer full): a model file
 */
GBytes *
sp_trainer_train (GPtrArray *examples, GPtrArray *foreign_sets, const char *version)
{
  Trainer self = { 0 };
  g_autofree guint *folds = sp_trainer_split (examples, N_FOLDS);
  g_autofree SpLogits *logits = NULL;
  g_autofree SpModelLayer *layer = g_new0 (SpModelLayer, 1);
  g_autoptr (GArray) landmarks = NULL;
  double *weights[SP_N_CATEGORIES];
  GBytes *model;

  prepare (&self, examples, foreign_sets);
  logits = score_unseen (&self, folds);
  sp_context_layer_train (examples, folds, N_FOLDS, logits, layer);

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      double bias;

      weights[label] = g_new (double, self.n_columns);
      fit_words (&self, folds, N_FOLDS, label, weights[label]);
      bias = weights[label][self.n_columns - 1];
      sp_transfer_fold (self.transfer, weights[label], &bias);
      layer->biases[label] = (float) bias;
    }
  if (self.concepts != NULL)
    landmarks = sp_landmarks_fit (examples, self.places, folds, N_FOLDS,
                                  self.concepts->scale.priors);
  model = sp_model_write (self.table, weights, layer, self.concepts, landmarks, version);

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    g_free (weights[label]);
  clear (&self);
  return model;
}
