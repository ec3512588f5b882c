/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is hard to reconcile in one document, by kind and place. */

#include "sp-contradiction-finder.h"

#include <string.h>

#include "sp-contradiction-search-private.h"

/* A general sentence and its exception often follow each other: they are read as one. */
#define SAME_BREATH 1

/* Whether nobody would take sentences @a and @b for two places of the text. */
gboolean
sp_contradiction_search_is_same_breath (const SpContradictionSearch *self, guint a, guint b)
{
  guint distance = MAX (a, b) - MIN (a, b);

  return distance == 0
         || (distance <= SAME_BREATH && self->sentences[a].segment == self->sentences[b].segment);
}

/* @explanation: (transfer full) */
void
sp_contradiction_search_add (const SpContradictionSearch *self, const char *kind, char *explanation,
                             SpEvidence a, SpEvidence b, double confidence)
{
  SpContradiction *contradiction = g_new0 (SpContradiction, 1);

  contradiction->kind = kind;
  contradiction->explanation = explanation;
  contradiction->a = a;
  contradiction->b = b;
  contradiction->confidence = confidence;
  g_ptr_array_add (self->found, contradiction);
}

static int
compare_contradictions (gconstpointer a, gconstpointer b)
{
  const SpContradiction *one = *(SpContradiction *const *) a;
  const SpContradiction *other = *(SpContradiction *const *) b;
  int order = strcmp (one->kind, other->kind);

  if (order == 0)
    order = sp_span_compare (one->a.span, other->a.span);
  return order != 0 ? order : sp_span_compare (one->b.span, other->b.span);
}

/* A statement and a pair of detectors may see the same two places. Of one denial the gravest conflict is
 * enough: that it also has exceptions is no news then. */
static void
drop_repeated (GPtrArray *found)
{
  for (guint i = found->len; i-- > 1;)
    for (guint j = 0; j < i; j++)
      {
        const SpContradiction *one = found->pdata[i], *other = found->pdata[j];

        if (sp_span_overlaps (one->b.span, other->b.span)
            && (sp_span_overlaps (one->a.span, other->a.span) || g_str_equal (one->kind, "X1")))
          {
            g_ptr_array_remove_index (found, i);
            break;
          }
      }
}

/**
 * sp_contradictions_find:
 * @statements: (element-type SpStatement)
 * @detections: (element-type SpDetection)
 *
 * Looks for places that are hard to reconcile: statements that differ in sign, pairs of detections, and
 * announcements that the text breaks itself.
 *
 * Source: section 5 of the rubric.
 *
 * Returns: (transfer full) (element-type SpContradiction): by kind, then by place
 */
GPtrArray *
sp_contradictions_find (const SpContradictionRules *rules, SpSegmentation *segmentation,
                        GPtrArray *statements, const GArray *detections)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_contradiction_free);
  guint n_sentences;
  const SpSentence *sentences = sp_segmentation_get_sentences (segmentation, &n_sentences);
  SpContradictionSearch search = { rules, segmentation, sentences, detections, found };

  sp_contradiction_search_statements (&search, statements);
  sp_contradiction_search_pairs (&search);
  sp_contradiction_search_announcements (&search);
  g_ptr_array_sort (found, compare_contradictions);
  drop_repeated (found);
  return found;
}
