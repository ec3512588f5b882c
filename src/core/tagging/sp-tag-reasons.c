/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tag-reasons.h"

#include <string.h>

/* Words that weigh less than this share of the heaviest are left out. */
#define LEAST_SHARE 0.2

/* Each word's part in what the features weigh: a pair's weight belongs to its words alike. */
static double *
weigh_words (const SpFeatureTrace *trace, const double *weights)
{
  double *words = g_new0 (double, trace->words->len);

  for (guint i = 0; i < trace->places->len; i++)
    {
      SpFeaturePlace place = g_array_index (trace->places, SpFeaturePlace, i);

      for (guint k = 0; k < place.n_words; k++)
        words[place.first + k] += weights[i] / place.n_words;
    }
  return words;
}

static double
find_heaviest (const double *words, guint n)
{
  double heaviest = 0.0;

  for (guint i = 0; i < n; i++)
    heaviest = MAX (heaviest, words[i]);
  return heaviest;
}

/* Whether words stand side by side in one clause. */
static gboolean
are_adjacent (const char *text, SpSpan first, SpSpan second)
{
  for (gsize i = first.end; i < second.start; i++)
    if (strchr (" -,'\"", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Heavier ones first, then those that come first. */
static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const SpTagReason *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return sp_span_compare (first->span, second->span);
}

/**
 * sp_tag_reasons_find:
 * @text: what @trace was made of
 * @from: words that stand before this byte are left out
 * @weights: (array): what each of the features speaks for a tag
 *
 * Returns: (transfer full) (element-type SpTagReason): the heaviest words of @text, adjacent ones
 *   in one; the heaviest first, at most %SP_MAX_TAG_REASONS
 */
GArray *
sp_tag_reasons_find (const char *text, gsize from, const SpFeatureTrace *trace,
                     const double *weights)
{
  GArray *reasons = g_array_new (FALSE, FALSE, sizeof (SpTagReason));
  g_autofree double *words = weigh_words (trace, weights);
  double least = LEAST_SHARE * find_heaviest (words, trace->words->len);
  SpTagReason *last = NULL;

  for (guint i = 0; i < trace->words->len; i++)
    {
      SpTagReason reason = { g_array_index (trace->words, SpSpan, i), words[i] };

      if (sp_span_is_empty (reason.span) || reason.span.start < from || words[i] <= 0.0 ||
          words[i] < least)
        {
          last = NULL;
          continue;
        }
      if (last != NULL && are_adjacent (text, last->span, reason.span))
        {
          last->span.end = reason.span.end;
          last->weight += reason.weight;
          continue;
        }
      g_array_append_val (reasons, reason);
      last = &g_array_index (reasons, SpTagReason, reasons->len - 1);
    }

  g_array_sort (reasons, compare_reasons);
  g_array_set_size (reasons, MIN (reasons->len, SP_MAX_TAG_REASONS));
  return reasons;
}
