/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-finding.h"

G_BEGIN_DECLS

/* Facts that rules may name. */
#define SP_FACT_POLICY_DATE "fact:policy-date"
#define SP_FACT_WE          "fact:we"
#define SP_FACT_COMPANY     "fact:company"

/* Before the name of a detector: where its words stand without saying what is done. */
#define SP_MISSED_PREFIX "missed:"

/**
 * SpObservation:
 * @variant: (nullable): interned; %NULL for the plain case; of what was missed, the context
 * @confidence: 0..1; 0 where there is none
 *
 * One place that speaks for a name: a detector that fired, a tagged clause ("tag:retention"), a fact
 * that the document states of itself ("fact:policy-date") or a near miss ("missed:SELL_DENIED").
 */
typedef struct
{
  const char *variant;
  guint sentence;
  SpEvidence evidence;
  double confidence;
} SpObservation;

/**
 * SpObservations:
 *
 * All that the rules of the rubric may look at, by name. One thread while it is filled, and for the surest
 * ones also while it is asked.
 */
typedef struct _SpObservations SpObservations;

SpObservations *sp_observations_new (void);
SpObservations *sp_observations_new_over (const SpObservations *below);
SpObservations *sp_observations_new_surest (const SpObservations *from, double min_confidence);
void            sp_observations_free (SpObservations *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpObservations, sp_observations_free)

void    sp_observations_add (SpObservations *self, const char *name, SpObservation observation);
void    sp_observations_forget (SpObservations *self, const char *name);
void    sp_observations_add_detections (SpObservations *self, const SpDetection *detections,
                                        guint n_detections);
void    sp_observations_add_misses (SpObservations *self, const SpMiss *misses, guint n_misses);
GArray *sp_observations_lookup (const SpObservations *self, const char *name);

G_END_DECLS
