/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-assessment.h"
#include "sp-reference.h"
#include "sp-source.h"

G_BEGIN_DECLS

/**
 * SpAnalysis:
 *
 * The whole result for one document. Immutable; any thread.
 */
#define SP_TYPE_ANALYSIS (sp_analysis_get_type ())
SP_EXPORT GType sp_analysis_get_type (void);
G_DECLARE_FINAL_TYPE (SpAnalysis, sp_analysis, SP, ANALYSIS, GObject)

SP_EXPORT const SpSource      *sp_analysis_get_source (SpAnalysis *self);
SP_EXPORT SpDocument          *sp_analysis_get_document (SpAnalysis *self);
SP_EXPORT SpSegmentation      *sp_analysis_get_segmentation (SpAnalysis *self);
SP_EXPORT SpTagging           *sp_analysis_get_tagging (SpAnalysis *self);
SP_EXPORT SpPractices         *sp_analysis_get_practices (SpAnalysis *self);
SP_EXPORT SpAssessment        *sp_analysis_get_assessment (SpAnalysis *self);
SP_EXPORT const SpFacts       *sp_analysis_get_facts (SpAnalysis *self);
SP_EXPORT const SpReadability *sp_analysis_get_readability (SpAnalysis *self);
SP_EXPORT const SpVagueness   *sp_analysis_get_vagueness (SpAnalysis *self);
SP_EXPORT const SpReference   *sp_analysis_get_reference (SpAnalysis *self);
SP_EXPORT const char          *sp_analysis_get_language (SpAnalysis *self);
SP_EXPORT const char          *sp_analysis_get_title (SpAnalysis *self);
SP_EXPORT const char          *sp_analysis_get_rubric_version (SpAnalysis *self);
SP_EXPORT const char          *sp_analysis_get_model_version (SpAnalysis *self);
SP_EXPORT gboolean             sp_analysis_get_is_translated (SpAnalysis *self);

/* What most callers want of the parts, in one step. */
SP_EXPORT const SpScores *sp_analysis_get_scores (SpAnalysis *self);
SP_EXPORT GPtrArray      *sp_analysis_get_findings (SpAnalysis *self);
SP_EXPORT GPtrArray      *sp_analysis_get_answers (SpAnalysis *self);
SP_EXPORT GPtrArray      *sp_analysis_get_key_points (SpAnalysis *self);
SP_EXPORT GPtrArray      *sp_analysis_get_statements (SpAnalysis *self);
SP_EXPORT GPtrArray      *sp_analysis_get_contradictions (SpAnalysis *self);
SP_EXPORT GPtrArray      *sp_analysis_get_data_map (SpAnalysis *self);
SP_EXPORT GPtrArray      *sp_analysis_get_packs (SpAnalysis *self);
SP_EXPORT GArray         *sp_analysis_explain_tag (SpAnalysis *self, guint segment,
                                                   SpCategory category);
SP_EXPORT char           *sp_analysis_dup_length_rank (SpAnalysis *self, const char *others);
SP_EXPORT char           *sp_analysis_dup_quote (SpAnalysis *self, const SpEvidence *evidence);
SP_EXPORT SpEvidence      sp_analysis_locate_statement (SpAnalysis *self, const SpStatement *statement);

/* The same analysis through the eyes of a reader. */
SP_EXPORT SpAnalysis     *sp_analysis_review (SpAnalysis *self, SpReview *review, SpProfile *profile);
SP_EXPORT SpReview       *sp_analysis_get_review (SpAnalysis *self);
SP_EXPORT SpProfile      *sp_analysis_get_profile (SpAnalysis *self);
SP_EXPORT SpAssessment   *sp_analysis_get_reviewed_assessment (SpAnalysis *self);
SP_EXPORT const SpScores *sp_analysis_get_reviewed_scores (SpAnalysis *self);
SP_EXPORT GPtrArray      *sp_analysis_get_reviewed_answers (SpAnalysis *self);
SP_EXPORT gboolean        sp_analysis_is_dismissed (SpAnalysis *self, const char *finding, SpSpan span);
SP_EXPORT gboolean        sp_analysis_is_finding_dismissed (SpAnalysis *self, const SpFinding *finding);
SP_EXPORT gboolean        sp_analysis_get_corrected_tags (SpAnalysis *self, guint segment,
                                                          guint *categories);
SP_EXPORT guint           sp_analysis_get_n_unplaced (SpAnalysis *self);

G_END_DECLS
