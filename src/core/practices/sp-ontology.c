/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-ontology.h"

/**
 * sp_concept_is_a:
 *
 * Returns: whether @self is @wider or falls under it
 */
gboolean
sp_concept_is_a (const SpConcept *self, const SpConcept *wider)
{
  while (self != NULL && self != wider)
    self = self->parent;
  return self != NULL;
}
