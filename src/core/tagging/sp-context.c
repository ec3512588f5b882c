/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-context.h"

#include "sp-portable-math.h"

#define MAX_LOGIT 8.0

/**
 * sp_context_sum:
 * @means: (out caller-allocates): the mean probability of each category over the document
 */
void
sp_context_sum (const SpLogits *logits, gsize n, double means[SP_N_CATEGORIES])
{
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      means[label] = 0.0;
      for (gsize i = 0; i < n; i++)
        means[label] += sp_portable_sigmoid (logits[i].values[label]);
      means[label] /= MAX (n, 1);
    }
}

static void
describe_neighbour (const SpLogits *logits, gsize n, gssize index, double scale, double *out)
{
  if (index < 0 || (gsize) index >= n)
    return;
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    out[label] += scale * sp_portable_sigmoid (logits[index].values[label]);
}

/**
 * sp_context_describe:
 * @logits: (array length=n): what the words of each segment say, in reading order
 * @means: of sp_context_sum()
 * @context: (out caller-allocates): own logits and probabilities, those of the segment before, the
 *   segment after, the two beyond them, the document's means, and the place in the document
 */
void
sp_context_describe (const SpLogits *logits, gsize n, gsize index,
                     const double means[SP_N_CATEGORIES], double context[SP_N_CONTEXT])
{
  double *place = context + 6 * SP_N_CATEGORIES;

  for (guint i = 0; i < SP_N_CONTEXT; i++)
    context[i] = 0.0;

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    context[label] = CLAMP (logits[index].values[label], -MAX_LOGIT, MAX_LOGIT) / 4;
  describe_neighbour (logits, n, index, 1.0, context + SP_N_CATEGORIES);
  describe_neighbour (logits, n, (gssize) index - 1, 1.0, context + 2 * SP_N_CATEGORIES);
  describe_neighbour (logits, n, index + 1, 1.0, context + 3 * SP_N_CATEGORIES);
  describe_neighbour (logits, n, (gssize) index - 2, 0.5, context + 4 * SP_N_CATEGORIES);
  describe_neighbour (logits, n, index + 2, 0.5, context + 4 * SP_N_CATEGORIES);
  if (n > 1)
    for (guint label = 0; label < SP_N_CATEGORIES; label++)
      context[5 * SP_N_CATEGORIES + label] = means[label];

  place[0] = n == 1;
  place[1] = n > 1 && index == 0;
  place[2] = n > 1 && index == 1;
  place[3] = n > 1 && index + 1 == n;
  place[4] = n > 1 ? (double) index / (n - 1) : 0.0;
  place[5] = n > 1 && index + 2 == n;
}
