/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-point.h"

G_BEGIN_DECLS

/**
 * SpTagLine:
 * @confidence: how sure it is, in words
 * @reasons: (nullable): the words that spoke for it, quoted
 * @evidence: (element-type SpEvidence): where those words stand
 */
typedef struct
{
  SpCategory category;
  const char *title;
  char *confidence;
  char *reasons;
  GArray *evidence;
} SpTagLine;

/**
 * SpClauseDetails:
 * @segment: the clause
 * @section: (nullable): the headings above it, outermost first
 * @quote: its first words
 * @can_be_corrected: whether tags say something of it: headings and dropped text have none
 * @is_corrected: whether the reader gave the tags
 * @categories: bits of the tags that count
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
  gboolean is_corrected;
  guint categories;
  GPtrArray *tags;
  GPtrArray *statements;
  GPtrArray *findings;
} SpClauseDetails;

SpClauseDetails *sp_clause_details_new (SpAnalysis *analysis, guint segment);
void             sp_clause_details_free (SpClauseDetails *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpClauseDetails, sp_clause_details_free)

G_END_DECLS
