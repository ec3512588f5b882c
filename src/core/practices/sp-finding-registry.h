/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-finding.h"
#include "sp-ontology.h"

G_BEGIN_DECLS

/**
 * SpFindingRegistry:
 *
 * All detectors, with their compiled token rules, and what statements are made with: all that reads
 * text by words shares one vocabulary. From data/knowledge; immutable.
 */
typedef struct _SpFindingRegistry SpFindingRegistry;

SpFindingRegistry *sp_finding_registry_new_from_resource (GError **error);
SpFindingRegistry *sp_finding_registry_ref (SpFindingRegistry *self);
void               sp_finding_registry_unref (SpFindingRegistry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFindingRegistry, sp_finding_registry_unref)

SP_EXPORT guint             sp_finding_registry_get_n_detectors (const SpFindingRegistry *self);
SP_EXPORT const SpDetector *sp_finding_registry_get_detector (const SpFindingRegistry *self, guint index);
SP_EXPORT const SpDetector *sp_finding_registry_find (const SpFindingRegistry *self, const char *id);
SP_EXPORT const SpOntology *sp_finding_registry_get_ontology (const SpFindingRegistry *self);
SP_EXPORT const char       *sp_finding_registry_get_version (const SpFindingRegistry *self);
SP_EXPORT gboolean          sp_finding_registry_reads (const SpFindingRegistry *self, const char *language);

G_END_DECLS
