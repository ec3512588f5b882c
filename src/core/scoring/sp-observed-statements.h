/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-observations.h"
#include "sp-ontology.h"
#include "sp-segmentation.h"

G_BEGIN_DECLS

/* Statements as rules may name them:
 *
 * - "statement:sell": the company does it with data, or nobody is named;
 * - "data:location", "recipient:advertisers", "purpose:marketing": a concept of the ontology is named in
 *   one of the statements; what falls under it counts by its own name only.
 *
 * Variants: "denied" where that is denied flatly, "exception" where it is denied with an exception or
 * under a condition, "denied-some" where it is denied of children or of one region only; else plain. What is
 * done has two more: "some" where it is affirmed of these only, "implied" where verb or subject is not
 * plain. What a heading or tag alone makes a statement does not count. */

void     sp_observations_add_statements (SpObservations *self, GPtrArray *statements, SpSegmentation *segmentation);
gboolean sp_observations_is_statement_name (const char *name, const char *variant,
                                            const SpOntology *ontology);

G_END_DECLS
