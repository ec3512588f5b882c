/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-baseline.h"

#include "sp-model-writer.h"

#define COST 30.0

static const SpExample *
get_example (GPtrArray *examples, guint index)
{
  return examples->pdata[index];
}

static SpWordTable *
build_table (GPtrArray *examples)
{
  SpTextCounts counts;
  SpWordTable *table;

  sp_text_counts_init (&counts, SP_HASH_BITS);
  for (guint i = 0; i < examples->len; i++)
    sp_text_counts_add_plain (&counts, SP_HASH_BITS, get_example (examples, i)->text);
  table = sp_word_table_new (SP_HASH_BITS, &counts, NULL);
  sp_text_counts_clear (&counts);
  return table;
}

static void
fit (GPtrArray *examples, const SpRow *rows, guint label, guint n_columns, double *weights)
{
  g_autofree SpSample *samples = g_new (SpSample, examples->len);
  double n_positive = 0.0;

  for (guint i = 0; i < examples->len; i++)
    n_positive += get_example (examples, i)->labels >> label & 1;
  for (guint i = 0; i < examples->len; i++)
    {
      gboolean positive = get_example (examples, i)->labels >> label & 1;
      double n_side = positive ? n_positive : examples->len - n_positive;

      samples[i] = (SpSample) { &rows[i], positive, COST * examples->len / 2 / MAX (n_side, 1.0) };
    }
  sp_logistic_fit (samples, examples->len, n_columns, weights);
}

/* A second layer that hands on what the first one says. */
static void
leave_scores_alone (SpModelLayer *layer)
{
  SpLogits one = { { 0.0 } };
  double means[SP_N_CATEGORIES] = { 0.0 }, context[SP_N_CONTEXT];

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      one.values[label] = 1.0;
      sp_context_describe (&one, 1, 0, means, context);
      layer->context[label][label] = (float) (1.0 / context[label]);
      layer->thresholds[label] = 0.5f;
    }
}

/**
 * sp_baseline_train:
 * @examples: (element-type SpExample): what to learn from
 *
 * Learns what everybody would try first: TF-IDF of words and pairs of words, logistic regression
 * with balanced classes, a label from one half on. It shows what all the rest is worth.
 *
 * Returns: (transfer full): a model file
 */
GBytes *
sp_baseline_train (GPtrArray *examples)
{
  g_autoptr (SpWordTable) table = build_table (examples);
  g_autofree SpRow *rows = g_new0 (SpRow, examples->len);
  g_autofree SpModelLayer *layer = g_new0 (SpModelLayer, 1);
  double *weights[SP_N_CATEGORIES];
  GBytes *model;

  for (guint i = 0; i < examples->len; i++)
    {
      sp_word_table_describe (table, get_example (examples, i)->text, 1, &rows[i]);
      rows[i].columns[rows[i].n] = table->n_rows;
      rows[i].values[rows[i].n++] = 1.0f;
    }

  leave_scores_alone (layer);
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      weights[label] = g_new (double, table->n_rows + 1);
      fit (examples, rows, label, table->n_rows + 1, weights[label]);
      layer->biases[label] = (float) weights[label][table->n_rows];
    }
  model = sp_model_write (table, weights, layer, NULL, NULL, "plain");

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    g_free (weights[label]);
  for (guint i = 0; i < examples->len; i++)
    sp_row_clear (&rows[i]);
  return model;
}
