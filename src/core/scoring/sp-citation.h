/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-finding.h"

G_BEGIN_DECLS

/* The most places that are cited for one answer. */
#define SP_MAX_CITED 5

/**
 * SpCitation:
 * @strength: how surely the words say so, 0..1
 *
 * A place that speaks for something.
 */
typedef struct
{
  SpEvidence evidence;
  double strength;
} SpCitation;

/* Groups: (element-type GArray) of #SpCitation, one group for each name that has a say. */
GPtrArray *sp_citations_new (void);
GArray    *sp_citations_add_group (GPtrArray *groups);
void       sp_citations_add (GArray *group, SpEvidence evidence, double strength);
GArray    *sp_citations_choose (GPtrArray *groups);
GArray    *sp_citations_choose_once (GPtrArray *groups, guint max);

G_END_DECLS
