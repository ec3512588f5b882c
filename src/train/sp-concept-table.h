/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-concepts.h"
#include "sp-transfer.h"

G_BEGIN_DECLS

/**
 * SpConceptTable:
 * @rows: (array length=n_rows): the words that say most of the concepts
 * @numbers: by word: its number in @rows, from 1 on, or 0
 *
 * What other annotated sets say of words, small enough for a model file.
 */
typedef struct
{
  SpConceptRow *rows; /* (owned) */
  guint n_rows;
  guint16 *numbers; /* (owned) */
  SpConceptScale scale;
} SpConceptTable;

SpConceptTable *sp_concept_table_new (const SpTransfer *transfer, const SpWordTable *words);
void            sp_concept_table_free (SpConceptTable *self);
SpPlace        *sp_concept_table_place_all (SpConceptTable *self, const SpRow *rows, guint n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpConceptTable, sp_concept_table_free)

G_END_DECLS
