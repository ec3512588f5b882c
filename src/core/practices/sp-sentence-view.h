/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-segmentation.h"
#include "sp-vocabulary.h"

G_BEGIN_DECLS

/**
 * SpViewFlags:
 * @SP_VIEW_COMMA: a comma, bracket or dash stood before the word
 * @SP_VIEW_DENIED: what the word says is denied
 * @SP_VIEW_WEAK: denied with a hedge (“not routinely”)
 * @SP_VIEW_COLON: a colon stood before the word
 * @SP_VIEW_JOINED: yet it goes on with the clause before
 * @SP_VIEW_OPENS: an opening bracket stood before the word
 * @SP_VIEW_CLOSES: a closing one
 * @SP_VIEW_UNVOUCHED: said in a clause that is not vouched for: “we cannot guarantee that …”
 */
typedef enum
{
  SP_VIEW_COMMA = 1 << 0,
  SP_VIEW_DENIED = 1 << 1,
  SP_VIEW_WEAK = 1 << 2,
  SP_VIEW_COLON = 1 << 3,
  SP_VIEW_JOINED = 1 << 4,
  SP_VIEW_OPENS = 1 << 5,
  SP_VIEW_CLOSES = 1 << 6,
  SP_VIEW_UNVOUCHED = 1 << 7,
} SpViewFlags;

/**
 * SpViewWord:
 * @token: index of the token it was made of; a token can make several words
 * @clause: counts up at “;”, “:” and at stops inside the sentence; not at a colon after a word that
 *   waits for another (“we will not: sell …”)
 * @places: (array length=n_places): the words of the vocabulary that it meets
 */
typedef struct
{
  guint token;
  guint clause;
  SpViewFlags flags;
  const guint *places; /* (not owned): lives as long as the views */
  guint n_places;
} SpViewWord;

/**
 * SpOccurrence:
 * @start: index of the first word in the view
 * @length: in words
 */
typedef struct
{
  guint atom;
  guint start;
  guint length;
} SpOccurrence;

/**
 * SpSentenceView:
 * @joint: where the item begins in a list item read together with its lead-in; else 0
 *
 * A sentence as patterns see it: plain words without marks, and where the atoms of the vocabulary
 * occur in it, by start.
 */
typedef struct
{
  SpViewWord *words;
  guint n_words;
  const SpOccurrence *occurrences;
  guint n_occurrences;
  guint joint;
} SpSentenceView;

/**
 * SpSentenceViews:
 *
 * The views of all sentences of a document, and of its list items joined with their lead-ins.
 */
typedef struct _SpSentenceViews SpSentenceViews;

SpSentenceViews *sp_sentence_views_new (SpSegmentation *segmentation, const SpVocabulary *vocabulary);
void             sp_sentence_views_free (SpSentenceViews *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSentenceViews, sp_sentence_views_free)

const SpSentenceView *sp_sentence_views_get (const SpSentenceViews *self, guint sentence);
const SpSentenceView *sp_sentence_views_get_joined (const SpSentenceViews *self, guint sentence);

G_END_DECLS
