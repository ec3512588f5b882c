/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages show of an analysis: as the reader reviewed it, where there is a review. */
#include "config.h"

#include "sp-shown.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sp-words.h"

/**
 * sp_shown_is_read:
 *
 * Returns: whether the rules read the language of the text; if not, nothing was looked for
 */
gboolean
sp_shown_is_read (SpAnalysis *analysis)
{
  return g_str_equal (sp_analysis_get_language (analysis), "en");
}

/**
 * sp_shown_explain_nothing:
 * @usual: what it means that nothing was found
 *
 * Returns: (transfer none): @usual, or that nobody looked
 */
const char *
sp_shown_explain_nothing (SpAnalysis *analysis, const char *usual)
{
  return sp_shown_is_read (analysis)
           ? usual
           : _("Nothing was looked for: the rules read only English. The text stands under Clauses.");
}

/**
 * sp_shown_get_scores:
 *
 * Returns: (transfer none): as reviewed, else as analysed
 */
const SpScores *
sp_shown_get_scores (SpAnalysis *analysis)
{
  const SpScores *reviewed = sp_analysis_get_reviewed_scores (analysis);

  return reviewed != NULL ? reviewed : sp_analysis_get_scores (analysis);
}

/**
 * sp_shown_get_answers:
 *
 * Returns: (transfer none) (element-type SpAnswer): as reviewed, else as analysed
 */
GPtrArray *
sp_shown_get_answers (SpAnalysis *analysis)
{
  GPtrArray *reviewed = sp_analysis_get_reviewed_answers (analysis);

  return reviewed != NULL ? reviewed : sp_analysis_get_answers (analysis);
}

/**
 * sp_shown_get_key_points:
 *
 * Returns: (transfer none) (element-type SpKeyPoint): as reviewed, else as analysed
 */
GPtrArray *
sp_shown_get_key_points (SpAnalysis *analysis)
{
  SpAssessment *reviewed = sp_analysis_get_reviewed_assessment (analysis);

  return reviewed != NULL ? sp_assessment_get_key_points (reviewed) : sp_analysis_get_key_points (analysis);
}

/**
 * sp_shown_is_dismissed:
 *
 * Returns: whether the reader says that @finding is wrong
 */
gboolean
sp_shown_is_dismissed (SpAnalysis *analysis, const SpFinding *finding)
{
  SpReview *review = sp_analysis_get_review (analysis);

  return review != NULL && sp_review_is_dismissed (review, finding->detector->id);
}

/**
 * sp_shown_dup_review:
 *
 * Returns: (transfer full) (nullable): grade and score as analysed and as reviewed, if there is a review
 */
char *
sp_shown_dup_review (SpAnalysis *analysis)
{
  const SpScores *before = sp_analysis_get_scores (analysis);
  const SpScores *after = sp_analysis_get_reviewed_scores (analysis);
  g_autofree char *before_grade = sp_words_dup_grade (before);
  g_autofree char *after_grade = after != NULL ? sp_words_dup_grade (after) : NULL;

  if (after == NULL)
    return NULL;
  if (isnan (before->overall) || isnan (after->overall))
    /* Translators: two grades, as “Grade D” */
    return g_strdup_printf (_("As analysed: %s. As reviewed by you: %s."), before_grade, after_grade);
  /* Translators: twice a grade, as “Grade D”, and the overall score from 0 to 100 */
  return g_strdup_printf (_("As analysed: %s, %.1f. As reviewed by you: %s, %.1f."), before_grade,
                          before->overall, after_grade, after->overall);
}
