/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-facts.h"
#include "sp-finding.h"
#include "sp-json-private.h"
#include "sp-tagging.h"

G_BEGIN_DECLS

/**
 * SpDocumentView:
 * @facts: (nullable): what the document says of itself
 * @n_words: its words, as readability counts them
 * @detections: (element-type SpDetection): of all its sentences, by place
 *
 * What is known of a document as a whole once all its sentences are read.
 */
typedef struct
{
  SpSegmentation *segmentation;
  SpTagging *tagging;
  const SpFacts *facts;
  guint n_words;
  const GArray *detections;
} SpDocumentView;

/**
 * SpDocumentCase:
 * @id: (nullable): the variant of the finding, interned
 * @explanation: (nullable): instead of the finding's own
 *
 * When a document as a whole shows what a finding is about; see sp_document_case_new().
 */
typedef struct
{
  const char *id;
  char *explanation;    /* (owned) (nullable) */
  GStrv diagnostics;    /* (owned) (nullable) */
  GStrv cite;           /* (owned) (nullable) */
  guint32 without_tags; /* a bit for each category */
  guint words_from;
  guint older_than_years;
  double is_policy_from;
  double is_policy_below;
  double boilerplate_from;
} SpDocumentCase;

SpDocumentCase *sp_document_case_new (JsonObject *object, GError **error);
void            sp_document_case_free (SpDocumentCase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDocumentCase, sp_document_case_free)

gboolean sp_document_case_holds (const SpDocumentCase *self, const SpDocumentView *view,
                                 SpEvidence *evidence, guint *sentence);

G_END_DECLS
