/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-observations.h"
#include "sp-ontology.h"
#include "sp-segmentation.h"

G_BEGIN_DECLS

/* What the company says it does, as rules may name it; nothing of what is denied, done by others, done with
 * data of children or applicants only, or uncertain:
 *
 * - "collected:email": data that it has: collects, tracks, uses or keeps;
 * - "hinted:email": the same, and where a heading or a list alone says so: only to be asked for together with
 *   another reading of the same sentence;
 * - "given:advertisers": who gets data from it;
 * - "used:marketing": what it has or uses data for;
 * - "kept:stated", "kept:limited", "kept:indefinite": how long it keeps data in general;
 * - "period:stated": the words that state such a period.
 *
 * Each place is a whole sentence, or its clauses; of "period:stated" the words alone. */

void     sp_observations_add_deeds (SpObservations *self, GPtrArray *statements, SpSegmentation *segmentation);
gboolean sp_observations_is_deed_name (const char *name, const char *variant, const SpOntology *ontology);

G_END_DECLS
