/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-transfer.h"

#include <math.h>
#include <string.h>

#include "sp-corpus.h"

/* Labels with fewer passages teach nothing; of each set the most frequent are taken. */
#define MIN_PASSAGES 100
#define MAX_LABELS 25
#define COST 2.0

/* How loud the added columns are beside words, whose row has length 1. */
#define LOUDNESS 0.3
#define REFERENCE_LABELS 11.0

typedef struct
{
  const char *name; /* (not owned) */
  guint n_passages;
} LabelCount;

SpTransfer *
sp_transfer_new (guint n_words)
{
  SpTransfer *self = g_new0 (SpTransfer, 1);

  self->n_words = n_words;
  self->models = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sp_transfer_free (SpTransfer *self)
{
  g_ptr_array_unref (self->models);
  g_free (self->means);
  g_free (self->factors);
  g_free (self);
}

static gboolean
has_label (const SpForeignExample *example, const char *name)
{
  return g_ptr_array_find_with_equal_func (example->labels, name, g_str_equal, NULL);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const LabelCount *first = a, *second = b;

  if (first->n_passages != second->n_passages)
    return first->n_passages > second->n_passages ? -1 : 1;
  return strcmp (first->name, second->name);
}

/* The most frequent labels, the first one first; names in doubt. */
static GArray *
count_labels (GPtrArray *examples)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (LabelCount));

  for (guint i = 0; i < examples->len; i++)
    {
      const SpForeignExample *example = examples->pdata[i];

      for (guint k = 0; k < example->labels->len; k++)
        {
          const char *name = example->labels->pdata[k];
          guint index = GPOINTER_TO_UINT (g_hash_table_lookup (seen, name));

          if (index == 0)
            {
              LabelCount count = { name, 0 };

              g_array_append_val (counts, count);
              index = counts->len;
              g_hash_table_insert (seen, (gpointer) name, GUINT_TO_POINTER (index));
            }
          g_array_index (counts, LabelCount, index - 1).n_passages++;
        }
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

static void
append_column (SpRow *row, guint32 column, double value)
{
  row->columns[row->n] = column;
  row->values[row->n++] = (float) value;
}

/**
 * sp_transfer_learn:
 * @examples: (element-type SpForeignExample): one annotated set
 *
 * Learns the frequent labels of a set.
 */
void
sp_transfer_learn (SpTransfer *self, SpWordTable *table, GPtrArray *examples)
{
  g_autoptr (GArray) counts = count_labels (examples);
  g_autofree SpRow *rows = g_new0 (SpRow, examples->len);
  g_autofree SpSample *samples = g_new (SpSample, examples->len);

  for (guint i = 0; i < examples->len; i++)
    {
      const SpForeignExample *example = examples->pdata[i];

      sp_word_table_describe (table, example->text, 1, &rows[i]);
      append_column (&rows[i], self->n_words, 1.0);
    }

  for (guint k = 0; k < MIN (counts->len, MAX_LABELS); k++)
    {
      const LabelCount *count = &g_array_index (counts, LabelCount, k);
      double *weights;

      if (count->n_passages < MIN_PASSAGES)
        break;
      for (guint i = 0; i < examples->len; i++)
        samples[i] = (SpSample) { &rows[i], has_label (examples->pdata[i], count->name), COST };
      weights = g_new (double, self->n_words + 1);
      sp_logistic_fit (samples, examples->len, self->n_words + 1, weights);
      g_ptr_array_add (self->models, weights);
      self->n_labels++;
    }

  for (guint i = 0; i < examples->len; i++)
    sp_row_clear (&rows[i]);
}

/* What a set's label scores in a row of words alone. */
static double
score (const SpTransfer *self, guint label, const SpRow *row)
{
  const double *weights = self->models->pdata[label];

  return sp_row_dot (row, weights) + weights[self->n_words];
}

/**
 * sp_transfer_normalise:
 * @rows: (array length=n_rows): words of the texts that are learned from
 *
 * Sets mean and spread of each column to be added.
 */
void
sp_transfer_normalise (SpTransfer *self, const SpRow *rows, guint n_rows)
{
  self->means = g_new0 (double, self->n_labels);
  self->factors = g_new0 (double, self->n_labels);

  for (guint label = 0; label < self->n_labels; label++)
    {
      double sum = 0.0, squares = 0.0, variance;

      for (guint i = 0; i < n_rows; i++)
        {
          double value = score (self, label, &rows[i]);

          sum += value;
          squares += value * value;
        }
      self->means[label] = sum / n_rows;
      variance = squares / n_rows - self->means[label] * self->means[label];
      if (variance > 0.0)
        self->factors[label] =
          LOUDNESS / sqrt (self->n_labels / REFERENCE_LABELS) / sqrt (variance);
    }
}

/**
 * sp_transfer_extend:
 * @row: words, with room for n_labels more; takes the added columns, from n_words on
 */
void
sp_transfer_extend (const SpTransfer *self, SpRow *row)
{
  SpRow words = *row;

  for (guint label = 0; label < self->n_labels; label++)
    append_column (row, self->n_words + label,
                   self->factors[label] * (score (self, label, &words) - self->means[label]));
}

/**
 * sp_transfer_fold:
 * @weights: (array): n_words weights of words, then n_labels of added columns; the latter move into
 *   the former
 * @bias: (inout): takes what does not depend on words
 */
void
sp_transfer_fold (const SpTransfer *self, double *weights, double *bias)
{
  for (guint label = 0; label < self->n_labels; label++)
    {
      const double *model = self->models->pdata[label];
      double factor = weights[self->n_words + label] * self->factors[label];

      for (guint i = 0; i < self->n_words; i++)
        weights[i] += factor * model[i];
      *bias += factor * (model[self->n_words] - self->means[label]);
      weights[self->n_words + label] = 0.0;
    }
}
