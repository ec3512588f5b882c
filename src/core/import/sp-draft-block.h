/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-block.h"

G_BEGIN_DECLS

/**
 * SpDraftMark:
 * @id: (nullable): of a diagnostic, a static string; %NULL for injected words
 * @message: (nullable): translated
 *
 * A place inside a draft block. It follows its characters when the block is rewritten or split.
 */
typedef struct
{
  gsize start;
  gsize end;
  const char *id;
  char *message; /* (owned) */
} SpDraftMark;

/**
 * SpDraftBlock:
 * @text: as the source has it until the pass sp_characters_normalize(): then in one line, white space
 *   collapsed; line feeds only where the source breaks a line on purpose
 * @n_marker: how many bytes at the start of @text are a bullet or number that plain text begins an
 *   item with; gone after sp_plain_headings_find()
 * @n_strong: how many bytes at the start of @text the source sets in bold
 * @marks: (nullable) (element-type SpDraftMark)
 *
 * A block before positions are known. Readers append them, hygiene passes edit them.
 */
typedef struct
{
  SpBlockKind kind;
  SpBlockFlags flags;
  guint level;
  GString *text;
  gsize n_marker;
  gsize n_strong;
  GArray *marks;
} SpDraftBlock;

SpDraftBlock *sp_draft_block_new  (SpBlockKind kind, guint level, const char *text, gssize length);
void          sp_draft_block_free (SpDraftBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDraftBlock, sp_draft_block_free)

void sp_draft_block_mark (SpDraftBlock *self, const char *id, gsize start, gsize end,
                          const char *message);
void sp_draft_block_split (SpDraftBlock *self, const gsize *cuts, guint n_cuts, GPtrArray *pieces);

/**
 * SpDraftRewriter:
 *
 * Replaces parts of a block's text from front to back, in linear time, and moves marks along.
 * Lives on the stack; nothing is allocated until something is replaced.
 */
typedef struct
{
  SpDraftBlock *block;
  GString *text;   /* (nullable): the new text so far */
  gsize position;  /* how much of the old text is taken over */
  GArray *changes; /* (nullable) */
  GArray *marks;   /* (nullable) (element-type SpDraftMark): of the new text */
} SpDraftRewriter;

void     sp_draft_rewriter_init    (SpDraftRewriter *self, SpDraftBlock *block);
void     sp_draft_rewriter_replace (SpDraftRewriter *self, gsize start, gsize end,
                                    const char *text, gsize length);
void     sp_draft_rewriter_mark    (SpDraftRewriter *self, const char *id, const char *message);
gboolean sp_draft_rewriter_finish  (SpDraftRewriter *self);

G_END_DECLS
