/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-context-layer.h"

#include <string.h>

#include "sp-corpus.h"
#include "sp-logistic.h"
#include "sp-portable-math.h"

#define COST 0.2

/* Thresholds are looked for on this grid. */
#define LOWEST_STEP 10
#define HIGHEST_STEP 80
#define STEPS 100.0

/* So many tags of all labels weigh as much as those of the label itself. */
#define COMMON_TAGS 10.0

typedef double Scores[SP_N_CATEGORIES];

static const SpExample *
get_example (GPtrArray *examples, guint index)
{
  return examples->pdata[index];
}

/* Describes each example beside its neighbours of the same policy. */
static SpRow *
describe_examples (GPtrArray *examples, const SpLogits *logits)
{
  SpRow *rows = g_new0 (SpRow, examples->len);

  for (guint start = 0, end; start < examples->len; start = end)
    {
      const char *policy = get_example (examples, start)->policy;
      double means[SP_N_CATEGORIES];

      for (end = start + 1; end < examples->len && policy != NULL &&
                            g_strcmp0 (policy, get_example (examples, end)->policy) == 0; end++)
        ;
      sp_context_sum (logits + start, end - start, means);
      for (guint i = start; i < end; i++)
        {
          double context[SP_N_CONTEXT];

          sp_context_describe (logits + start, end - start, i - start, means, context);
          rows[i] = (SpRow) { g_new (guint32, SP_N_CONTEXT + 1), g_new (float, SP_N_CONTEXT + 1),
                              SP_N_CONTEXT + 1 };
          for (guint k = 0; k <= SP_N_CONTEXT; k++)
            {
              rows[i].columns[k] = k;
              rows[i].values[k] = k < SP_N_CONTEXT ? (float) context[k] : 1.0f;
            }
        }
    }
  return rows;
}

/* Learns from all examples but those of @left_out (none if it is no fold). */
static void
fit (GPtrArray *examples, const SpRow *rows, const guint *folds, guint left_out,
     SpModelLayer *layer)
{
  g_autofree SpSample *samples = g_new (SpSample, examples->len);

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      double weights[SP_N_CONTEXT + 1];
      guint n = 0;

      for (guint i = 0; i < examples->len; i++)
        if (folds[i] != left_out)
          samples[n++] = (SpSample) { &rows[i], get_example (examples, i)->labels >> label & 1,
                                      COST };
      sp_logistic_fit (samples, n, SP_N_CONTEXT + 1, weights);
      for (guint k = 0; k <= SP_N_CONTEXT; k++)
        layer->context[label][k] = (float) weights[k];
    }
}

static double
score (const SpRow *row, const float weights[SP_N_CONTEXT + 1])
{
  double sum = 0.0;

  for (guint i = 0; i < row->n; i++)
    sum += row->values[i] * weights[i];
  return sp_portable_sigmoid (sum);
}

/* Scores each example by a layer that has not seen its policy. */
static Scores *
score_unseen (GPtrArray *examples, const SpRow *rows, const guint *folds, guint n_folds)
{
  Scores *scores = g_new (Scores, examples->len);
  g_autofree SpModelLayer *layer = g_new0 (SpModelLayer, 1);

  for (guint fold = 0; fold < n_folds; fold++)
    {
      fit (examples, rows, folds, fold, layer);
      for (guint i = 0; i < examples->len; i++)
        for (guint label = 0; label < SP_N_CATEGORIES && folds[i] == fold; label++)
          scores[i][label] = score (&rows[i], layer->context[label]);
    }
  return scores;
}

/* F1 of one label at a threshold; with @label %SP_N_CATEGORIES of all together. Examples without
 * any label say nothing here, as in the evaluation. */
static double
measure (GPtrArray *examples, const Scores *scores, guint label, double threshold)
{
  guint first = label == SP_N_CATEGORIES ? 0 : label;
  guint last = label == SP_N_CATEGORIES ? SP_N_CATEGORIES - 1 : label;
  guint hits = 0, errors = 0;

  for (guint i = 0; i < examples->len; i++)
    for (guint k = first; k <= last && get_example (examples, i)->labels != 0; k++)
      {
        guint expected = get_example (examples, i)->labels >> k & 1;
        guint given = scores[i][k] >= threshold;

        hits += expected & given;
        errors += expected ^ given;
      }
  return hits > 0 ? 2.0 * hits / (2.0 * hits + errors) : 0.0;
}

static double
find_threshold (GPtrArray *examples, const Scores *scores, guint label)
{
  double best = 0.5, best_f1 = -1.0;

  for (guint step = LOWEST_STEP; step <= HIGHEST_STEP; step++)
    {
      double f1 = measure (examples, scores, label, step / STEPS);

      if (f1 > best_f1)
        {
          best = step / STEPS;
          best_f1 = f1;
        }
    }
  return best;
}

/* How often a tag of a given confidence is right, by label and band. A segment on whose labels most
 * readers differ counts as well: a tag there is wrong. */
typedef struct
{
  double n[SP_N_CONFIDENCE_BANDS];
  double right[SP_N_CONFIDENCE_BANDS];
} Bands;

static void
fill_bands (GPtrArray *examples, const Scores *scores, Bands bands[SP_N_CATEGORIES], Bands *all)
{
  for (guint i = 0; i < examples->len; i++)
    for (guint label = 0; label < SP_N_CATEGORIES; label++)
      {
        guint band = sp_linear_model_find_band (scores[i][label]);
        guint right = get_example (examples, i)->labels >> label & 1;

        bands[label].n[band] += 1;
        bands[label].right[band] += right;
        all->n[band] += 1;
        all->right[band] += right;
      }
}

/* Where few tags of a label fell into a band, those of all labels have their say. */
static void
measure_precisions (GPtrArray *examples, const Scores *scores, SpModelLayer *layer)
{
  Bands bands[SP_N_CATEGORIES] = { 0 }, all = { 0 };

  fill_bands (examples, scores, bands, &all);
  for (guint band = 0; band < SP_N_CONFIDENCE_BANDS; band++)
    {
      double common = (all.right[band] + band + 0.5) /
                      (all.n[band] + SP_N_CONFIDENCE_BANDS);

      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        layer->precisions[label][band] =
          (float) ((bands[label].right[band] + COMMON_TAGS * common) /
                   (bands[label].n[band] + COMMON_TAGS));
    }
}

/**
 * sp_context_layer_train:
 * @folds: (array): the fold of each example; examples of one policy share one
 * @logits: (array): what a word layer that has not seen the example's fold says of it
 * @layer: (inout): takes the weights of the second layer, the thresholds and the precisions
 *
 * Learns how the scores of a segment and its neighbours become probabilities. Thresholds lie
 * halfway between one for all labels and the best for each: the latter alone follow chance where a
 * label is rare.
 */
void
sp_context_layer_train (GPtrArray *examples, const guint *folds, guint n_folds,
                        const SpLogits *logits, SpModelLayer *layer)
{
  g_autofree SpRow *rows = describe_examples (examples, logits);
  g_autofree Scores *scores = score_unseen (examples, rows, folds, n_folds);
  double common = find_threshold (examples, scores, SP_N_CATEGORIES);

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    layer->thresholds[label] = (float) ((common + find_threshold (examples, scores, label)) / 2);
  measure_precisions (examples, scores, layer);
  fit (examples, rows, folds, n_folds, layer);

  for (guint i = 0; i < examples->len; i++)
    sp_row_clear (&rows[i]);
}
