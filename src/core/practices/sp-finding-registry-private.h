/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-contradiction-rules.h"
#include "sp-finding-registry.h"
#include "sp-finding-rule.h"
#include "sp-frame-lexicon.h"
#include "sp-polarity.h"

G_BEGIN_DECLS

SpFindingRegistry    *sp_finding_registry_new_from_json (JsonObject *classes, JsonObject *contexts,
                                                         JsonArray *rows, GError **error);
const SpVocabulary   *sp_finding_registry_get_vocabulary (const SpFindingRegistry *self);
const SpPolarity     *sp_finding_registry_get_polarity (const SpFindingRegistry *self);
const SpContextRules *sp_finding_registry_get_contexts (const SpFindingRegistry *self);
const SpContradictionRules *sp_finding_registry_get_contradictions (const SpFindingRegistry *self);
const SpRuleSet      *sp_finding_registry_get_match (const SpFindingRegistry *self);
const SpFrameLexicon *sp_finding_registry_get_frames (const SpFindingRegistry *self);
const SpFindingRule  *sp_finding_registry_get_rule (const SpFindingRegistry *self, guint index);

G_END_DECLS
