/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-point.h"

G_BEGIN_DECLS

/**
 * SpTagLine:
 * @confidence: how sure it is, in words
 */
typedef struct
{
  SpCategory category;
  const char *title;
  char *confidence;
} SpTagLine;

/**
 * SpClauseDetails:
 * @segment: the clause
 * @section: (nullable): the headings above it, outermost first
 * @quote: its first words
 * @can_be_corrected: whether tags say something of it: headings and dropped text have none
 * @tags: (element-type SpTagLine)
 * @statements: (element-type SpPoint): who does what with which data
 * @findings: (element-type SpPoint)
 */
typedef struct
{
  guint segment;
  char *section;
  char *quote;
  gboolean can_be_corrected;
  GPtrArray *tags;
  GPtrArray *statements;
  GPtrArray *findings;
} SpClauseDetails;

SpClauseDetails *sp_clause_details_new (SpAnalysis *analysis, guint segment);
void             sp_clause_details_free (SpClauseDetails *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpClauseDetails, sp_clause_details_free)

G_END_DECLS
