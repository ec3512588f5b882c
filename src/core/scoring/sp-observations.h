/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-finding.h"

G_BEGIN_DECLS

/* Facts that rules may name. */
#define SP_FACT_POLICY_DATE "fact:policy-date"
#define SP_FACT_WE          "fact:we"
#define SP_FACT_COMPANY     "fact:company"

/**
 * SpObservation:
 * @variant: (nullable): interned; %NULL for the plain case
 *
 * One place that speaks for a name: a detector that fired, a tagged clause ("tag:retention") or a
 * fact that the document states of itself ("fact:policy-date").
 */
typedef struct
{
  const char *variant;
  guint sentence;
  SpEvidence evidence;
} SpObservation;

/**
 * SpObservations:
 *
 * All that the rules of the rubric may look at, by name. One thread while it is filled.
 */
typedef struct _SpObservations SpObservations;

SpObservations *sp_observations_new (void);
void            sp_observations_free (SpObservations *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpObservations, sp_observations_free)

void    sp_observations_add (SpObservations *self, const char *name, SpObservation observation);
void    sp_observations_add_detections (SpObservations *self, const SpDetection *detections,
                                        guint n_detections);
GArray *sp_observations_lookup (const SpObservations *self, const char *name);

G_END_DECLS
