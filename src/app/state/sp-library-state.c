/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-library-state.h"

#include <glib/gi18n.h>

#include "sp-words.h"

/**
 * sp_policy_facts_dup_title:
 *
 * Returns: (transfer full): its title, else the name of its file
 */
char *
sp_policy_facts_dup_title (const SpPolicyFacts *facts)
{
  if (facts->title != NULL && *facts->title != '\0')
    return g_strdup (facts->title);
  if (facts->name != NULL && *facts->name != '\0')
    return g_strdup (facts->name);
  return g_strdup (_("Untitled Policy"));
}

/**
 * sp_policy_facts_dup_subtitle:
 *
 * Returns: (transfer full): “example.org · 2 January 2020”, or the name of the file where neither is
 *   known
 */
char *
sp_policy_facts_dup_subtitle (const SpPolicyFacts *facts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = sp_policy_facts_dup_title (facts);

  if (facts->domain != NULL && *facts->domain != '\0')
    g_ptr_array_add (parts, g_strdup (facts->domain));
  if (facts->date != NULL && *facts->date != '\0')
    g_ptr_array_add (parts, sp_words_dup_date (facts->date));
  if (parts->len == 0 && facts->name != NULL && g_strcmp0 (facts->name, title) != 0)
    g_ptr_array_add (parts, g_strdup (facts->name));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * sp_policy_facts_dup_letter:
 *
 * Returns: (transfer full): “D”, “D?” or “–”
 */
char *
sp_policy_facts_dup_letter (const SpPolicyFacts *facts)
{
  if (facts->grade == 0)
    return g_strdup ("–");
  return g_strdup_printf ("%c%s", facts->grade, facts->grade_uncertain ? "?" : "");
}

/**
 * sp_policy_facts_dup_spoken:
 *
 * Returns: (transfer full): the whole row as one sentence for assistive technology
 */
char *
sp_policy_facts_dup_spoken (const SpPolicyFacts *facts)
{
  g_autofree char *title = sp_policy_facts_dup_title (facts);
  g_autofree char *subtitle = sp_policy_facts_dup_subtitle (facts);
  SpScores scores = { .grade = facts->grade, .grade_uncertain = facts->grade_uncertain };
  g_autofree char *grade = sp_words_dup_grade (&scores);

  if (*subtitle == '\0')
    return g_strdup_printf ("%s, %s", title, grade);
  return g_strdup_printf ("%s, %s, %s", title, grade, subtitle);
}

/**
 * sp_library_state_dup_found:
 * @has_more: there are more than those
 *
 * Returns: (transfer full): how many policies a search in the library found, in words
 */
char *
sp_library_state_dup_found (guint n_hits, gboolean has_more)
{
  if (n_hits == 0)
    return g_strdup (_("Not found in any policy"));
  if (has_more)
    /* Translators: how many policies a search in the library shows, of more that it found */
    return g_strdup_printf (ngettext ("Found in more than %u policy", "Found in more than %u policies", n_hits),
                            n_hits);
  /* Translators: how many policies a search in the library found */
  return g_strdup_printf (ngettext ("Found in %u policy", "Found in %u policies", n_hits), n_hits);
}
