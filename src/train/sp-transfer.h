/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-word-table.h"

G_BEGIN_DECLS

/**
 * SpTransfer:
 *
 * What other annotated sets know: one linear model a label of theirs. Its scores are extra columns
 * of a row; since they are linear in the words, weights on them turn into weights on words.
 */
typedef struct
{
  guint n_words;     /* columns of the words */
  guint n_labels;    /* columns that are added */
  GPtrArray *models; /* (owned) (element-type double): n_words weights and a bias each */
  double *means;     /* (owned) */
  double *factors;   /* (owned) */
} SpTransfer;

SpTransfer *sp_transfer_new (guint n_words);
void        sp_transfer_free (SpTransfer *self);
void        sp_transfer_learn (SpTransfer *self, SpWordTable *table, GPtrArray *examples);
void        sp_transfer_normalise (SpTransfer *self, const SpRow *rows, guint n_rows);
void        sp_transfer_extend (const SpTransfer *self, SpRow *row);
void        sp_transfer_fold (const SpTransfer *self, double *weights, double *bias);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpTransfer, sp_transfer_free)

G_END_DECLS
