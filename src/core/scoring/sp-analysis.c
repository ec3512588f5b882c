/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-analysis-private.h"

#include <glib/gi18n-lib.h>

#include "sp-review-private.h"
#include "sp-statement-quote.h"

G_DEFINE_FINAL_TYPE (SpAnalysis, sp_analysis, G_TYPE_OBJECT)

static void
free_stages (SpAnalysis *self)
{
  g_clear_pointer (&self->assessment, sp_assessment_unref);
  g_clear_pointer (&self->practices, sp_practices_unref);
  g_clear_pointer (&self->tagging, sp_tagging_unref);
  g_clear_pointer (&self->segmentation, sp_segmentation_unref);
  g_clear_object (&self->document);
  g_clear_pointer (&self->source, sp_source_free);
  sp_facts_clear (&self->facts);
  sp_vagueness_clear (&self->vagueness);
  g_clear_pointer (&self->reference, sp_reference_unref);
  g_free (self->rubric_version);
  g_free (self->model_version);
}

static void
sp_analysis_finalize (GObject *object)
{
  SpAnalysis *self = SP_ANALYSIS (object);

  g_clear_pointer (&self->reviewed, sp_assessment_unref);
  g_clear_pointer (&self->overrides, sp_overrides_free);
  g_clear_pointer (&self->profile, sp_profile_unref);
  if (self->original == NULL)
    free_stages (self);
  g_clear_object (&self->original);
  G_OBJECT_CLASS (sp_analysis_parent_class)->finalize (object);
}

static void
sp_analysis_class_init (SpAnalysisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_analysis_finalize;
}

static void
sp_analysis_init (SpAnalysis *self)
{
}

/**
 * sp_analysis_get_source:
 *
 * Returns: (transfer none): the bytes as they came in
 */
const SpSource *
sp_analysis_get_source (SpAnalysis *self)
{
  return self->source;
}

SpDocument *
sp_analysis_get_document (SpAnalysis *self)
{
  return self->document;
}

SpSegmentation *
sp_analysis_get_segmentation (SpAnalysis *self)
{
  return self->segmentation;
}

SpTagging *
sp_analysis_get_tagging (SpAnalysis *self)
{
  return self->tagging;
}

SpPractices *
sp_analysis_get_practices (SpAnalysis *self)
{
  return self->practices;
}

SpAssessment *
sp_analysis_get_assessment (SpAnalysis *self)
{
  return self->assessment;
}

const SpFacts *
sp_analysis_get_facts (SpAnalysis *self)
{
  return &self->facts;
}

const SpReadability *
sp_analysis_get_readability (SpAnalysis *self)
{
  return &self->readability;
}

const SpVagueness *
sp_analysis_get_vagueness (SpAnalysis *self)
{
  return &self->vagueness;
}

/**
 * sp_analysis_get_reference:
 *
 * Returns: (transfer none): what the figures may be compared with
 */
const SpReference *
sp_analysis_get_reference (SpAnalysis *self)
{
  return self->reference;
}

/**
 * sp_analysis_get_language:
 *
 * Returns: (transfer none): ISO 639-1 code, or "und"
 */
const char *
sp_analysis_get_language (SpAnalysis *self)
{
  return self->language;
}

/**
 * sp_analysis_get_title:
 *
 * Returns: (transfer none): the document's title, else its file name
 */
const char *
sp_analysis_get_title (SpAnalysis *self)
{
  const char *title = sp_document_get_title (self->document);

  return title != NULL ? title : sp_document_get_name (self->document);
}

const char *
sp_analysis_get_rubric_version (SpAnalysis *self)
{
  return self->rubric_version;
}

/**
 * sp_analysis_get_model_version:
 *
 * Returns: (transfer none) (nullable): %NULL if cue words tagged
 */
const char *
sp_analysis_get_model_version (SpAnalysis *self)
{
  return self->model_version;
}

/**
 * sp_analysis_get_is_translated:
 *
 * Returns: whether there was a translation when it was made, so that its notes may be in that language
 */
gboolean
sp_analysis_get_is_translated (SpAnalysis *self)
{
  return self->is_translated;
}

const SpScores *
sp_analysis_get_scores (SpAnalysis *self)
{
  return sp_assessment_get_scores (self->assessment);
}

/**
 * sp_analysis_get_findings:
 *
 * Returns: (transfer none) (element-type SpFinding): by first place, then id
 */
GPtrArray *
sp_analysis_get_findings (SpAnalysis *self)
{
  return sp_practices_get_findings (self->practices);
}

/**
 * sp_analysis_get_answers:
 *
 * Returns: (transfer none) (element-type SpAnswer): in the rubric's order
 */
GPtrArray *
sp_analysis_get_answers (SpAnalysis *self)
{
  return sp_assessment_get_answers (self->assessment);
}

/**
 * sp_analysis_get_key_points:
 *
 * Returns: (transfer none) (element-type SpKeyPoint): at most ten
 */
GPtrArray *
sp_analysis_get_key_points (SpAnalysis *self)
{
  return sp_assessment_get_key_points (self->assessment);
}

/**
 * sp_analysis_get_statements:
 *
 * Returns: (transfer none) (element-type SpStatement): by place
 */
GPtrArray *
sp_analysis_get_statements (SpAnalysis *self)
{
  return sp_practices_get_statements (self->practices);
}

/**
 * sp_analysis_get_contradictions:
 *
 * Returns: (transfer none) (element-type SpContradiction): by kind, then by place
 */
GPtrArray *
sp_analysis_get_contradictions (SpAnalysis *self)
{
  return sp_practices_get_contradictions (self->practices);
}

/**
 * sp_analysis_get_data_map:
 *
 * Returns: (transfer none) (element-type SpDataFlow): in the order of the ontology
 */
GPtrArray *
sp_analysis_get_data_map (SpAnalysis *self)
{
  return sp_practices_get_data_map (self->practices);
}

/**
 * sp_analysis_get_packs:
 *
 * Returns: (transfer none) (element-type SpPackCoverage): of all packs, those that the text hints at first
 */
GPtrArray *
sp_analysis_get_packs (SpAnalysis *self)
{
  return sp_assessment_get_packs (self->assessment);
}

/**
 * sp_analysis_explain_tag:
 *
 * Returns: (transfer full) (element-type SpTagReason): which words of @segment speak for @category;
 *   see sp_tagging_explain()
 */
GArray *
sp_analysis_explain_tag (SpAnalysis *self, guint segment, SpCategory category)
{
  return sp_tagging_explain (self->tagging, segment, category);
}

/**
 * sp_analysis_dup_length_rank:
 * @others: (nullable): what those policies are called; %NULL: by their full name
 *
 * Places the length of the text among the policies that ours are compared with, for people.
 *
 * Returns: (transfer full) (nullable): as “longer than 95 % of …”, translated; %NULL for a text that
 *   is not in English, like those it would be compared with
 */
char *
sp_analysis_dup_length_rank (SpAnalysis *self, const char *others)
{
  int percentile = sp_reference_get_percentile (self->reference, "words", self->readability.words);

  if (percentile < 0 || !g_str_equal (self->language, "en"))
    return NULL;
  if (others == NULL)
    others = sp_reference_get_name (self->reference);
  if (percentile >= 100)
    /* Translators: the name of a set of policies. */
    return g_strdup_printf (_("longer than every one of %s"), others);
  if (percentile == 0)
    return g_strdup_printf (_("shorter than nearly all of %s"), others);
  /* Translators: a share of policies, and the name of a set of policies. */
  return g_strdup_printf (_("longer than %d%% of %s"), percentile, others);
}

/**
 * sp_analysis_locate_statement:
 *
 * Returns: where the sentence of @statement stands, or its clauses: what a reader wants to see whole
 */
SpEvidence
sp_analysis_locate_statement (SpAnalysis *self, const SpStatement *statement)
{
  return (SpEvidence) { statement->segment, sp_statement_get_quote (statement, self->segmentation) };
}

/**
 * sp_analysis_dup_quote:
 *
 * Returns: (transfer full): the quoted words, exactly as they stand in the text
 */
char *
sp_analysis_dup_quote (SpAnalysis *self, const SpEvidence *evidence)
{
  return sp_span_dup_text (evidence->span, sp_document_get_text (self->document, NULL));
}
