/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-coverage-state.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sp-words.h"

static const struct
{
  const char *title;
  const char *icon_name;
  const char *style_class;
} parts[] = {
  [SP_COVERAGE_STATED] = { N_("stated"), "sp-state-present-symbolic", "state-present" },
  [SP_COVERAGE_PARTLY] = { N_("partly stated"), "sp-state-partial-symbolic", "state-partial" },
  [SP_COVERAGE_NOT_FOUND] = { N_("not found"), "sp-state-absent-symbolic", "state-absent" },
  [SP_COVERAGE_NOT_APPLICABLE] = { N_("does not apply"), "sp-state-not-applicable-symbolic",
                                   "state-not-applicable" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (parts) == SP_N_COVERAGE_PARTS);

/**
 * sp_coverage_part_get_title:
 *
 * Returns: the word that goes with the colour, translated
 */
const char *
sp_coverage_part_get_title (SpCoveragePart part)
{
  return _(parts[part].title);
}

/**
 * sp_coverage_part_get_icon_name:
 *
 * Returns: a symbolic icon of our own
 */
const char *
sp_coverage_part_get_icon_name (SpCoveragePart part)
{
  return parts[part].icon_name;
}

/**
 * sp_coverage_part_get_style_class:
 *
 * Returns: the class that gives the hue
 */
const char *
sp_coverage_part_get_style_class (SpCoveragePart part)
{
  return parts[part].style_class;
}

static SpCoveragePart
part_for_state (SpAnswerState state)
{
  switch (state)
    {
    case SP_ANSWER_PRESENT:
    case SP_ANSWER_ANSWERED:
      return SP_COVERAGE_STATED;
    case SP_ANSWER_PARTIAL:
      return SP_COVERAGE_PARTLY;
    case SP_ANSWER_NOT_APPLICABLE:
      return SP_COVERAGE_NOT_APPLICABLE;
    case SP_ANSWER_ABSENT:
    case SP_ANSWER_UNKNOWN:
    default:
      return SP_COVERAGE_NOT_FOUND;
    }
}

static void
row_free (SpCoverageRow *row)
{
  g_free (row->title);
  g_free (row->article);
  g_free (row->spoken);
  g_ptr_array_unref (row->quotes);
  g_ptr_array_unref (row->near_miss);
  g_free (row->near_miss_reason);
  g_free (row->looked_for);
  g_free (row->note);
  g_free (row->common);
  g_free (row->source);
  g_free (row);
}

/* “86 % of policies state it (GDPR-200, 195 policies of 2024)” */
static char *
describe_prevalence (double prevalence, const char *set)
{
  if (isnan (prevalence) || set == NULL)
    return NULL;
  /* Translators: a share in per cent, and the name of the set of policies it was counted in */
  return g_strdup_printf (_("%.0f%% of policies state this (%s)"), floor (prevalence * 100 + 0.5), set);
}

static SpCoverageRow *
row_new (SpAnalysis *analysis, const SpPackInfo *pack, const SpPackAnswer *answer)
{
  const SpPackItem *item = answer->item;
  SpCoverageRow *row = g_new0 (SpCoverageRow, 1);
  const char *title = _(item->title);
  const char *part_title;

  row->part = part_for_state (answer->state);
  part_title = sp_coverage_part_get_title (row->part);
  row->title = g_strdup (title);
  /* Translators: an article of a law, and “stated”, “partly stated”, “not found” or “does not apply” */
  row->article = g_strdup_printf (_("%s · %s"), item->article, part_title);
  /* Translators: “stated” and the like, what is asked, and an article of a law */
  row->spoken = g_strdup_printf (_("%s: %s, %s"), part_title, title, item->article);
  row->quotes = sp_quotes_new (analysis, answer->evidence);
  row->near_miss =
    sp_quotes_new (analysis, row->part == SP_COVERAGE_NOT_FOUND ? answer->near_miss : NULL);
  row->near_miss_reason = sp_words_dup_translated (answer->near_miss_reason);
  if (row->part == SP_COVERAGE_NOT_FOUND || row->part == SP_COVERAGE_PARTLY)
    row->looked_for = sp_words_dup_translated (item->looked_for);
  row->note = sp_words_dup_translated (answer->note);
  row->common = describe_prevalence (item->prevalence, pack->prevalence_set);
  row->source = g_strdup (item->source);
  return row;
}

/**
 * sp_coverage_part_dup_count:
 *
 * Returns: (transfer full): “3 partly stated”
 */
char *
sp_coverage_part_dup_count (SpCoveragePart part, guint n)
{
  switch (part)
    {
    case SP_COVERAGE_STATED:
      return g_strdup_printf (_("%u stated"), n);
    case SP_COVERAGE_PARTLY:
      return g_strdup_printf (_("%u partly stated"), n);
    case SP_COVERAGE_NOT_FOUND:
      return g_strdup_printf (_("%u not found"), n);
    case SP_COVERAGE_NOT_APPLICABLE:
    default:
      return g_strdup_printf (ngettext ("%u does not apply", "%u do not apply", n), n);
    }
}

/* “14 stated, 3 partly stated, 4 not found, 2 do not apply”; the last only where there is any. */
static char *
describe_counts (const guint *counts)
{
  g_auto (GStrv) parts_in_words = g_new0 (char *, SP_N_COVERAGE_PARTS + 1);

  for (guint i = 0; i < SP_N_COVERAGE_PARTS; i++)
    if (i != SP_COVERAGE_NOT_APPLICABLE || counts[i] > 0)
      parts_in_words[i] = sp_coverage_part_dup_count (i, counts[i]);
  return g_strjoinv (", ", parts_in_words);
}

static char *
describe_in_force (const SpPackCoverage *coverage)
{
  g_autofree char *date = sp_words_dup_date (coverage->pack->in_force_from);

  if (date == NULL || coverage->in_force == SP_PACK_IN_FORCE)
    return NULL;
  if (coverage->in_force == SP_PACK_NOT_YET_IN_FORCE)
    /* Translators: %s is a date */
    return g_strdup_printf (_("This law was not yet in force at the date of this policy: it applies from %s."),
                            date);
  /* Translators: %s is a date */
  return g_strdup_printf (_("This law has been in force since %s; the date of this policy is not known."), date);
}

/**
 * sp_coverage_state_new:
 * @analysis: whose words are quoted
 * @coverage: one of its packs
 *
 * Returns: (transfer full): what the page shows of that law
 */
SpCoverageState *
sp_coverage_state_new (SpAnalysis *analysis, const SpPackCoverage *coverage)
{
  SpCoverageState *self = g_new0 (SpCoverageState, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < coverage->answers->len; i++)
    {
      SpCoverageRow *row =
        row_new (analysis, coverage->pack, g_ptr_array_index (coverage->answers, i));

      self->counts[row->part]++;
      g_ptr_array_add (self->rows, row);
    }
  self->summary = describe_counts (self->counts);
  if (coverage->suggested != NULL)
    /* Translators: %s is a reason, as “mentions the GDPR twice” */
    self->reason = g_strdup_printf (_("Suggested, because the text %s."), _(coverage->suggested));
  else
    self->reason = g_strdup (_("Nothing in the text points to this law; it may still apply."));
  self->in_force = describe_in_force (coverage);
  return self;
}

/**
 * sp_coverage_state_free:
 *
 * Frees what sp_coverage_state_new() returned.
 */
void
sp_coverage_state_free (SpCoverageState *self)
{
  g_free (self->summary);
  g_free (self->reason);
  g_free (self->in_force);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Where a pack stands: the lower the sooner. */
static guint
rank_pack (const SpPackCoverage *coverage, const char *const *first)
{
  guint n_first = 0;

  for (; first[n_first] != NULL; n_first++)
    if (g_str_equal (first[n_first], coverage->pack->id))
      return n_first;
  return coverage->suggested != NULL ? n_first : n_first + 1;
}

/**
 * sp_coverage_state_sort_packs:
 * @packs: (element-type SpPackCoverage)
 * @first: (array zero-terminated=1): ids of those that the reader wants first
 * @hidden: (array zero-terminated=1): ids of those that the reader does not want
 *
 * Returns: (transfer container) (element-type SpPackCoverage): those that the reader wants first, those
 *   that the text points to, the others, each part in its order
 */
GPtrArray *
sp_coverage_state_sort_packs (GPtrArray *packs, const char *const *first, const char *const *hidden)
{
  GPtrArray *sorted = g_ptr_array_new ();
  guint n_ranks = g_strv_length ((char **) first) + 2;

  for (guint rank = 0; rank < n_ranks; rank++)
    for (guint i = 0; i < packs->len; i++)
      {
        SpPackCoverage *coverage = g_ptr_array_index (packs, i);

        if (rank_pack (coverage, first) == rank && !g_strv_contains (hidden, coverage->pack->id))
          g_ptr_array_add (sorted, coverage);
      }
  return sorted;
}
