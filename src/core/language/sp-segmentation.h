/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document.h"

G_BEGIN_DECLS

/**
 * SpTokenKind:
 * @SP_TOKEN_WORD: begins with a letter; apostrophes and hyphens inside belong to it
 * @SP_TOKEN_NUMBER: digits, with the stops, commas and slashes inside ("30", "1,000", "2018-05-14")
 * @SP_TOKEN_PUNCTUATION: one mark
 * @SP_TOKEN_ADDRESS: a URL, host name or e-mail address, never looked into
 */
typedef enum
{
  SP_TOKEN_WORD,
  SP_TOKEN_NUMBER,
  SP_TOKEN_PUNCTUATION,
  SP_TOKEN_ADDRESS,
} SpTokenKind;

/**
 * SpToken:
 * @norm: lower case, straight apostrophes; interned: equal tokens of one segmentation share the pointer
 */
typedef struct
{
  SpSpan span;
  SpTokenKind kind;
  const char *norm; /* (not owned): lives as long as the segmentation */
} SpToken;

/**
 * SpSentence:
 * @segment: the segment it stands in
 * @first_token: index of its first token
 * @n_tokens: at least 1
 *
 * A sentence, a list item or a heading. Injected words are no part of its tokens.
 */
typedef struct
{
  SpSpan span;
  guint segment;
  guint first_token;
  guint n_tokens;
} SpSentence;

/**
 * SpSegment:
 * @block: the block it is made of; segments and blocks have equal indices
 * @first_sentence: index of its first sentence
 * @n_sentences: 0 for boilerplate
 * @lead_in: the segment whose sentence this list item completes, or %SP_BLOCK_NO_PARENT
 */
typedef struct
{
  const SpBlock *block; /* (not owned): lives as long as the document */
  guint first_sentence;
  guint n_sentences;
  guint lead_in;
} SpSegment;

/**
 * SpSegmentation:
 *
 * The segments, sentences and tokens of a document, each list in reading order. Immutable.
 */
SP_EXPORT SpSegmentation *sp_segmentation_new (SpDocument *document, GCancellable *cancellable);
SP_EXPORT SpSegmentation *sp_segmentation_ref (SpSegmentation *self);
SP_EXPORT void            sp_segmentation_unref (SpSegmentation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSegmentation, sp_segmentation_unref)

SP_EXPORT SpDocument       *sp_segmentation_get_document (SpSegmentation *self);
SP_EXPORT const SpSegment  *sp_segmentation_get_segments (SpSegmentation *self, guint *n_segments);
SP_EXPORT const SpSentence *sp_segmentation_get_sentences (SpSegmentation *self, guint *n_sentences);
SP_EXPORT const SpToken    *sp_segmentation_get_tokens (SpSegmentation *self, guint *n_tokens);
SP_EXPORT guint             sp_segmentation_list_headings (SpSegmentation *self, guint segment,
                                                           guint path[6]);

G_END_DECLS
