/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpConceptKind:
 * @SP_CONCEPT_DATA: a type of data (“email”, “location”)
 * @SP_CONCEPT_ENTITY: who acts or receives (“advertisers”, “service-providers”)
 * @SP_CONCEPT_PURPOSE: what for (“marketing”, “security”)
 */
typedef enum
{
  SP_CONCEPT_DATA,
  SP_CONCEPT_ENTITY,
  SP_CONCEPT_PURPOSE,
} SpConceptKind;

#define SP_N_CONCEPT_KINDS 3

/**
 * SpConcept:
 * @id: as in exports; never reused
 * @title: a short name, translated when shown
 * @parent: (nullable): the wider concept
 * @is_sensitive: of the sensitive set of section 5.4 of the rubric
 * @opp115: (nullable): the value of OPP-115 it belongs to
 * @dpv: (nullable): the term of the W3C Data Privacy Vocabulary
 * @index: its place among those of its kind
 * @is_plain: of purposes: one also where no “to” or “for” makes it one (“after a merger”)
 *
 * One row of data/knowledge/ontology.json.
 */
typedef struct _SpConcept SpConcept;
struct _SpConcept
{
  SpConceptKind kind;
  const char *id;
  const char *title;
  const SpConcept *parent;
  gboolean is_sensitive;
  const char *opp115;
  const char *dpv;
  guint index;
  gboolean is_plain;
};

/**
 * SpOntology:
 *
 * The concepts that statements are made of, from data/knowledge/ontology.json. Immutable; any thread.
 */
typedef struct _SpOntology SpOntology;

SP_EXPORT const SpConcept *sp_ontology_find (const SpOntology *self, SpConceptKind kind, const char *id);
SP_EXPORT guint            sp_ontology_get_n_concepts (const SpOntology *self, SpConceptKind kind);
SP_EXPORT const SpConcept *sp_ontology_get_concept (const SpOntology *self, SpConceptKind kind,
                                                    guint index);

SP_EXPORT const char *sp_concept_kind_get_id (SpConceptKind kind);
SP_EXPORT gboolean sp_concept_is_a (const SpConcept *self, const SpConcept *wider);

G_END_DECLS
