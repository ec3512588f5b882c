/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-facts.h"
#include "sp-frame-lexicon.h"
#include "sp-ontology-private.h"
#include "sp-reading.h"
#include "sp-statement.h"

G_BEGIN_DECLS

/**
 * SpFrameParser:
 *
 * Makes statements of sentences: the verbs of a sentence, who is their subject, and what stands around
 * them as data, recipients, purposes, condition and exception. Works on words and their classes, from
 * left to right, so that time is linear in the text. For one document and one thread.
 *
 * Precision comes first where a verb is understood; what is named beside a verb that is not, or under a
 * heading alone, still makes a statement, of low confidence.
 *
 * Source: section 7 of the rubric.
 */
typedef struct _SpFrameParser SpFrameParser;

SpFrameParser *sp_frame_parser_new (const SpFrameLexicon *lexicon, const SpOntology *ontology,
                                    const SpReading *reading, const SpFacts *facts);
void           sp_frame_parser_free (SpFrameParser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFrameParser, sp_frame_parser_free)

void sp_frame_parser_read (SpFrameParser *self, guint sentence, GPtrArray *statements);

G_END_DECLS
