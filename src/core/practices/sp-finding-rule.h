/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-category.h"
#include "sp-document-case.h"
#include "sp-finding.h"
#include "sp-sentence-context.h"

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
} SpFindingVariant;

/**
 * SpFindingRule:
 * @categories: the tags expected where it fires, a bit each; 0 for any
 * @allowed: contexts that do not keep it from firing
 * @first_inside: patterns from this index of the set on, up to @end_inside, count only in one of @inside
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
  GPtrArray *also;     /* (owned) (element-type SpTokenRule) */
  GPtrArray *unless;   /* (owned) (element-type SpTokenRule) */
  SpFindingNear near;
  GPtrArray *variants; /* (owned) (element-type SpFindingVariant) */
  GPtrArray *cases;    /* (owned) (element-type SpDocumentCase): of what is judged by the whole document */
  GStrv lacks;         /* (owned) (nullable) */
  char *texts[6];      /* (owned): what @detector points to */
} SpFindingRule;

SpFindingRule *sp_finding_rule_new (JsonObject *row, gboolean is_finding, guint owner, SpRuleSet *match,
                                    const SpContextRules *contexts, SpVocabulary *vocabulary,
                                    GError **error);
void           sp_finding_rule_free (SpFindingRule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFindingRule, sp_finding_rule_free)

G_END_DECLS
