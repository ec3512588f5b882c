/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-category.h"
#include "sp-document-case.h"
#include "sp-finding.h"
#include "sp-sentence-context.h"
#include "sp-statement-case.h"

G_BEGIN_DECLS

/**
 * SpFindingNear:
 * @rules: (nullable) (element-type SpTokenRule): one must match in a sentence near by
 * @within: how many sentences away, in the same segment or one beside it
 */
typedef struct
{
  GPtrArray *rules;
  guint within;
} SpFindingNear;

/**
 * SpFindingVariant:
 * @contexts: one of these must hold, if any is named
 * @not_contexts: none of these may hold
 * @match: (element-type SpTokenRule): one must match in the sentence, if there are any
 * @unless: (element-type SpTokenRule): none may match in the sentence
 * @lacks: (array zero-terminated=1) (nullable): detectors that must fire nowhere in the document
 * @has: (array zero-terminated=1) (nullable): detectors of which one must fire somewhere in it
 */
typedef struct
{
  const char *id; /* interned */
  SpSeverity severity;
  char *explanation;
  SpContextSet contexts;
  SpContextSet not_contexts;
  GPtrArray *match;
  GPtrArray *unless;
  SpFindingNear near;
  GStrv lacks;
  GStrv has;
} SpFindingVariant;

/**
 * SpFindingRule:
 * @categories: the tags expected where it fires, a bit each; 0 for any
 * @allowed: contexts that do not keep it from firing
 * @first_inside: patterns from this index of the set on, up to @end_inside, count only in one of @inside
 * @end_always: patterns from @end_inside on up to here count whatever @also, @unless and @near say
 * @statements: what a statement of the sentence may say instead of a pattern
 *
 * A row of data/knowledge/findings.json or detectors.json, compiled; see sp_finding_rule_new().
 */
typedef struct
{
  SpDetector detector;
  guint32 categories;
  SpContextSet allowed;
  SpContextSet inside;
  guint first_inside;
  guint end_inside;
  guint end_always;
  GPtrArray *also;     /* (owned) (element-type SpTokenRule) */
  GPtrArray *unless;   /* (owned) (element-type SpTokenRule) */
  SpFindingNear near;
  GPtrArray *variants; /* (owned) (element-type SpFindingVariant) */
  GPtrArray *statements; /* (owned) (element-type SpStatementCase) */
  GPtrArray *cases;    /* (owned) (element-type SpDocumentCase): of what is judged by the whole document */
  GStrv lacks;         /* (owned) (nullable) */
  char *texts[6];      /* (owned): what @detector points to */
} SpFindingRule;

/**
 * SpFindingKnowledge:
 * @match: gains the patterns of each row
 * @ontology: (nullable)
 * @vocabulary: gains the words of each row
 *
 * What rows are compiled with.
 */
typedef struct
{
  SpRuleSet *match;
  const SpContextRules *contexts;
  const SpOntology *ontology;
  SpVocabulary *vocabulary;
} SpFindingKnowledge;

SpFindingRule *sp_finding_rule_new (const SpFindingKnowledge *knowledge, JsonObject *row,
                                    gboolean is_finding, guint owner, GError **error);
void           sp_finding_rule_free (SpFindingRule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFindingRule, sp_finding_rule_free)

G_END_DECLS
