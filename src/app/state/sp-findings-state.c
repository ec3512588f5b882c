/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-findings-state.h"

#include <glib/gi18n.h>

#include "sp-shown.h"

static void
row_clear (gpointer data)
{
  SpFindingRow *row = data;

  g_free (row->title);
  g_free (row->explanation);
  g_free (row->why);
  g_free (row->advice);
  g_free (row->rule);
  g_free (row->key);
  g_ptr_array_unref (row->quotes);
  g_ptr_array_unref (row->near_miss);
  g_free (row->near_miss_reason);
}

/**
 * sp_finding_row_ref:
 *
 * Returns: (transfer full): the same row
 */
SpFindingRow *
sp_finding_row_ref (SpFindingRow *self)
{
  return g_rc_box_acquire (self);
}

/**
 * sp_finding_row_unref:
 *
 * Lets go of a row.
 */
void
sp_finding_row_unref (SpFindingRow *self)
{
  g_rc_box_release_full (self, row_clear);
}

static void
append_quotes (GString *key, const GPtrArray *quotes)
{
  for (guint i = 0; i < quotes->len; i++)
    sp_evidence_append_key (&((const SpQuote *) g_ptr_array_index (quotes, i))->evidence, key);
}

/* The advice comes with the id. */
static char *
dup_key (const SpFindingRow *row)
{
  GString *key = g_string_new (NULL);
  const char *const words[] = { row->id, row->title, row->explanation, row->why, row->rule, row->near_miss_reason };

  g_string_append_printf (key, "%d", row->mark);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_append_printf (key, "|%s", words[i] != NULL ? words[i] : "");
  append_quotes (key, row->quotes);
  g_string_append_c (key, '|');
  append_quotes (key, row->near_miss);
  return g_string_free (key, FALSE);
}

static void
group_free (SpFindingGroup *group)
{
  g_ptr_array_unref (group->rows);
  g_free (group);
}

static SpFindingRow *
row_for_finding (SpAnalysis *analysis, const SpFinding *finding)
{
  SpFindingRow *row = g_rc_box_new0 (SpFindingRow);
  g_autofree char *confidence = sp_words_dup_confidence (finding->confidence);

  row->is_finding = TRUE;
  row->mark = sp_mark_from_severity (finding->severity);
  row->id = finding->detector->id;
  row->title = g_strdup (_(finding->detector->title));
  row->explanation = sp_words_dup_translated (finding->explanation);
  row->why = sp_words_dup_translated (finding->detector->why);
  row->advice = sp_words_dup_translated (finding->detector->advice);
  row->quotes = sp_quotes_new (analysis, finding->evidence);
  row->near_miss = sp_quotes_new (analysis, NULL);
  /* Translators: the id of a rule, and how often it is right */
  row->rule = g_strdup_printf (_("Rule %s, %s"), row->id, confidence);
  row->key = dup_key (row);
  return row;
}

static SpFindingRow *
row_for_silence (SpAnalysis *analysis, const SpAnswer *answer)
{
  SpFindingRow *row = g_rc_box_new0 (SpFindingRow);
  g_autofree char *looked_for = sp_words_dup_translated (answer->question->looked_for);

  row->mark = SP_MARK_NOT_SAID;
  row->id = answer->question->id;
  row->title = g_strdup (_(answer->question->title));
  row->explanation = sp_words_dup_translated (answer->question->question);
  if (looked_for != NULL)
    /* Translators: %s is a description of the words that were looked for */
    row->why = g_strdup_printf (_("Looked for: %s"), looked_for);
  row->quotes = sp_quotes_new (analysis, NULL);
  row->near_miss = sp_quotes_new (analysis, answer->near_miss);
  row->near_miss_reason = sp_words_dup_translated (answer->near_miss_reason);
  /* Translators: %s is the id of a question */
  row->rule = g_strdup_printf (_("Question %s: the policy does not appear to say"), row->id);
  row->key = dup_key (row);
  return row;
}

/* The groups by mark, and at the end what was dismissed. */
#define N_GROUPS (SP_N_MARKS + 1)

static const char *
get_group_title (guint group)
{
  return group < SP_N_MARKS ? sp_mark_get_title (group) : _("Dismissed");
}

static void
take_row (SpFindingGroup *groups[N_GROUPS], guint group, SpFindingRow *row)
{
  if (groups[group] == NULL)
    {
      groups[group] = g_new0 (SpFindingGroup, 1);
      groups[group]->mark = row->mark;
      groups[group]->title = get_group_title (group);
      groups[group]->is_dismissed = group == SP_N_MARKS;
      groups[group]->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_finding_row_unref);
    }
  groups[group]->mark = MIN (groups[group]->mark, row->mark);
  g_ptr_array_add (groups[group]->rows, row);
}

/**
 * sp_findings_state_list_groups:
 *
 * Returns: (transfer full) (element-type SpFindingGroup): the groups that hold something, the gravest
 *   first, and at the end what the reader dismissed
 */
GPtrArray *
sp_findings_state_list_groups (SpAnalysis *analysis)
{
  GPtrArray *findings = sp_analysis_get_findings (analysis);
  GPtrArray *answers = sp_shown_get_answers (analysis);
  SpFindingGroup *groups[N_GROUPS] = { NULL };
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = g_ptr_array_index (findings, i);
      SpFindingRow *row = row_for_finding (analysis, finding);

      take_row (groups, sp_shown_is_dismissed (analysis, finding) ? SP_N_MARKS : row->mark, row);
    }
  for (guint i = 0; i < answers->len; i++)
    {
      const SpAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->state == SP_ANSWER_ABSENT && answer->weight > 0)
        take_row (groups, SP_MARK_NOT_SAID, row_for_silence (analysis, answer));
    }
  for (guint i = 0; i < N_GROUPS; i++)
    if (groups[i] != NULL)
      g_ptr_array_add (result, groups[i]);
  return result;
}
