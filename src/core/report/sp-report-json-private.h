/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Pieces that more than one of our JSON forms carries. */

#include "sp-document.h"
#include "sp-json-writer.h"
#include "sp-text-utils.h"

G_BEGIN_DECLS

void sp_report_json_add_source (SpJsonWriter *json, SpDocument *document);
void sp_report_json_add_text (SpJsonWriter *json, SpDocument *document, gboolean with_text);
void sp_report_json_add_diagnostics (SpJsonWriter *json, SpDocument *document,
                                     const SpOffsetMap *offsets);
void sp_report_json_add_range (SpJsonWriter *json, const SpOffsetMap *offsets, SpSpan span);

GBytes *sp_report_json_finish (SpJsonWriter *json, gboolean pretty);

G_END_DECLS
