/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeps a grade down, each with its clauses. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sp-json-writer.h"
#include "sp-score-private.h"

static void
cap_free (SpCap *cap)
{
  g_free (cap->message);
  g_free (cap->reason);
  g_free (cap->terms);
  g_array_unref (cap->evidence);
  g_free (cap);
}

/* Whether the clause that speaks for @finding, its first, speaks for another that is listed. */
static gboolean
shares_clause (GPtrArray *listed, const SpFinding *finding)
{
  SpSpan span = g_array_index (finding->evidence, SpEvidence, 0).span;

  for (guint i = 0; i < listed->len; i++)
    {
      const SpFinding *other = listed->pdata[i];

      if (sp_span_overlaps (span, g_array_index (other->evidence, SpEvidence, 0).span))
        return TRUE;
    }
  return FALSE;
}

/* One clause is one term, whatever all is found in it. */
static GPtrArray *
list_findings (const SpCapRule *rule, GPtrArray *findings)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = findings->pdata[i];

      if (finding->severity == rule->severity && !shares_clause (found, finding))
        g_ptr_array_add (found, (gpointer) finding);
    }
  return found;
}

static gboolean
cap_holds (const SpCapRule *rule, const SpScores *scores, guint n_findings)
{
  if (rule->at_least > 0)
    return n_findings >= rule->at_least;
  if (!isnan (rule->transparency_below))
    return scores->dimensions[SP_DIMENSION_TRANSPARENCY] < rule->transparency_below;
  return sp_round (100 * scores->answered_share, 0) <= rule->answered_at_most;
}

static char *
join_titles (GPtrArray *findings)
{
  GString *titles;

  if (findings->len == 0)
    return NULL;
  titles = g_string_new (NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = findings->pdata[i];

      if (i > 0)
        g_string_append (titles, "; ");
      g_string_append (titles, _(finding->detector->title));
    }
  return g_string_free (titles, FALSE);
}

static SpCap *
cap_new (const char *id, const char *reason, GPtrArray *findings)
{
  SpCap *cap = g_new0 (SpCap, 1);
  g_autoptr (GPtrArray) groups = sp_citations_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = findings->pdata[i];
      GArray *group = sp_citations_add_group (groups);

      for (guint j = 0; j < finding->evidence->len; j++)
        sp_citations_add (group, g_array_index (finding->evidence, SpEvidence, j), finding->confidence);
    }
  cap->id = id;
  cap->reason = g_strdup (_(reason));
  cap->terms = join_titles (findings);
  /* Translators: why a grade is limited, and the titles of what limits it */
  cap->message = cap->terms != NULL ? g_strdup_printf (_("%s: %s"), cap->reason, cap->terms) : g_strdup (cap->reason);
  cap->evidence = sp_citations_choose (groups);
  return cap;
}

/* What the reader will not have, by the grade that it leaves. */
static void
add_deal_breakers (const SpScoreInput *input, const SpScores *scores, char grade, GPtrArray *caps,
                   char *at_most)
{
  static const char *const reasons[] = {
    N_("At most D, because of what you will not have"),
    N_("At most E, because of what you will not have"),
  };
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < input->findings->len; i++)
    {
      const SpFinding *finding = input->findings->pdata[i];

      /* Its milder forms, as a denial or what is done to anonymous data only, break no deal. */
      if (finding->severity <= SP_SEVERITY_CAUTION
          && sp_profile_get_deal_breaker (input->profile, finding->detector->id) == grade)
        g_ptr_array_add (found, (gpointer) finding);
    }
  if (found->len == 0)
    return;
  if (grade > scores->grade)
    g_ptr_array_add (caps, cap_new ("deal-breaker", reasons[grade - 'D'], found));
  *at_most = MAX (*at_most, grade);
}

/**
 * sp_caps_find:
 * @scores: with the grade that the sums alone give
 * @at_most: (out): the best grade that is left, or 0
 *
 * Returns: (transfer full) (element-type SpCap): those that lower the grade or cast doubt on it
 */
GPtrArray *
sp_caps_find (const SpRubric *rubric, const SpScoreInput *input, const SpScores *scores, char *at_most)
{
  GPtrArray *caps = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_free);

  *at_most = 0;
  for (guint i = 0; i < rubric->grading.caps->len; i++)
    {
      const SpCapRule *rule = &g_array_index (rubric->grading.caps, SpCapRule, i);
      g_autoptr (GPtrArray) found = rule->at_least > 0 ? list_findings (rule, input->findings)
                                                       : g_ptr_array_new ();

      if (!cap_holds (rule, scores, found->len))
        continue;
      if (rule->at_most == 0 || rule->at_most > scores->grade)
        g_ptr_array_add (caps, cap_new (rule->id, rule->message, found));
      *at_most = MAX (*at_most, rule->at_most);
    }
  for (char grade = 'E'; input->profile != NULL && grade >= 'D'; grade--)
    add_deal_breakers (input, scores, grade, caps, at_most);
  return caps;
}
