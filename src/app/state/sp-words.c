/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>

static const struct
{
  const char *title;
  const char *icon_name;
  const char *style_class;
} marks[] = {
  [SP_MARK_CRITICAL] = { N_("Critical"), "sp-severity-critical-symbolic", "mark-critical" },
  [SP_MARK_SERIOUS] = { N_("Serious"), "sp-severity-serious-symbolic", "mark-serious" },
  [SP_MARK_CAUTION] = { N_("Caution"), "sp-severity-caution-symbolic", "mark-caution" },
  [SP_MARK_NOT_SAID] = { N_("Not said"), "sp-severity-not-said-symbolic", "mark-not-said" },
  [SP_MARK_GOOD] = { N_("Good"), "sp-severity-good-symbolic", "mark-good" },
  [SP_MARK_NOTE] = { N_("Note"), "sp-severity-note-symbolic", "mark-note" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (marks) == SP_N_MARKS);

/**
 * sp_mark_from_severity:
 *
 * Returns: how a finding of that severity is marked
 */
SpMark
sp_mark_from_severity (SpSeverity severity)
{
  switch (severity)
    {
    case SP_SEVERITY_CRITICAL:
      return SP_MARK_CRITICAL;
    case SP_SEVERITY_SERIOUS:
      return SP_MARK_SERIOUS;
    case SP_SEVERITY_CAUTION:
      return SP_MARK_CAUTION;
    case SP_SEVERITY_GOOD:
      return SP_MARK_GOOD;
    case SP_SEVERITY_NOTE:
    default:
      return SP_MARK_NOTE;
    }
}

/**
 * sp_mark_get_title:
 *
 * Returns: the word that goes with the colour, translated
 */
const char *
sp_mark_get_title (SpMark mark)
{
  return _(marks[mark].title);
}

/**
 * sp_mark_get_icon_name:
 *
 * Returns: a symbolic icon of our own
 */
const char *
sp_mark_get_icon_name (SpMark mark)
{
  return marks[mark].icon_name;
}

/**
 * sp_mark_get_style_class:
 *
 * Returns: the class that gives the hue, also the name of that colour in style.css
 */
const char *
sp_mark_get_style_class (SpMark mark)
{
  return marks[mark].style_class;
}

/**
 * sp_category_dup_icon_name:
 *
 * Returns: (transfer full): a symbolic icon of our own
 */
char *
sp_category_dup_icon_name (SpCategory category)
{
  return g_strdup_printf ("sp-tag-%s-symbolic", sp_category_get_id (category));
}

/**
 * sp_category_dup_style_class:
 *
 * Returns: (transfer full): the class that gives the hue, also the name of that colour in style.css
 */
char *
sp_category_dup_style_class (SpCategory category)
{
  return g_strdup_printf ("tag-%s", sp_category_get_id (category));
}

/**
 * sp_words_dup_confidence:
 * @confidence: calibrated probability, 0..1
 *
 * Returns: (transfer full): what it means, as “about 9 in 10 such readings are right”
 */
char *
sp_words_dup_confidence (double confidence)
{
  int tenths = (int) floor (CLAMP (confidence, 0.0, 1.0) * 10 + 0.5);

  if (confidence >= 0.97)
    return g_strdup (_("nearly all such readings are right"));
  if (tenths >= 10)
    tenths = 9;
  if (tenths <= 3)
    return g_strdup (_("a guess: most such readings are wrong"));
  /* Translators: %d is 4 to 9 */
  return g_strdup_printf (_("about %d in 10 such readings are right"), tenths);
}

/**
 * sp_words_dup_grade:
 *
 * Returns: (transfer full): “Grade D, close to C”, “Grade D, uncertain” or “No grade”
 */
char *
sp_words_dup_grade (const SpScores *scores)
{
  g_autofree char *grade = NULL;

  if (scores->grade == 0)
    return g_strdup (_("No grade"));
  /* Translators: %c is a letter from A to E */
  grade = g_strdup_printf (_("Grade %c"), scores->grade);
  if (scores->grade_uncertain)
    /* Translators: %s is “Grade D” */
    return g_strdup_printf (_("%s, uncertain"), grade);
  if (scores->note != NULL)
    return g_strdup_printf ("%s, %s", grade, scores->note);
  return g_steal_pointer (&grade);
}

/**
 * sp_words_dup_date:
 * @date: (nullable): YYYY-MM-DD, YYYY-MM or YYYY
 *
 * Returns: (transfer full) (nullable): the date in the reader's language, @date itself where it has
 *   another form
 */
char *
sp_words_dup_date (const char *date)
{
  g_autoptr (GDateTime) time = NULL;
  guint year, month, day = 1;
  int n;

  if (date == NULL)
    return NULL;
  n = sscanf (date, "%4u-%2u-%2u", &year, &month, &day);
  if (n < 2)
    return g_strdup (date);
  time = g_date_time_new_local ((int) year, (int) month, (int) day, 0, 0, 0);
  if (time == NULL)
    return g_strdup (date);
  /* Translators: day month year, and month year, see g_date_time_format () */
  return g_date_time_format (time, n == 3 ? _("%-d %B %Y") : _("%B %Y"));
}

/**
 * sp_words_dup_capitalized:
 *
 * Returns: (transfer full): @text as a sentence begins
 */
char *
sp_words_dup_capitalized (const char *text)
{
  g_autofree char *first = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return *text != '\0' ? g_strconcat (first, g_utf8_next_char (text), NULL) : g_strdup (text);
}

/**
 * sp_words_dup_lower:
 *
 * Returns: (transfer full): @title as it stands within a sentence: “e-mail address”, but “IP address”
 */
char *
sp_words_dup_lower (const char *title)
{
  const char *second = g_utf8_next_char (title);
  g_autofree char *first = NULL;

  if (*title == '\0' || g_unichar_isupper (g_utf8_get_char (second)))
    return g_strdup (title);
  first = g_utf8_strdown (title, second - title);
  return g_strconcat (first, second, NULL);
}

/**
 * sp_words_dup_translated:
 * @text: (nullable): English, of the knowledge
 *
 * Returns: (transfer full) (nullable): its translation, where it has one; %NULL of nothing
 */
char *
sp_words_dup_translated (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (_(text)) : NULL;
}

/**
 * sp_words_dup_disclaimer:
 *
 * Returns: (transfer full): the line that stands below every result
 */
char *
sp_words_dup_disclaimer (void)
{
  /* Translators: %s is a version */
  return g_strdup_printf (_("Automated reading by fixed rules, version %s. "
                            "It may be wrong and is not legal advice."),
                          SP_VERSION);
}
