/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-facts.h"

void
sp_facts_find (SpSegmentation *segmentation, SpFacts *result)
{
  *result = (SpFacts) { .companies = g_ptr_array_new_with_free_func (g_free) };
}

void
sp_facts_clear (SpFacts *self)
{
  g_clear_pointer (&self->companies, g_ptr_array_unref);
  g_clear_pointer (&self->we, g_free);
  g_clear_pointer (&self->policy_date, g_free);
  g_clear_pointer (&self->effective_date, g_free);
}
