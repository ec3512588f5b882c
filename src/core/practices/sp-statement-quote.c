/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-statement-quote.h"

#include <string.h>

/* A longer sentence is quoted in part: so many words to either side, or up to where a clause ends. */
#define MAX_WORDS 60
#define REACH 20

static gboolean
ends_clause (const SpToken *token, const char *text)
{
  return token->kind != SP_TOKEN_WORD && sp_span_length (token->span) == 1
         && strchr (";:", text[token->span.start]) != NULL;
}

static SpSpan
find_clauses (const SpStatement *self, const SpSentence *sentence, const SpToken *tokens, const char *text)
{
  guint last = sentence->first_token + sentence->n_tokens - 1;
  guint start = sentence->first_token, end;

  while (start < last && tokens[start].span.end <= self->span.start)
    start++;
  for (end = start; end < last && tokens[end].span.end < self->span.end;)
    end++;
  for (guint i = 0; i < REACH && start > sentence->first_token && !ends_clause (&tokens[start - 1], text); i++)
    start--;
  for (guint i = 0; i < REACH && end < last && !ends_clause (&tokens[end + 1], text); i++)
    end++;
  return sp_span (tokens[start].span.start, tokens[end].span.end);
}

/**
 * sp_statement_get_quote:
 *
 * A statement's own words leave out what else the sentence says, and a reader wants it whole.
 *
 * Returns: the span to quote: the sentence, or if that is long the clauses around the statement
 */
SpSpan
sp_statement_get_quote (const SpStatement *self, SpSegmentation *segmentation)
{
  guint n;
  const SpSentence *sentence = &sp_segmentation_get_sentences (segmentation, &n)[self->sentence];
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);

  if (sentence->n_tokens <= MAX_WORDS || !sp_span_contains (sentence->span, self->span))
    return sentence->span;
  return find_clauses (self, sentence, sp_segmentation_get_tokens (segmentation, &n), text);
}
