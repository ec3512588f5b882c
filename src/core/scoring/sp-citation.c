/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-citation.h"

/* Names beyond that share the last bit: no rule has so many. */
#define MAX_GROUPS 64

/* Places that overlap, as one: the strongest of them is quoted. */
typedef struct
{
  SpCitation best;
  SpSpan span;      /* of all of them */
  guint64 speaks;   /* for which groups */
  gboolean is_cited;
} Place;

/**
 * sp_citations_new:
 *
 * Returns: (transfer full) (element-type GArray): no groups yet
 */
GPtrArray *
sp_citations_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/**
 * sp_citations_add_group:
 *
 * Returns: (transfer none) (element-type SpCitation): an empty group, now the last of @groups
 */
GArray *
sp_citations_add_group (GPtrArray *groups)
{
  GArray *group = g_array_new (FALSE, FALSE, sizeof (SpCitation));

  g_ptr_array_add (groups, group);
  return group;
}

void
sp_citations_add (GArray *group, SpEvidence evidence, double strength)
{
  SpCitation citation = { evidence, strength };

  g_array_append_val (group, citation);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return sp_span_compare (((const Place *) a)->span, ((const Place *) b)->span);
}

static GArray *
list_places (GPtrArray *groups)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < groups->len; i++)
    {
      const GArray *group = groups->pdata[i];
      guint64 bit = G_GUINT64_CONSTANT (1) << MIN (i, MAX_GROUPS - 1);

      for (guint j = 0; j < group->len; j++)
        {
          SpCitation citation = g_array_index (group, SpCitation, j);
          Place place = { citation, citation.evidence.span, bit };

          g_array_append_val (places, place);
        }
    }
  g_array_sort (places, compare_places);
  return places;
}

static void
merge_into (Place *place, const Place *other)
{
  place->span.end = MAX (place->span.end, other->span.end);
  place->speaks |= other->speaks;
  if (other->best.strength > place->best.strength)
    place->best = other->best;
}

/* @places: by place; no words are quoted twice. */
static void
merge_overlapping (GArray *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      Place *last = n > 0 ? &g_array_index (places, Place, n - 1) : NULL;

      if (last != NULL && sp_span_overlaps (last->span, place->span))
        merge_into (last, place);
      else
        g_array_index (places, Place, n++) = *place;
    }
  g_array_set_size (places, n);
}

/* What has most to say of what is not yet said comes first, then what says it most surely, then what
 * speaks for the names that the rule begins with. */
static gboolean
is_better (const Place *place, const Place *than, guint64 said)
{
  guint64 news = place->speaks & ~said;
  guint64 other_news = than->speaks & ~said;
  int n = __builtin_popcountll (news) - __builtin_popcountll (other_news);

  if (n != 0)
    return n > 0;
  if (place->best.strength != than->best.strength)
    return place->best.strength > than->best.strength;
  return news != 0 && __builtin_ctzll (news) < __builtin_ctzll (other_news);
}

static Place *
find_best (GArray *places, guint64 said)
{
  Place *best = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      if (!place->is_cited && (best == NULL || is_better (place, best, said)))
        best = place;
    }
  return best;
}

static GArray *
choose (GPtrArray *groups, guint max, gboolean once)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  g_autoptr (GArray) places = list_places (groups);
  guint64 said = 0, all = 0;
  Place *best;

  merge_overlapping (places);
  for (guint i = 0; i < places->len; i++)
    all |= g_array_index (places, Place, i).speaks;

  while (chosen->len < max && !(once && chosen->len > 0 && said == all)
         && (best = find_best (places, said == all ? 0 : said)) != NULL)
    {
      g_array_append_val (chosen, best->best.evidence);
      best->is_cited = TRUE;
      said = said == all ? best->speaks : said | best->speaks;
    }
  return chosen;
}

/**
 * sp_citations_choose:
 * @groups: (element-type GArray): lists of #SpCitation
 *
 * Chooses what to quote: first the places that speak for most names, so that each name has its say
 * before any has a second one; and no words twice.
 *
 * Returns: (transfer full) (element-type SpEvidence): at most %SP_MAX_CITED, the best first
 */
GArray *
sp_citations_choose (GPtrArray *groups)
{
  return choose (groups, SP_MAX_CITED, FALSE);
}

/**
 * sp_citations_choose_once:
 * @groups: (element-type GArray): lists of #SpCitation
 *
 * As sp_citations_choose(), but no more than it takes for each name to have its say.
 *
 * Returns: (transfer full) (element-type SpEvidence): at most @max, the best first
 */
GArray *
sp_citations_choose_once (GPtrArray *groups, guint max)
{
  return choose (groups, max, TRUE);
}
