/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-ontology.h"
#include "sp-phrase-net.h"

G_BEGIN_DECLS

/**
 * SpConceptHit:
 * @start: index of the first word in the view
 * @end: one past the last word
 *
 * Where a concept is named in a sentence.
 */
typedef struct
{
  const SpConcept *concept;
  guint start;
  guint end;
} SpConceptHit;

SpOntology *sp_ontology_new (JsonObject *file, SpVocabulary *vocabulary, GError **error);
void        sp_ontology_free (SpOntology *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpOntology, sp_ontology_free)

void sp_ontology_read (const SpOntology *self, const SpSentenceView *view, GArray *hits);

G_END_DECLS
