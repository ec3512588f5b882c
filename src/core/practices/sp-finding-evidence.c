/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-finding-evidence.h"

#include <string.h>

/* A longer sentence is quoted in part. */
#define MAX_WORDS 60

/* Words of @view from @first on that are still the same clause as @at, at most half of MAX_WORDS away. */
static void
find_clause (const SpSentenceView *view, guint first, const SpRuleMatch *match, guint *start, guint *end)
{
  guint from = MAX (match->start, first);
  guint to = match->end - 1;

  *start = from;
  while (*start > first && view->words[*start - 1].clause == view->words[from].clause
         && from - *start < MAX_WORDS / 2)
    (*start)--;
  *end = to;
  while (*end + 1 < view->n_words && view->words[*end + 1].clause == view->words[to].clause
         && *end - to < MAX_WORDS / 2)
    (*end)++;
}

/* Bullets, numbers of items and blanks before the first word; what opens a quotation stays. */
static SpSpan
trim (SpSpan span, const char *text)
{
  while (span.start < span.end && (g_ascii_isspace (text[span.start]) || strchr ("-*+>|", text[span.start])))
    span.start++;
  while (span.start < span.end && strncmp (text + span.start, "•", strlen ("•")) == 0)
    span.start += strlen ("•");
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  return span;
}

/**
 * sp_finding_evidence_choose:
 * @sentence: the sentence, or list item, that matched
 * @view: the view in which it did; words before its joint belong to another sentence
 *
 * Returns: the span to quote: the sentence, or if that is long the clauses around the match
 */
SpSpan
sp_finding_evidence_choose (SpSegmentation *segmentation, const SpSentence *sentence,
                            const SpSentenceView *view, const SpRuleMatch *match)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  SpSpan span = sentence->span;
  guint n_tokens;
  const SpToken *tokens = sp_segmentation_get_tokens (segmentation, &n_tokens);
  guint start, end;

  if (view->n_words - view->joint > MAX_WORDS)
    {
      find_clause (view, view->joint, match, &start, &end);
      span = sp_span (tokens[view->words[start].token].span.start, tokens[view->words[end].token].span.end);
      /* The mark after the last word belongs to it. */
      if (span.end < sentence->span.end && strchr (".;!?", text[span.end]) != NULL)
        span.end++;
    }
  return trim (span, text);
}
