/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-segmentation.h"

struct _SpSegmentation
{
  gatomicrefcount ref_count;
  SpDocument *document;  /* (owned) */
  GArray *segments;      /* (owned) (element-type SpSegment) */
  GArray *sentences;     /* (owned) (element-type SpSentence) */
  GArray *tokens;        /* (owned) (element-type SpToken) */
  GStringChunk *norms;   /* (owned): the tokens' norms, each once */
};

static void
add_tokens (SpSegmentation *self, SpSpan span)
{
  const char *text = sp_document_get_text (self->document, NULL);
  gsize start = span.start;

  for (gsize i = span.start; i <= span.end; i++)
    if (i == span.end || g_ascii_isspace (text[i]))
      {
        if (i > start)
          {
            g_autofree char *lower = g_ascii_strdown (text + start, i - start);
            SpToken token = { sp_span (start, i), SP_TOKEN_WORD,
                              g_string_chunk_insert_const (self->norms, lower) };

            g_array_append_val (self->tokens, token);
          }
        start = i + 1;
      }
}

SpSegmentation *
sp_segmentation_new (SpDocument *document, GCancellable *cancellable)
{
  SpSegmentation *self = g_new0 (SpSegmentation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->document = g_object_ref (document);
  self->segments = g_array_new (FALSE, FALSE, sizeof (SpSegment));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (SpSentence));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (SpToken));
  self->norms = g_string_chunk_new (4096);

  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);
      SpSegment segment = { block, self->sentences->len, 1, SP_BLOCK_NO_PARENT };
      SpSentence sentence = { block->span, i, self->tokens->len, 0 };

      add_tokens (self, block->span);
      sentence.n_tokens = self->tokens->len - sentence.first_token;
      g_array_append_val (self->sentences, sentence);
      g_array_append_val (self->segments, segment);
    }
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
