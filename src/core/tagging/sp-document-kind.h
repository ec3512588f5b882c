/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-tagger.h"

G_BEGIN_DECLS

/**
 * SpKindFeature:
 * @SP_KIND_PRIVACY_WORDS: share of words about personal data
 * @SP_KIND_TERMS_WORDS: share of words that terms of service are made of
 * @SP_KIND_ENGLISH_WORDS: share of English function words
 * @SP_KIND_LENGTH: log10 of the number of words
 * @SP_KIND_NAME: 1 if it is called a privacy policy near its beginning
 * @SP_KIND_PRACTICES: share of words in segments about a practice, weighted by its probability
 * @SP_KIND_CATEGORIES: share of the categories that some segment surely has
 *
 * What tells a privacy policy from other documents, 0..1 but for the length.
 */
typedef enum
{
  SP_KIND_PRIVACY_WORDS,
  SP_KIND_TERMS_WORDS,
  SP_KIND_ENGLISH_WORDS,
  SP_KIND_LENGTH,
  SP_KIND_NAME,
  SP_KIND_PRACTICES,
  SP_KIND_CATEGORIES,
} SpKindFeature;

#define SP_N_KIND_FEATURES 7

/**
 * SpDocumentKind:
 *
 * Tells privacy policies in English from other documents, by data/knowledge/document-kind.json.
 * Immutable; any thread.
 */
typedef struct _SpDocumentKind SpDocumentKind;

SpDocumentKind *sp_document_kind_new (GError **error);
void            sp_document_kind_free (SpDocumentKind *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDocumentKind, sp_document_kind_free)

void   sp_document_kind_describe (const SpDocumentKind *self, SpSegmentation *segmentation,
                                  const SpTagScores *scores, double features[SP_N_KIND_FEATURES]);
double sp_document_kind_score (const SpDocumentKind *self, SpSegmentation *segmentation,
                               const SpTagScores *scores);

G_END_DECLS
