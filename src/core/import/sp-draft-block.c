/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-draft-block.h"

/* A replaced range, in the old and in the new text. */
typedef struct
{
  SpSpan before;
  SpSpan after;
} Change;

static void
clear_mark (gpointer data)
{
  g_free (((SpDraftMark *) data)->message);
}

static GArray *
new_marks (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SpDraftMark));

  g_array_set_clear_func (marks, clear_mark);
  return marks;
}

/**
 * sp_draft_block_new:
 * @text: UTF-8, taken as it is
 * @length: in bytes, or -1 if NUL-terminated
 *
 * Returns: (transfer full): a block
 */
SpDraftBlock *
sp_draft_block_new (SpBlockKind kind, guint level, const char *text, gssize length)
{
  SpDraftBlock *self = g_new0 (SpDraftBlock, 1);

  self->kind = kind;
  self->level = level;
  self->text = g_string_new_len (text, length);
  return self;
}

void
sp_draft_block_free (SpDraftBlock *self)
{
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

/**
 * sp_draft_block_mark:
 * @id: (nullable): a static string, %NULL for injected words
 * @start: first byte in the text as it stands now
 * @message: (nullable): translated
 */
void
sp_draft_block_mark (SpDraftBlock *self, const char *id, gsize start, gsize end,
                     const char *message)
{
  SpDraftMark mark = { start, end, id, g_strdup (message) };

  if (self->marks == NULL)
    self->marks = new_marks ();
  g_array_append_val (self->marks, mark);
}

/* The bytes of @text in @span without the white space around them. */
static SpSpan
trim_span (const GString *text, SpSpan span)
{
  while (span.start < span.end && g_ascii_isspace (text->str[span.start]))
    span.start++;
  while (span.end > span.start && g_ascii_isspace (text->str[span.end - 1]))
    span.end--;
  return span;
}

static SpDraftBlock *
cut_piece (const SpDraftBlock *self, SpSpan span)
{
  SpDraftBlock *piece = sp_draft_block_new (self->kind, self->level, self->text->str + span.start,
                                            sp_span_length (span));

  piece->flags = self->flags;
  if (self->n_strong > span.start)
    piece->n_strong = MIN (self->n_strong, span.end) - span.start;
  return piece;
}

/**
 * sp_draft_block_split:
 * @self: (transfer full)
 * @cuts: (array length=n_cuts): places in the text, ascending
 * @pieces: (element-type SpDraftBlock): receives @n_cuts + 1 pieces, %NULL for those that are blank
 *
 * White space around a cut is dropped. A mark goes with the piece that it starts in.
 */
void
sp_draft_block_split (SpDraftBlock *self, const gsize *cuts, guint n_cuts, GPtrArray *pieces)
{
  gsize start = 0;
  guint m = 0;

  for (guint i = 0; i <= n_cuts; i++)
    {
      gsize end = i < n_cuts ? cuts[i] : self->text->len;
      SpSpan span = trim_span (self->text, sp_span (start, end));
      SpDraftBlock *piece;

      start = end;
      if (sp_span_is_empty (span))
        {
          g_ptr_array_add (pieces, NULL);
          continue;
        }

      piece = cut_piece (self, span);
      for (; self->marks != NULL && m < self->marks->len; m++)
        {
          const SpDraftMark *mark = &g_array_index (self->marks, SpDraftMark, m);

          if (mark->start >= end && i < n_cuts)
            break;
          sp_draft_block_mark (piece, mark->id, CLAMP (mark->start, span.start, span.end) - span.start,
                               CLAMP (mark->end, span.start, span.end) - span.start, mark->message);
        }
      g_ptr_array_add (pieces, piece);
    }

  sp_draft_block_free (self);
}

void
sp_draft_rewriter_init (SpDraftRewriter *self, SpDraftBlock *block)
{
  *self = (SpDraftRewriter) { block, NULL, 0, NULL, NULL };
}

/**
 * sp_draft_rewriter_replace:
 * @start: first byte to replace, in the block's text; not before the end of the last replacement
 * @end: one past the last byte
 */
void
sp_draft_rewriter_replace (SpDraftRewriter *self, gsize start, gsize end, const char *text,
                           gsize length)
{
  Change change = { .before = { start, end } };

  g_assert (self->position <= start && start <= end && end <= self->block->text->len);

  if (self->text == NULL)
    {
      self->text = g_string_sized_new (self->block->text->len);
      self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
    }
  g_string_append_len (self->text, self->block->text->str + self->position, start - self->position);
  change.after.start = self->text->len;
  g_string_append_len (self->text, text, length);
  change.after.end = self->text->len;
  self->position = end;
  g_array_append_val (self->changes, change);
}

/**
 * sp_draft_rewriter_mark:
 *
 * Marks what the last replacement put in.
 */
void
sp_draft_rewriter_mark (SpDraftRewriter *self, const char *id, const char *message)
{
  const Change *last = &g_array_index (self->changes, Change, self->changes->len - 1);
  SpDraftMark mark = { last->after.start, last->after.end, id, g_strdup (message) };

  if (self->marks == NULL)
    self->marks = new_marks ();
  g_array_append_val (self->marks, mark);
}

static gsize
move_position (const GArray *changes, gsize position)
{
  guint low = 0;
  guint high = changes->len;
  const Change *change;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (changes, Change, middle).before.start < position)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return position;

  change = &g_array_index (changes, Change, low - 1);
  if (position < change->before.end)
    return change->after.end;
  return change->after.end + (position - change->before.end);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const SpDraftMark *x = a;
  const SpDraftMark *y = b;

  return sp_span_compare (sp_span (x->start, x->end), sp_span (y->start, y->end));
}

/* Moves the marks that were there, and sorts the new ones in. */
static void
move_marks (SpDraftRewriter *self)
{
  SpDraftBlock *block = self->block;

  for (guint i = 0; block->marks != NULL && i < block->marks->len; i++)
    {
      SpDraftMark *mark = &g_array_index (block->marks, SpDraftMark, i);

      mark->start = move_position (self->changes, mark->start);
      mark->end = MAX (mark->start, move_position (self->changes, mark->end));
    }

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const SpDraftMark *mark = &g_array_index (self->marks, SpDraftMark, i);

      sp_draft_block_mark (block, mark->id, mark->start, mark->end, mark->message);
    }
  if (self->marks != NULL)
    g_array_sort (block->marks, compare_marks);
}

/**
 * sp_draft_rewriter_finish:
 *
 * Takes the rest of the old text over and gives the block its new one.
 *
 * Returns: whether anything was replaced
 */
gboolean
sp_draft_rewriter_finish (SpDraftRewriter *self)
{
  SpDraftBlock *block = self->block;

  if (self->text == NULL)
    return FALSE;

  g_string_append_len (self->text, block->text->str + self->position,
                       block->text->len - self->position);
  move_marks (self);
  block->n_strong = move_position (self->changes, block->n_strong);
  block->n_marker = move_position (self->changes, block->n_marker);
  g_string_free (block->text, TRUE);
  block->text = g_steal_pointer (&self->text);
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  return TRUE;
}
