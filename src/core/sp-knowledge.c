/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-knowledge.h"

#include "sp-facts.h"
#include "sp-vagueness.h"

struct _SpKnowledge
{
  gatomicrefcount ref_count;
  SpLexicon *vague_terms;      /* (owned) */
  SpLexicon *fact_cues;        /* (owned) */
  SpReference *reference;      /* (owned) */
  SpTagger *tagger;            /* (owned) */
  SpFindingRegistry *registry; /* (owned) */
  SpRubric *rubric;            /* (owned) */
};

static gboolean
load (SpKnowledge *self, const char *model_path, GError **error)
{
  self->vague_terms = sp_lexicon_new_from_resource (SP_VAGUENESS_LEXICON, error);
  if (self->vague_terms == NULL)
    return FALSE;

  self->fact_cues = sp_lexicon_new_from_resource (SP_FACTS_LEXICON, error);
  if (self->fact_cues == NULL)
    return FALSE;

  self->reference = sp_reference_new_from_resource (error);
  if (self->reference == NULL)
    return FALSE;

  self->tagger = model_path != NULL ? sp_tagger_new (model_path, error)
                                    : sp_tagger_new_without_model (error);
  if (self->tagger == NULL)
    return FALSE;

  self->registry = sp_finding_registry_new_from_resource (error);
  if (self->registry == NULL)
    return FALSE;

  self->rubric = sp_rubric_new_from_resource (self->registry, error);
  return self->rubric != NULL;
}

/**
 * sp_knowledge_new:
 * @model_path: (nullable): the tagger's weights; without them cue words tag
 *
 * Errors: %SP_ERROR_KNOWLEDGE, %SP_ERROR_MODEL.
 *
 * Returns: (transfer full): all knowledge
 */
SpKnowledge *
sp_knowledge_new (const char *model_path, GError **error)
{
  g_autoptr (SpKnowledge) self = g_new0 (SpKnowledge, 1);

  g_atomic_ref_count_init (&self->ref_count);
  if (!load (self, model_path, error))
    return NULL;
  return g_steal_pointer (&self);
}

SpKnowledge *
sp_knowledge_ref (SpKnowledge *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_knowledge_unref (SpKnowledge *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->rubric, sp_rubric_unref);
  g_clear_pointer (&self->registry, sp_finding_registry_unref);
  g_clear_pointer (&self->tagger, sp_tagger_unref);
  g_clear_pointer (&self->reference, sp_reference_unref);
  g_clear_pointer (&self->fact_cues, sp_lexicon_unref);
  g_clear_pointer (&self->vague_terms, sp_lexicon_unref);
  g_free (self);
}

const SpLexicon *
sp_knowledge_get_vague_terms (const SpKnowledge *self)
{
  return self->vague_terms;
}

const SpLexicon *
sp_knowledge_get_fact_cues (const SpKnowledge *self)
{
  return self->fact_cues;
}

const SpReference *
sp_knowledge_get_reference (const SpKnowledge *self)
{
  return self->reference;
}

const SpTagger *
sp_knowledge_get_tagger (const SpKnowledge *self)
{
  return self->tagger;
}

const SpFindingRegistry *
sp_knowledge_get_registry (const SpKnowledge *self)
{
  return self->registry;
}

const SpRubric *
sp_knowledge_get_rubric (const SpKnowledge *self)
{
  return self->rubric;
}
