/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-segmentation.h"

#include <string.h>

#include "sp-sentence-splitter.h"
#include "sp-tokenizer.h"

struct _SpSegmentation
{
  gatomicrefcount ref_count;
  SpDocument *document;  /* (owned) */
  GArray *segments;      /* (owned) (element-type SpSegment) */
  GArray *sentences;     /* (owned) (element-type SpSentence) */
  GArray *tokens;        /* (owned) (element-type SpToken) */
  GStringChunk *norms;   /* (owned): the tokens' norms, each once */
};

/* The spans of injected words that are still ahead. */
typedef struct
{
  const SpSpan *spans;
  guint n_spans;
} Spam;

static const SpToken *
token_at (const SpSegmentation *self, guint index)
{
  return &g_array_index (self->tokens, SpToken, index);
}

/* Reads what is left of a block once injected words are taken out. */
static void
read_tokens (SpSegmentation *self, SpSpan span, Spam *spam)
{
  const char *text = sp_document_get_text (self->document, NULL);
  gsize start = span.start;

  for (; spam->n_spans > 0 && spam->spans->start < span.end; spam->spans++, spam->n_spans--)
    {
      if (spam->spans->start > start)
        sp_tokenizer_read (text, sp_span (start, spam->spans->start), self->norms, self->tokens);
      start = MAX (start, spam->spans->end);
      if (spam->spans->end > span.end)
        break;
    }
  if (start < span.end)
    sp_tokenizer_read (text, sp_span (start, span.end), self->norms, self->tokens);
}

static guint
add_sentences (SpSegmentation *self, guint segment, guint first_token)
{
  const char *text = sp_document_get_text (self->document, NULL);
  const SpToken *tokens = (const SpToken *) (gpointer) self->tokens->data;
  guint n = 0;

  for (guint first = first_token; first < self->tokens->len; n++)
    {
      guint end = sp_sentence_splitter_find_end (text, tokens, first, self->tokens->len);
      SpSpan span = sp_span (tokens[first].span.start, tokens[end - 1].span.end);
      SpSentence sentence = { span, segment, first, end - first };

      g_array_append_val (self->sentences, sentence);
      first = end;
    }
  return n;
}

static gboolean
sentence_has (const SpSegmentation *self, const SpSentence *sentence, const char *norm)
{
  for (guint i = 0; i < sentence->n_tokens; i++)
    if (g_str_equal (token_at (self, sentence->first_token + i)->norm, norm))
      return TRUE;
  return FALSE;
}

/* "We collect:", "You may", "as follows." leave something open; "We value you." does not. */
static gboolean
is_left_open (const SpSegmentation *self, const SpSegment *segment)
{
  const SpSentence *sentence;
  const char *last;

  if (segment->n_sentences == 0)
    return FALSE;

  sentence = &g_array_index (self->sentences, SpSentence, segment->first_sentence + segment->n_sentences - 1);
  last = token_at (self, sentence->first_token + sentence->n_tokens - 1)->norm;
  if (segment->block->kind == SP_BLOCK_HEADING || g_str_equal (last, ":"))
    return g_str_equal (last, ":");
  if (strchr (".!?", *last) == NULL)
    return TRUE;
  return sentence_has (self, sentence, "following") || sentence_has (self, sentence, "follows");
}

static guint
find_lead_in (const SpSegmentation *self, const SpBlock *block)
{
  const SpSegment *parent;

  if (block->kind != SP_BLOCK_ITEM || block->parent >= self->segments->len)
    return SP_BLOCK_NO_PARENT;

  parent = &g_array_index (self->segments, SpSegment, block->parent);
  return is_left_open (self, parent) ? block->parent : SP_BLOCK_NO_PARENT;
}

static void
add_segment (SpSegmentation *self, guint index, gboolean with_sentences, Spam *spam)
{
  const SpBlock *block = sp_document_get_block (self->document, index);
  SpSegment segment = { block, self->sentences->len, 0, find_lead_in (self, block) };
  guint first_token = self->tokens->len;

  if (with_sentences && block->kind != SP_BLOCK_BOILERPLATE)
    {
      read_tokens (self, block->span, spam);
      segment.n_sentences = add_sentences (self, index, first_token);
    }
  g_array_append_val (self->segments, segment);
}

/**
 * sp_segmentation_new:
 * @document: what to split
 * @cancellable: (nullable): looked at before each block; what then comes is left without sentences
 *
 * Splits a document into segments (one for each block), sentences and tokens. Linear time.
 *
 * Returns: (transfer full): the segmentation
 */
SpSegmentation *
sp_segmentation_new (SpDocument *document, GCancellable *cancellable)
{
  SpSegmentation *self = g_new0 (SpSegmentation, 1);
  Spam spam;

  g_atomic_ref_count_init (&self->ref_count);
  self->document = g_object_ref (document);
  self->segments = g_array_new (FALSE, FALSE, sizeof (SpSegment));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (SpSentence));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (SpToken));
  self->norms = g_string_chunk_new (4096);
  spam.spans = sp_document_get_spam (document, &spam.n_spans);

  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    add_segment (self, i, !g_cancellable_is_cancelled (cancellable), &spam);
  return self;
}

SpSegmentation *
sp_segmentation_ref (SpSegmentation *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_segmentation_unref (SpSegmentation *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->document);
  g_array_unref (self->segments);
  g_array_unref (self->sentences);
  g_array_unref (self->tokens);
  g_string_chunk_free (self->norms);
  g_free (self);
}

SpDocument *
sp_segmentation_get_document (SpSegmentation *self)
{
  return self->document;
}

const SpSegment *
sp_segmentation_get_segments (SpSegmentation *self, guint *n_segments)
{
  *n_segments = self->segments->len;
  return (const SpSegment *) (gpointer) self->segments->data;
}

const SpSentence *
sp_segmentation_get_sentences (SpSegmentation *self, guint *n_sentences)
{
  *n_sentences = self->sentences->len;
  return (const SpSentence *) (gpointer) self->sentences->data;
}

const SpToken *
sp_segmentation_get_tokens (SpSegmentation *self, guint *n_tokens)
{
  *n_tokens = self->tokens->len;
  return (const SpToken *) (gpointer) self->tokens->data;
}

/**
 * sp_segmentation_list_headings:
 * @path: (out caller-allocates): indices of the headings above @segment, the outermost first
 *
 * Returns: how many, at most 6
 */
guint
sp_segmentation_list_headings (SpSegmentation *self, guint segment, guint path[6])
{
  const SpBlock *block = sp_document_get_block (self->document, segment);
  guint n = 0;

  while (block->parent != SP_BLOCK_NO_PARENT)
    {
      guint index = block->parent;

      block = sp_document_get_block (self->document, index);
      if (block->kind == SP_BLOCK_HEADING && n < 6)
        path[n++] = index;
    }
  for (guint i = 0; i < n / 2; i++)
    {
      guint other = path[i];

      path[i] = path[n - 1 - i];
      path[n - 1 - i] = other;
    }

  return n;
}
