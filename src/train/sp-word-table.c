/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-word-table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sp-features.h"
#include "sp-portable-math.h"

#define MIN_OWN_TEXTS 3
#define MIN_FOREIGN_TEXTS 10
/* ln (1 / p) is at most about 12. */
#define IDF_STEP (1.0 / 4096)
#define MAX_COUNT 64

void
sp_text_counts_init (SpTextCounts *self, guint hash_bits)
{
  self->counts = g_new0 (guint32, 1U << hash_bits);
  self->last = g_new0 (guint32, 1U << hash_bits);
  self->n_texts = 0;
}

void
sp_text_counts_clear (SpTextCounts *self)
{
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->last, g_free);
}

static void
count_feature (SpTextCounts *self, guint32 hash)
{
  self->counts[hash] += self->last[hash] != self->n_texts;
  self->last[hash] = self->n_texts;
}

void
sp_text_counts_add (SpTextCounts *self, guint hash_bits, const char *text)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->n_texts++;
  sp_features_extract (text, strlen (text), NULL, features);
  for (guint i = 0; i < features->len; i++)
    count_feature (self, g_array_index (features, guint32, i) >> (32 - hash_bits));
}

/**
 * sp_text_counts_add_plain:
 *
 * The same with nothing but words and pairs of words.
 */
void
sp_text_counts_add_plain (SpTextCounts *self, guint hash_bits, const char *text)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (SpFeatureTrace) trace;
  SpFeaturePlace last = { 0 };

  sp_feature_trace_init (&trace);
  self->n_texts++;
  sp_features_trace (text, strlen (text), NULL, features, &trace);
  for (guint i = 0; i < features->len; i++)
    {
      SpFeaturePlace place = g_array_index (trace.places, SpFeaturePlace, i);
      /* What the same words say again, they say as the text's opening. */
      gboolean again = place.first == last.first && place.n_words == last.n_words;

      if (place.n_words >= 1 && place.n_words <= 2 && !again)
        count_feature (self, g_array_index (features, guint32, i) >> (32 - hash_bits));
      last = place;
    }
}

/**
 * sp_word_table_new:
 * @own: the texts that are learned from
 * @foreign: (nullable): texts that only show how common a word is
 *
 * Returns: (transfer full): the features that appear in at least 3 own or 10 foreign texts
 */
SpWordTable *
sp_word_table_new (guint hash_bits, const SpTextCounts *own, const SpTextCounts *foreign)
{
  SpWordTable *self = g_new0 (SpWordTable, 1);
  guint n_hashes = 1U << hash_bits;

  self->hash_bits = hash_bits;
  self->rows = g_new0 (guint32, n_hashes);
  self->idf = g_new0 (guint16, n_hashes);
  self->scratch = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint hash = 0; hash < n_hashes; hash++)
    {
      double p = (own->counts[hash] + 0.5) / (own->n_texts + 1.0);

      if (own->counts[hash] < MIN_OWN_TEXTS &&
          (foreign == NULL || foreign->counts[hash] < MIN_FOREIGN_TEXTS))
        continue;
      if (foreign != NULL && foreign->n_texts > 0)
        p = (p + (foreign->counts[hash] + 0.5) / (foreign->n_texts + 1.0)) / 2;
      self->idf[self->n_rows] = (guint16) (-sp_portable_log (p) / IDF_STEP + 0.5);
      self->rows[hash] = ++self->n_rows;
    }
  return self;
}

void
sp_word_table_free (SpWordTable *self)
{
  g_free (self->rows);
  g_free (self->idf);
  g_array_unref (self->scratch);
  g_free (self);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

static void
list_rows (SpWordTable *self, const char *text)
{
  guint n = 0;

  sp_features_extract (text, strlen (text), NULL, self->scratch);
  for (guint i = 0; i < self->scratch->len; i++)
    {
      guint32 row = self->rows[g_array_index (self->scratch, guint32, i) >> (32 - self->hash_bits)];

      if (row != 0)
        g_array_index (self->scratch, guint32, n++) = row - 1;
    }
  g_array_set_size (self->scratch, n);
  g_array_sort (self->scratch, compare_rows);
}

/**
 * sp_word_table_describe:
 * @n_extra: room to leave behind the words
 * @row: (out caller-allocates): (1 + ln count) · idf of each feature, of length 1
 *
 * Describes @text as the model file's scoring does.
 */
void
sp_word_table_describe (SpWordTable *self, const char *text, guint n_extra, SpRow *row)
{
  const guint32 *rows;
  double squares = 0.0;
  guint n_rows;

  list_rows (self, text);
  n_rows = self->scratch->len;
  rows = (const guint32 *) (gpointer) self->scratch->data;
  row->n = 0;
  row->columns = g_new (guint32, n_rows + n_extra);
  row->values = g_new (float, n_rows + n_extra);

  for (guint i = 0, next; i < n_rows; i = next)
    {
      double value;

      for (next = i + 1; next < n_rows && rows[next] == rows[i]; next++)
        ;
      value = (1.0 + sp_portable_log (MIN (next - i, MAX_COUNT))) * self->idf[rows[i]];
      squares += value * value;
      row->columns[row->n] = rows[i];
      row->values[row->n++] = (float) value;
    }
  for (guint i = 0; i < row->n; i++)
    row->values[i] = (float) (row->values[i] / sqrt (squares));
}
