/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Pieces that more than one of our JSON forms carries. */

#include "sp-analysis.h"
#include "sp-json-writer.h"
#include "sp-text-utils.h"

G_BEGIN_DECLS

/* Digits after the point of shares and probabilities. */
#define SP_REPORT_SHARE_DECIMALS 4

/* An analysis on its way out. */
typedef struct
{
  SpJsonWriter *json;   /* (not owned) */
  SpOffsetMap *offsets; /* (not owned) */
  SpAnalysis *analysis; /* (not owned) */
} SpJsonExport;

void sp_json_export_add_quote (SpJsonExport *self, const char *name, SpSpan span);
void sp_json_export_add_place (SpJsonExport *self, const char *name, const SpEvidence *evidence);
void sp_json_export_add_evidence (SpJsonExport *self, const char *name, const GArray *evidence);

void sp_json_export_add_near_miss (SpJsonExport *self, const GArray *evidence, const char *reason);

void sp_json_export_add_packs (SpJsonExport *self, GPtrArray *packs);
void sp_json_export_add_statements (SpJsonExport *self);
void sp_json_export_add_contradictions (SpJsonExport *self);
void sp_json_export_add_data_map (SpJsonExport *self);

void sp_report_json_add_source (SpJsonWriter *json, SpDocument *document);
void sp_report_json_add_text (SpJsonWriter *json, SpDocument *document, gboolean with_text);
void sp_report_json_add_diagnostics (SpJsonWriter *json, SpDocument *document,
                                     const SpOffsetMap *offsets);
void sp_report_json_add_range (SpJsonWriter *json, const SpOffsetMap *offsets, SpSpan span);

GBytes *sp_report_json_finish (SpJsonWriter *json, gboolean pretty);

G_END_DECLS
