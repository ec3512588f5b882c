/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Detections that cannot both be meant: a pair of contradictions.json, one place on each side. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sp-contradiction-search-private.h"

static void
list_named (const GArray *detections, const SpDetectionName *name, GPtrArray *named)
{
  for (guint i = 0; i < detections->len && named->len < SP_CONTRADICTION_MAX_SIDE; i++)
    {
      SpDetection *detection = &g_array_index (detections, SpDetection, i);

      if (detection->confidence >= SP_CONTRADICTION_MIN_CONFIDENCE
          && sp_detection_name_matches (name, detection))
        g_ptr_array_add (named, detection);
    }
}

/* In the order of @names, each by place: what is named first says it best. */
static GPtrArray *
list_side (const GArray *detections, const GArray *names)
{
  GPtrArray *side = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    list_named (detections, &g_array_index (names, SpDetectionName, i), side);
  return side;
}

/* The surest two places, the first of equals. */
static double
choose_sides (const SpContradictionSearch *search, const SpContradictionPair *pair, GPtrArray *as,
              GPtrArray *bs, SpDetection **a, SpDetection **b)
{
  double best = 0.0;

  for (guint i = 0; i < as->len; i++)
    for (guint j = 0; j < bs->len; j++)
      {
        SpDetection *one = as->pdata[i], *other = bs->pdata[j];
        double sureness = MIN (one->confidence, other->confidence);

        if (sureness <= best || one->sentence == other->sentence
            || (!pair->adjacent
                && sp_contradiction_search_is_same_breath (search, one->sentence, other->sentence)))
          continue;
        best = sureness;
        *a = one;
        *b = other;
      }
  return best;
}

static void
find_pair (const SpContradictionSearch *search, const SpContradictionPair *pair)
{
  g_autoptr (GPtrArray) as = list_side (search->detections, pair->a);
  g_autoptr (GPtrArray) bs = list_side (search->detections, pair->b);
  SpDetection *a = NULL, *b = NULL;
  double sureness = choose_sides (search, pair, as, bs, &a, &b);

  if (a != NULL)
    sp_contradiction_search_add (search, pair->kind, g_strdup (_(pair->explanation)), a->evidence,
                                 b->evidence, MIN (sureness, pair->confidence));
}

/* Reports each pair of the rules that has both sides in the text, once. */
void
sp_contradiction_search_pairs (const SpContradictionSearch *self)
{
  GPtrArray *pairs = sp_contradiction_rules_get_pairs (self->rules);

  for (guint i = 0; i < pairs->len; i++)
    find_pair (self, pairs->pdata[i]);
}
