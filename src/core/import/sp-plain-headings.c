/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings that are only lines: short, without a verb, before a text. In plain text a bullet or a
 * number in front may be one too. */

#include "config.h"

#include <string.h>

#include "sp-heading-shape.h"
#include "sp-hygiene.h"
#include "sp-text-utils.h"

#define MAX_HEADING_WORDS 12
#define MAX_BULLET_WORDS 10
#define MAX_STOPPED_WORDS 8
#define MAX_QUESTION_WORDS 20

/* More lines of this shape in a row are a table of contents or a menu. */
#define MAX_RUN 3

/* In markup with this many headings of its own only what is plainly one is taken for another. */
#define MIN_MARKED_HEADINGS 3

/* … above a paragraph of as many words. */
#define MIN_PROSE_WORDS 12

typedef struct
{
  GPtrArray *blocks;
  gboolean is_marked; /* the author has marked headings up */
  guint level;        /* of the last one marked up */
  gboolean has_upper; /* some headings are in capitals: the others stand below them */
  gboolean has_begun; /* what comes now is no title any more */
} Finder;

static SpDraftBlock *
get_block (const Finder *self, guint i)
{
  return i < self->blocks->len ? g_ptr_array_index (self->blocks, i) : NULL;
}

static SpHeadingShape
measure (const SpDraftBlock *block)
{
  return sp_heading_shape_measure (block->text->str, block->text->len);
}

static gboolean
is_short_item (const SpDraftBlock *block)
{
  SpHeadingShape shape;

  if (block == NULL || block->kind != SP_BLOCK_ITEM)
    return FALSE;
  shape = measure (block);
  return shape.n_words > 0 && !shape.has_stop;
}

static gboolean
ends_with_colon (const SpDraftBlock *block)
{
  return block != NULL && g_str_has_suffix (block->text->str, ":");
}

/* "- How do we use data?" before a paragraph; but not the last of a list of short items. */
static gboolean
is_item_heading (const Finder *self, guint i)
{
  const SpDraftBlock *block = get_block (self, i);
  const SpDraftBlock *before = i > 0 ? get_block (self, i - 1) : NULL;
  const SpDraftBlock *after = get_block (self, i + 1);
  SpHeadingShape shape;

  if (block->n_marker == 0 || after == NULL || after->kind == SP_BLOCK_HEADING)
    return FALSE;
  if (is_short_item (before) || ends_with_colon (before) || is_short_item (after))
    return FALSE;

  shape = sp_heading_shape_measure (block->text->str + block->n_marker,
                                    block->text->len - block->n_marker);
  if (!sp_heading_shape_is_heading (&shape, MAX_BULLET_WORDS))
    return FALSE;
  return after->kind == SP_BLOCK_PARAGRAPH || shape.is_question
         || (g_ascii_isdigit (*block->text->str) && shape.n_known > 0);
}

/* A line that its number, its capitals or its words give away. */
static gboolean
is_plainly_heading (const SpHeadingShape *shape)
{
  if (!sp_heading_shape_is_heading (shape, MAX_HEADING_WORDS) || shape->starts_as_sentence
      || shape->has_year || (shape->has_verb && !shape->is_question))
    return FALSE;
  return shape->is_upper || (shape->number_depth > 0 && shape->n_known > 0)
         || (shape->n_known > 0 && shape->is_titled && shape->n_words > 1);
}

static gboolean
is_prose (const SpDraftBlock *block)
{
  return sp_text_count_words (block->text->str, block->text->len) >= MIN_PROSE_WORDS;
}

/* "How …?", which may be longer than other headings. */
static gboolean
is_question (const SpDraftBlock *block, const SpHeadingShape *shape)
{
  return shape->is_question && shape->n_known > 0 && !shape->starts_as_sentence
         && g_str_has_suffix (block->text->str, "?")
         && sp_heading_shape_is_heading (shape, MAX_QUESTION_WORDS);
}

/* In markup, a list of one item above a paragraph is a heading that was numbered as a list is. */
static gboolean
is_lone_item (const Finder *self, guint i)
{
  const SpDraftBlock *block = get_block (self, i);
  const SpDraftBlock *before = i > 0 ? get_block (self, i - 1) : NULL;
  const SpDraftBlock *after = get_block (self, i + 1);
  SpHeadingShape shape;

  if (block->kind != SP_BLOCK_ITEM || block->n_marker > 0 || block->level > 1 || before == NULL
      || before->kind == SP_BLOCK_ITEM || ends_with_colon (before) || after == NULL
      || after->kind != SP_BLOCK_PARAGRAPH || !is_prose (after))
    return FALSE;
  shape = measure (block);
  return (sp_heading_shape_is_heading (&shape, MAX_HEADING_WORDS) && shape.n_known > 0 && !shape.has_verb
          && !shape.starts_as_sentence)
         || is_question (block, &shape);
}

static gboolean
is_line_heading (const Finder *self, const SpDraftBlock *block)
{
  SpHeadingShape shape;

  if (block == NULL || block->kind != SP_BLOCK_PARAGRAPH)
    return FALSE;
  shape = measure (block);
  if (is_question (block, &shape))
    return TRUE;
  if (self->is_marked)
    return is_plainly_heading (&shape);
  if (sp_heading_shape_is_heading (&shape, MAX_HEADING_WORDS))
    return TRUE;
  /* "Changes to this notice." */
  return shape.n_words > 1 && shape.n_words <= MAX_STOPPED_WORDS && shape.has_known_start
         && !shape.has_verb && !shape.starts_as_sentence && g_str_has_suffix (block->text->str, ".");
}

static guint
choose_level (const Finder *self, const SpHeadingShape *shape)
{
  if (self->is_marked)
    return CLAMP (self->level + MAX (shape->number_depth, 1), 2, 6);
  if (shape->number_depth > 0)
    return MIN (1 + shape->number_depth, 6);
  if (!self->has_begun && shape->is_title)
    return 1;
  return self->has_upper && !shape->is_upper ? 3 : 2;
}

/* Bullets and numbers are layout: the kind of block says the same. */
static void
drop_marker (SpDraftBlock *block)
{
  SpDraftRewriter rewriter;
  gsize n = block->n_marker;

  while (n > 0 && g_ascii_isspace (block->text->str[n]))
    n++;
  /* A bullet alone is all the text there is. */
  if (n == 0 || n >= block->text->len)
    return;
  sp_draft_rewriter_init (&rewriter, block);
  sp_draft_rewriter_replace (&rewriter, 0, n, "", 0);
  block->n_marker = 0;
  sp_draft_rewriter_finish (&rewriter);
}

static void
make_heading (Finder *self, SpDraftBlock *block, gboolean recovered)
{
  SpHeadingShape shape;

  /* A bullet is no part of the heading, a number is. */
  if (block->n_marker > 0 && !g_ascii_isalnum (*block->text->str) && *block->text->str != '(')
    drop_marker (block);
  block->n_marker = 0;

  shape = measure (block);
  block->kind = SP_BLOCK_HEADING;
  block->level = choose_level (self, &shape);
  if (recovered)
    block->flags |= SP_BLOCK_RECOVERED;
  self->has_upper |= shape.is_upper && block->level == 2;
  self->has_begun = TRUE;
}

/* One past the last of the lines from @first on that look like headings. */
static guint
find_run_end (const Finder *self, guint first)
{
  guint i = first;

  while (i < self->blocks->len && is_line_heading (self, get_block (self, i)))
    i++;
  return i;
}

/* Among marked headings, a line may head a paragraph; a list only if it asks what the list answers. */
static gboolean
may_stand_above (const SpDraftBlock *block, const SpDraftBlock *after)
{
  SpHeadingShape shape = measure (block);

  return after->kind == SP_BLOCK_PARAGRAPH || (after->kind == SP_BLOCK_ITEM && is_question (block, &shape));
}

static void
read_run (Finder *self, guint first, guint end)
{
  const SpDraftBlock *after = get_block (self, end);
  guint start = end - first > MAX_RUN ? end - 1 : first;

  /* Nothing below it: no heading. */
  if (after == NULL || after->kind == SP_BLOCK_HEADING || after->kind == SP_BLOCK_BOILERPLATE)
    return;
  /* Lines of an address above its last one. */
  if (end - first > 1 && after->kind == SP_BLOCK_PARAGRAPH && after->n_marker == 0 && !is_prose (after)
      && strchr (".:;?!", after->text->str[after->text->len - 1]) == NULL)
    return;
  if (self->is_marked
      && (end - first > 1 || !is_prose (after) || !may_stand_above (get_block (self, first), after)))
    return;
  for (guint i = start; i < end; i++)
    make_heading (self, get_block (self, i), FALSE);
}

static guint
count_headings (const Finder *self)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    n += get_block (self, i)->kind == SP_BLOCK_HEADING;
  return n;
}

/**
 * sp_plain_headings_find:
 *
 * Makes headings of the lines that look like them, in plain text and in markup that has none.
 */
void
sp_plain_headings_find (SpDocumentBuilder *builder)
{
  Finder self = { .blocks = sp_document_builder_get_blocks (builder) };

  gboolean is_plain = sp_hygiene_is_plain_text (builder);

  self.is_marked = !is_plain && count_headings (&self) >= MIN_MARKED_HEADINGS;
  for (guint i = 0; i < self.blocks->len;)
    {
      SpDraftBlock *block = get_block (&self, i);
      guint end = find_run_end (&self, i);

      if (end > i)
        {
          read_run (&self, i, end);
          i = end;
          continue;
        }
      if (block->kind == SP_BLOCK_HEADING)
        self.level = block->level;
      self.has_begun |= block->kind != SP_BLOCK_BOILERPLATE;
      if (!self.is_marked && is_item_heading (&self, i))
        make_heading (&self, block, TRUE);
      else if (!is_plain && is_lone_item (&self, i))
        make_heading (&self, block, FALSE);
      else
        drop_marker (block);
      i++;
    }
}
