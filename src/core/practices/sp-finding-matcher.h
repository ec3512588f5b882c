/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-case.h"
#include "sp-reading.h"
#include "sp-statement.h"

G_BEGIN_DECLS

/**
 * SpFindingMatcher:
 *
 * Looks for detections in one document, sentence by sentence. For one thread.
 */
typedef struct _SpFindingMatcher SpFindingMatcher;

SpFindingMatcher *sp_finding_matcher_new (const SpReading *reading, GPtrArray *statements);
void              sp_finding_matcher_free (SpFindingMatcher *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFindingMatcher, sp_finding_matcher_free)

void sp_finding_matcher_match (SpFindingMatcher *self, guint sentence, GArray *detections, GArray *misses);
void sp_finding_matcher_settle (SpFindingMatcher *self, const SpDocumentView *view, GArray *detections);

G_END_DECLS
