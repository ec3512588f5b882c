/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-logistic.h"

G_BEGIN_DECLS

/**
 * SP_HASH_BITS:
 *
 * Leading bits of a feature's hash that are used.
 */
#define SP_HASH_BITS 20

/**
 * SpWordTable:
 *
 * The hashed features that are worth a row of weights, and how much each one counts.
 */
typedef struct
{
  guint hash_bits;
  guint n_rows;
  guint32 *rows;  /* (owned): row + 1 by hash, 0 without one */
  guint16 *idf;   /* (owned): by row, as in the model file */
  GArray *scratch; /* (owned) (element-type guint32) */
} SpWordTable;

/**
 * SpTextCounts:
 *
 * In how many texts each hash appears.
 */
typedef struct
{
  guint32 *counts; /* (owned): by hash */
  guint32 *last;   /* (owned): the last text that was counted for a hash */
  guint32 n_texts;
} SpTextCounts;

void sp_text_counts_init (SpTextCounts *self, guint hash_bits);
void sp_text_counts_clear (SpTextCounts *self);
void sp_text_counts_add (SpTextCounts *self, guint hash_bits, const char *text);
void sp_text_counts_add_plain (SpTextCounts *self, guint hash_bits, const char *text);

SpWordTable *sp_word_table_new (guint hash_bits, const SpTextCounts *own,
                                const SpTextCounts *foreign);
void         sp_word_table_free (SpWordTable *self);
void         sp_word_table_describe (SpWordTable *self, const char *text, guint n_extra,
                                     SpRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpWordTable, sp_word_table_free)

G_END_DECLS
