/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-facing.h"

#include <glib/gi18n.h>

#include "sp-words.h"

static void
facing_free (SpFacing *self)
{
  g_free (self->explanation);
  g_ptr_array_unref (self->quotes);
  g_free (self->rule);
  g_free (self);
}

/* By the first letter of the kind; X3 is a conflict of choices, X4 is a promise of text that is missing. */
static const char *
get_title (const char *kind)
{
  if (g_str_equal (kind, "X4"))
    return _("Announced, but not in this text");
  if (kind[0] == 'C' || g_str_equal (kind, "X3"))
    return _("Hard to reconcile");
  return _("Narrowed elsewhere");
}

static GPtrArray *
list_quotes (SpAnalysis *analysis, const SpContradiction *contradiction)
{
  g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));

  g_array_append_val (evidence, contradiction->a);
  if (!sp_span_contains (contradiction->a.span, contradiction->b.span))
    g_array_append_val (evidence, contradiction->b);
  return sp_quotes_new (analysis, evidence);
}

static SpFacing *
facing_new (SpAnalysis *analysis, const SpContradiction *contradiction)
{
  SpFacing *self = g_new0 (SpFacing, 1);
  g_autofree char *confidence = sp_words_dup_confidence (contradiction->confidence);

  self->title = get_title (contradiction->kind);
  self->explanation = sp_words_dup_translated (contradiction->explanation);
  self->quotes = list_quotes (analysis, contradiction);
  self->is_conflict = contradiction->kind[0] == 'C' || g_str_equal (contradiction->kind, "X3");
  /* Translators: the kind of a contradiction, as “C1”, and how often such a reading is right */
  self->rule = g_strdup_printf (_("Kind %s, %s"), contradiction->kind, confidence);
  return self;
}

/**
 * sp_facings_new:
 *
 * Returns: (transfer full) (element-type SpFacing): all that is hard to reconcile, the conflicts first
 */
GPtrArray *
sp_facings_new (SpAnalysis *analysis)
{
  GPtrArray *contradictions = sp_analysis_get_contradictions (analysis);
  GPtrArray *facings = g_ptr_array_new_with_free_func ((GDestroyNotify) facing_free);
  guint n_conflicts = 0;

  for (guint i = 0; i < contradictions->len; i++)
    {
      SpFacing *facing = facing_new (analysis, g_ptr_array_index (contradictions, i));

      g_ptr_array_insert (facings, facing->is_conflict ? (int) n_conflicts++ : -1, facing);
    }
  return facings;
}
