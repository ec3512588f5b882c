/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-report.h"

G_BEGIN_DECLS

/**
 * SpReportModel:
 * @findings: (element-type SpFinding): of each severity, by place
 * @limits: (element-type SpCap): what limits the grade; doubt is not among them, it is said by
 *   sp_report_model_dup_confidence()
 * @not_said: (element-type SpAnswer): what Transparency looked for in vain, the weightiest first
 * @packs: (element-type SpPackCoverage): those that the text hints at, and those that were asked
 *   for, without the hidden ones
 * @is_judged: whether there is a grade; if not, people are shown no scores either, which would look like a
 *   judgement of a text that is too short or of another kind
 * @n_clauses: segments that were judged at all
 * @n_tagged: of those, how many carry each tag (weak guesses are not counted)
 * @n_protection: questions of Protection that apply
 * @n_unanswered: of those, how many no clause answers
 *
 * An analysis sorted the way people read it. The formats take it from here, so that they show the
 * same things under the same names and compute nothing.
 */
typedef struct
{
  SpAnalysis *analysis;                 /* (owned) */
  GPtrArray *findings[SP_N_SEVERITIES]; /* (owned) */
  GPtrArray *limits;                    /* (owned) */
  GPtrArray *not_said;                  /* (owned) */
  GPtrArray *packs;                     /* (owned) */
  gboolean is_judged;
  guint n_clauses;
  guint n_tagged[SP_N_CATEGORIES];
  guint n_protection;
  guint n_unanswered;
} SpReportModel;

SpReportModel *sp_report_model_new (SpAnalysis *analysis, const SpReportOptions *options);
void           sp_report_model_free (SpReportModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpReportModel, sp_report_model_free)

char *sp_report_model_dup_grade (const SpReportModel *self);
char *sp_report_model_dup_reviewed_grade (const SpReportModel *self);
char *sp_report_model_dup_reviewed_scores (const SpReportModel *self);
char *sp_report_model_dup_confidence (const SpReportModel *self);
char *sp_report_model_dup_origin (const SpReportModel *self);
char *sp_report_model_dup_remark (const SpReportModel *self, SpDimension dimension);
char *sp_report_model_dup_quote (const SpReportModel *self, const SpEvidence *evidence,
                                 guint max_characters);
char *sp_report_model_dup_place (const SpReportModel *self, const SpEvidence *evidence);

char       *sp_report_dup_finding_label (const SpReportModel *self, const SpFinding *finding);
const char *sp_report_get_explanation (const SpFinding *finding);
const char *sp_report_get_severity_heading (SpSeverity severity);
char       *sp_report_dup_footer (void);
char       *sp_report_format_score (double score);
char       *sp_report_format_points (double points);
char       *sp_report_format_count (guint count);

G_END_DECLS
