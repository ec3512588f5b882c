/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-packs-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sp-json-writer.h"

/* “14 stated, 3 partly stated, 4 not found, 2 do not apply” */
char *
sp_report_dup_pack_counts (const SpPackCoverage *coverage)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("%u stated"), coverage->n_present);
  g_string_append (text, ", ");
  g_string_append_printf (text, _("%u partly stated"), coverage->n_partial);
  g_string_append (text, ", ");
  g_string_append_printf (text, _("%u not found"), coverage->n_absent);
  if (coverage->n_not_applicable > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u does not apply", "%u do not apply",
                                           coverage->n_not_applicable),
                              coverage->n_not_applicable);
    }
  return g_string_free (text, FALSE);
}

/* Why this law is looked at, and whether it was in force then. */
char *
sp_report_dup_pack_reason (const SpPackCoverage *coverage)
{
  GString *text = g_string_new (NULL);

  if (coverage->suggested != NULL)
    /* Translators: %s is, for instance, “mentions the GDPR twice”. */
    g_string_append_printf (text, _("Suggested, because the text %s."), coverage->suggested);
  else
    g_string_append (text, _("Nothing in the text points to this law; it may still apply."));
  if (coverage->in_force == SP_PACK_NOT_YET_IN_FORCE)
    {
      g_string_append_c (text, ' ');
      /* Translators: %s is a date. */
      g_string_append_printf (
        text, _("This law was not yet in force at the date of this policy: it applies from %s."),
        coverage->pack->in_force_from);
    }
  return g_string_free (text, FALSE);
}

/* “Right of access (13(2)(b), 14(2)(c); 15)” */
char *
sp_report_dup_pack_item (const SpPackAnswer *answer)
{
  /* Translators: what a law wants said, and the article. */
  return g_strdup_printf (_("%s (%s)"), _(answer->item->title), answer->item->article);
}

/* How many policies of the set say it; %NULL where that was not measured. */
char *
sp_report_dup_pack_common (const SpPackCoverage *coverage, const SpPackAnswer *answer)
{
  if (isnan (answer->item->prevalence) || coverage->pack->prevalence_set == NULL)
    return NULL;
  /* Translators: a share, and the name of a set of policies. */
  return g_strdup_printf (_("%d%% of policies state this (%s)"),
                          (int) sp_round (answer->item->prevalence * 100, 0),
                          _(coverage->pack->prevalence_set));
}

/* Stands beside every list of what a law wants said. */
const char *
sp_report_get_pack_caution (void)
{
  return _("What the text mentions. Not a legal opinion.");
}
