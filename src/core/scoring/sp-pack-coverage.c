/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a policy says of all that a law wants said. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-near-miss.h"
#include "sp-pack-private.h"

static void
answer_free (SpPackAnswer *answer)
{
  g_array_unref (answer->evidence);
  g_array_unref (answer->near_miss);
  g_free (answer->note);
  g_free (answer);
}

static void
coverage_free (SpPackCoverage *coverage)
{
  g_ptr_array_unref (coverage->answers);
  g_free (coverage->suggested);
  g_free (coverage);
}

static SpPackAnswer *
answer_new (const SpPackEntry *entry, SpAnswerState state, const char *note)
{
  SpPackAnswer *answer = g_new0 (SpPackAnswer, 1);

  answer->item = &entry->item;
  answer->state = state;
  answer->evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  answer->near_miss = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  answer->note = note != NULL ? g_strdup (_(note)) : NULL;
  return answer;
}

/* Days are compared as texts; a policy that names only its year counts from the end of that year on. */
static SpPackInForce
compare_dates (const char *date, const char *in_force_from)
{
  if (date == NULL)
    return SP_PACK_DATE_UNKNOWN;
  return strncmp (date, in_force_from, strlen (date)) < 0 ? SP_PACK_NOT_YET_IN_FORCE : SP_PACK_IN_FORCE;
}

static SpPackAnswer *
answer_by_rule (const SpPackEntry *entry, const SpRule *rule, const SpObservations *observations)
{
  SpPackAnswer *answer = answer_new (entry, rule->state, rule->note);
  g_autoptr (GPtrArray) groups = sp_citations_new ();

  sp_condition_cite (rule->when, observations, groups);
  g_array_unref (answer->evidence);
  answer->evidence = sp_citations_choose (groups);
  return answer;
}

static SpPackAnswer *
answer_by_silence (const SpPackEntry *entry, const SpPackInput *input)
{
  const char *day = entry->item.in_force_from;
  SpPackAnswer *answer;

  if (day != NULL && compare_dates (input->date, day) == SP_PACK_NOT_YET_IN_FORCE)
    {
      answer = answer_new (entry, SP_ANSWER_NOT_APPLICABLE, NULL);
      answer->note = g_strdup_printf (_("Asked for since %s only."), day);
      return answer;
    }
  answer = answer_new (entry, SP_ANSWER_ABSENT, NULL);
  sp_near_miss_find (entry->sought, entry->near, input->observations, answer->near_miss,
                     &answer->near_miss_reason);
  return answer;
}

static SpPackAnswer *
answer_entry (const SpPackEntry *entry, const SpPackInput *input)
{
  if (entry->rules->len == 0
      || (entry->applies_when != NULL && !sp_condition_holds (entry->applies_when, input->observations)))
    return answer_new (entry, SP_ANSWER_NOT_APPLICABLE, entry->not_applicable_note);

  for (guint i = 0; i < entry->rules->len; i++)
    {
      const SpRule *rule = entry->rules->pdata[i];

      if (sp_condition_holds (rule->when, input->observations))
        return answer_by_rule (entry, rule, input->observations);
    }
  return answer_by_silence (entry, input);
}

static void
count_answer (SpPackCoverage *coverage, SpAnswerState state)
{
  coverage->n_present += state == SP_ANSWER_PRESENT;
  coverage->n_partial += state == SP_ANSWER_PARTIAL;
  coverage->n_absent += state == SP_ANSWER_ABSENT;
  coverage->n_not_applicable += state == SP_ANSWER_NOT_APPLICABLE;
}

static SpPackCoverage *
cover (const SpPack *pack, const SpPackInput *input)
{
  SpPackCoverage *coverage = g_new0 (SpPackCoverage, 1);

  coverage->pack = &pack->info;
  coverage->suggested = sp_pack_describe_hints (pack, input->text);
  coverage->in_force = compare_dates (input->date, pack->info.in_force_from);
  coverage->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  for (guint i = 0; i < pack->info.items->len; i++)
    {
      SpPackAnswer *answer = answer_entry (pack->info.items->pdata[i], input);

      g_ptr_array_add (coverage->answers, answer);
      count_answer (coverage, answer->state);
    }
  return coverage;
}

static void
add_if (GPtrArray *to, GPtrArray *from, gboolean suggested)
{
  for (guint i = 0; i < from->len; i++)
    if ((((SpPackCoverage *) from->pdata[i])->suggested != NULL) == suggested)
      g_ptr_array_add (to, from->pdata[i]);
}

/**
 * sp_pack_coverage_find:
 *
 * Looks for every item of every pack. Any thread.
 *
 * Returns: (transfer full) (element-type SpPackCoverage): those that the text hints at first; they point
 *   into @set
 */
GPtrArray *
sp_pack_coverage_find (const SpPackSet *set, const SpPackInput *input)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) coverage_free);

  for (guint i = 0; i < sp_pack_set_get_n_packs (set); i++)
    g_ptr_array_add (all, cover (sp_pack_set_get (set, i), input));
  add_if (sorted, all, TRUE);
  add_if (sorted, all, FALSE);
  return sorted;
}
