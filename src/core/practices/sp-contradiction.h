/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-finding.h"

G_BEGIN_DECLS

/**
 * SpContradiction:
 * @kind: "C1"…"C5", "N1"…"N4" (PolicyLint), "X1"…"X4"; static
 * @a: the general or affirmed side
 * @b: the other
 * @confidence: 0..1
 *
 * Two places that are hard to reconcile. Source: section 5 of the rubric.
 */
typedef struct
{
  const char *kind;
  char *explanation; /* (owned): for people, translated */
  SpEvidence a;
  SpEvidence b;
  double confidence;
} SpContradiction;

void sp_contradiction_free (SpContradiction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpContradiction, sp_contradiction_free)

G_END_DECLS
