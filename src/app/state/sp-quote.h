/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

/**
 * SpQuote:
 * @text: the policy's own words, on one line
 */
typedef struct
{
  char *text;
  SpEvidence evidence;
} SpQuote;

GPtrArray *sp_quotes_new (SpAnalysis *analysis, const GArray *evidence);
void       sp_evidence_append_key (const SpEvidence *evidence, GString *key);

G_END_DECLS
