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
  SpPackSet *packs;            /* (owned) */
  GStrv refused_packs;         /* (owned) */
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
  if (self->rubric == NULL)
    return FALSE;

  self->packs = sp_pack_set_new_from_resource (self->registry, error);
  return self->packs != NULL;
}

/* A wrong file of the user is told and left out: it stops nobody from reading policies. */
static void
add_packs (SpKnowledge *self, const char *const *files)
{
  g_autoptr (GStrvBuilder) refused = g_strv_builder_new ();

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!sp_pack_set_add_file (self->packs, files[i], &error))
        g_strv_builder_add (refused, error->message);
    }
  self->refused_packs = g_strv_builder_end (refused);
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
  return sp_knowledge_new_with_packs (model_path, NULL, error);
}

/**
 * sp_knowledge_new_with_packs:
 * @pack_files: (array zero-terminated=1) (nullable): legal packs of the user, in order; what is wrong in
 *   one is told by sp_knowledge_get_refused_packs()
 *
 * Errors: those of sp_knowledge_new().
 *
 * Returns: (transfer full): all knowledge, and the user's packs
 */
SpKnowledge *
sp_knowledge_new_with_packs (const char *model_path, const char *const *pack_files, GError **error)
{
  g_autoptr (SpKnowledge) self = g_new0 (SpKnowledge, 1);

  g_atomic_ref_count_init (&self->ref_count);
  if (!load (self, model_path, error))
    return NULL;
  add_packs (self, pack_files);
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

  g_strfreev (self->refused_packs);
  g_clear_pointer (&self->packs, sp_pack_set_unref);
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

const SpPackSet *
sp_knowledge_get_packs (const SpKnowledge *self)
{
  return self->packs;
}

/**
 * sp_knowledge_get_refused_packs:
 *
 * Returns: (transfer none) (array zero-terminated=1): for each file of the user that is no pack, which
 *   file and item, and what is wrong there
 */
const char *const *
sp_knowledge_get_refused_packs (const SpKnowledge *self)
{
  return (const char *const *) self->refused_packs;
}
