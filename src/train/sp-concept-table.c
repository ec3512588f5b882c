/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-concept-table.h"

#include <math.h>

/* More words tell no more, and make the file larger. */
#define MAX_ROWS 24576

typedef struct
{
  guint32 word;
  double importance;
} Candidate;

static guint
count_concepts (const SpTransfer *transfer)
{
  return MIN (transfer->n_labels, SP_N_CONCEPTS);
}

static double
get_weight (const SpTransfer *transfer, guint concept, guint32 word)
{
  return ((const double *) transfer->models->pdata[concept])[word];
}

static int
compare_importance (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->importance != second->importance)
    return first->importance > second->importance ? -1 : 1;
  return first->word < second->word ? -1 : first->word > second->word;
}

/* How much a word changes what a text says of all concepts together. */
static Candidate *
rank_words (const SpTransfer *transfer, const SpWordTable *words)
{
  Candidate *candidates = g_new (Candidate, words->n_rows);

  for (guint32 word = 0; word < words->n_rows; word++)
    {
      double squares = 0.0;

      for (guint i = 0; i < count_concepts (transfer); i++)
        squares += get_weight (transfer, i, word) * get_weight (transfer, i, word);
      candidates[word] = (Candidate) { word, sqrt (squares) * words->idf[word] };
    }
  qsort (candidates, words->n_rows, sizeof *candidates, compare_importance);
  return candidates;
}

static void
quantise_concept (SpConceptTable *self, const SpTransfer *transfer, guint concept,
                  const Candidate *candidates)
{
  double largest = 0.0;

  for (guint i = 0; i < self->n_rows; i++)
    largest = MAX (largest, ABS (get_weight (transfer, concept, candidates[i].word)));
  for (guint i = 0; i < self->n_rows && largest > 0.0; i++)
    {
      double steps = get_weight (transfer, concept, candidates[i].word) / largest * 127;

      self->rows[i].weights[concept] = (gint8) (steps + (steps < 0.0 ? -0.5 : 0.5));
    }
}

/**
 * sp_concept_table_new:
 * @transfer: the concepts are its labels
 *
 * Returns: (transfer full) (nullable): the table, its scale still empty; %NULL without any concept
 */
SpConceptTable *
sp_concept_table_new (const SpTransfer *transfer, const SpWordTable *words)
{
  SpConceptTable *self;
  g_autofree Candidate *candidates = NULL;

  if (transfer->n_labels == 0)
    return NULL;

  self = g_new0 (SpConceptTable, 1);
  self->n_rows = MIN (words->n_rows, MAX_ROWS);
  self->rows = g_new0 (SpConceptRow, self->n_rows);
  self->numbers = g_new0 (guint16, words->n_rows);
  candidates = rank_words (transfer, words);
  for (guint i = 0; i < self->n_rows; i++)
    self->numbers[candidates[i].word] = (guint16) (i + 1);
  for (guint concept = 0; concept < count_concepts (transfer); concept++)
    quantise_concept (self, transfer, concept, candidates);
  return self;
}

void
sp_concept_table_free (SpConceptTable *self)
{
  g_free (self->rows);
  g_free (self->numbers);
  g_free (self);
}

typedef float Sums[SP_N_CONCEPTS];

/* A row's columns beyond the words are none of ours. */
static void
sum_row (const SpConceptTable *self, const SpRow *row, float sums[SP_N_CONCEPTS])
{
  for (guint i = 0; i < row->n; i++)
    {
      guint number = self->numbers[row->columns[i]];

      if (number != 0)
        sp_concepts_add (sums, &self->rows[number - 1], row->values[i]);
    }
}

/* So that every concept is as loud as any other, and silent in the mean. */
static void
set_scale (SpConceptTable *self, const Sums *sums, guint n)
{
  for (guint concept = 0; concept < SP_N_CONCEPTS; concept++)
    {
      double sum = 0.0, squares = 0.0, mean, variance;

      for (guint i = 0; i < n; i++)
        {
          sum += sums[i][concept];
          squares += (double) sums[i][concept] * sums[i][concept];
        }
      mean = sum / MAX (n, 1);
      variance = squares / MAX (n, 1) - mean * mean;
      if (variance <= 0.0)
        continue;
      self->scale.steps[concept] = (float) (1.0 / sqrt (variance));
      self->scale.offsets[concept] = (float) (-mean / sqrt (variance));
    }
}

/**
 * sp_concept_table_place_all:
 * @rows: (array length=n_rows): words of the texts that are learned from, without other columns
 *
 * Sets the scale, and says where the texts stand.
 *
 * Returns: (transfer full) (array length=n_rows): the place of each text
 */
SpPlace *
sp_concept_table_place_all (SpConceptTable *self, const SpRow *rows, guint n_rows)
{
  g_autofree Sums *sums = g_new0 (Sums, n_rows);
  SpPlace *places = g_new (SpPlace, n_rows);

  for (guint i = 0; i < n_rows; i++)
    sum_row (self, &rows[i], sums[i]);
  set_scale (self, sums, n_rows);
  for (guint i = 0; i < n_rows; i++)
    sp_concepts_place (&self->scale, sums[i], &places[i]);
  return places;
}
