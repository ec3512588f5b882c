/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-glance-state.h"
#include "sp-point.h"

G_BEGIN_DECLS

/**
 * SpScoreLine:
 * @value: 0..100, or NaN
 * @low: lower end of the range, @value where there is none
 * @high: its upper end
 * @text: “Protection: 38 of 100”
 * @note: a few words beside it
 */
typedef struct
{
  SpDimension dimension;
  double value;
  double low;
  double high;
  char *text;
  char *note;
} SpScoreLine;

/**
 * SpDocumentFact:
 *
 * What is known of the document itself, as “Last updated”, “2 January 2020”.
 */
typedef struct
{
  const char *title;
  char *value;
} SpDocumentFact;

/**
 * SpOverviewList:
 * @SP_OVERVIEW_KEY_POINTS: what the policy says
 * @SP_OVERVIEW_WATCH_OUT: what warns
 * @SP_OVERVIEW_PROMISES: what is good
 * @SP_OVERVIEW_NOT_SAID: what it is silent about
 *
 * The lists of the overview.
 */
typedef enum
{
  SP_OVERVIEW_KEY_POINTS,
  SP_OVERVIEW_WATCH_OUT,
  SP_OVERVIEW_PROMISES,
  SP_OVERVIEW_NOT_SAID,
  SP_N_OVERVIEW_LISTS,
} SpOverviewList;

/**
 * SpOverviewState:
 * @letter: "A" to "E", or "–"
 * @grade_class: style class of the badge
 * @grade: “Grade D, close to C”
 * @is_graded: whether there is a grade; else there are no scores either
 * @confidence: (nullable): how sure the grade is, as “High confidence”
 * @review: (nullable): grade and score as analysed, if they are shown as reviewed
 * @limits: (element-type SpPoint): what caps the grade, or why there is none
 * @scores: empty without a grade
 * @comparison: (nullable): which policies scores are compared with
 * @nothing: (nullable): what stands in the place of a list that is empty; without a grade it is left out
 *
 * What the overview shows of one analysis.
 */
typedef struct
{
  char *letter;
  const char *grade_class;
  char *grade;
  gboolean is_graded;
  char *confidence;
  char *title;
  char *meta;
  char *review;
  GPtrArray *limits;
  SpScoreLine scores[SP_N_DIMENSIONS];
  char *comparison;
  char *nothing[SP_N_OVERVIEW_LISTS];
  GPtrArray *key_points; /* (owned) (element-type SpPoint) */
  GPtrArray *watch_out;  /* (owned) (element-type SpPoint) */
  GPtrArray *promises;   /* (owned) (element-type SpPoint) */
  GPtrArray *not_said;   /* (owned) (element-type SpPoint) */
  GPtrArray *glance;     /* (owned) (element-type SpGlanceRow): empty while no data is named */
  GPtrArray *facts;      /* (owned) (element-type SpDocumentFact) */
} SpOverviewState;

SpOverviewState *sp_overview_state_new (SpAnalysis *analysis);
void             sp_overview_state_free (SpOverviewState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpOverviewState, sp_overview_state_free)

const char *sp_grade_get_style_class (char grade);

G_END_DECLS
