/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-tagger.h"

G_BEGIN_DECLS

#define SP_N_RELIABILITY_BINS 10

/**
 * SpCounts:
 *
 * Hits, false alarms and misses.
 */
typedef struct
{
  double hits;
  double false_alarms;
  double misses;
} SpCounts;

/**
 * SpEvaluation:
 * @outcomes: (element-type SpOutcome): one an example
 * @n_skipped: examples without a label, left out of the figures
 */
typedef struct
{
  GArray *outcomes;
  guint n_skipped;
} SpEvaluation;

SpEvaluation *sp_evaluation_new (void);
void          sp_evaluation_free (SpEvaluation *self);
void          sp_evaluation_add (SpEvaluation *self, const SpTagger *tagger, GPtrArray *examples);

double sp_evaluation_get_micro_f1 (const SpEvaluation *self);
double sp_evaluation_get_macro_f1 (const SpEvaluation *self);
double sp_evaluation_get_calibration_error (const SpEvaluation *self);
char  *sp_evaluation_print (const SpEvaluation *self);
char  *sp_evaluation_print_gain (const SpEvaluation *self, const SpEvaluation *plain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpEvaluation, sp_evaluation_free)

G_END_DECLS
