/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-lexicon.h"
#include "sp-pack-set.h"
#include "sp-reference.h"
#include "sp-rubric.h"
#include "sp-tagger.h"

G_BEGIN_DECLS

/**
 * SpKnowledge:
 *
 * Everything under data/knowledge, and the tagger. Loaded once, immutable, any thread.
 */
SP_EXPORT SpKnowledge *sp_knowledge_new (const char *model_path, GError **error);
SP_EXPORT SpKnowledge *sp_knowledge_new_with_packs (const char *model_path, const char *const *pack_files,
                                                   GError **error);
SP_EXPORT SpKnowledge *sp_knowledge_ref (SpKnowledge *self);
SP_EXPORT void         sp_knowledge_unref (SpKnowledge *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpKnowledge, sp_knowledge_unref)

SP_EXPORT const SpLexicon         *sp_knowledge_get_vague_terms (const SpKnowledge *self);
SP_EXPORT const SpLexicon         *sp_knowledge_get_fact_cues (const SpKnowledge *self);
SP_EXPORT const SpReference       *sp_knowledge_get_reference (const SpKnowledge *self);
SP_EXPORT const SpTagger          *sp_knowledge_get_tagger (const SpKnowledge *self);
SP_EXPORT const SpFindingRegistry *sp_knowledge_get_registry (const SpKnowledge *self);
SP_EXPORT const SpRubric          *sp_knowledge_get_rubric (const SpKnowledge *self);
SP_EXPORT const SpPackSet         *sp_knowledge_get_packs (const SpKnowledge *self);
SP_EXPORT const char *const       *sp_knowledge_get_refused_packs (const SpKnowledge *self);

G_END_DECLS
