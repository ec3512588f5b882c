/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-span.h"

G_BEGIN_DECLS

/**
 * SpBlockKind:
 * @SP_BLOCK_HEADING: a heading; its level is 1 to 6
 * @SP_BLOCK_PARAGRAPH: running text
 * @SP_BLOCK_ITEM: an item of a list; its level is the depth of the list, from 1
 * @SP_BLOCK_ROW: a row of a table, cells joined by " | "
 * @SP_BLOCK_BOILERPLATE: navigation, sharing, legal footers, terms of use on the same page: kept and
 *   shown, never judged
 */
typedef enum
{
  SP_BLOCK_HEADING,
  SP_BLOCK_PARAGRAPH,
  SP_BLOCK_ITEM,
  SP_BLOCK_ROW,
  SP_BLOCK_BOILERPLATE,
} SpBlockKind;

/**
 * SpBlockFlags:
 * @SP_BLOCK_RECOVERED: a heading that was split off running text: real, but not the author's markup
 * @SP_BLOCK_DAMAGED: text was repaired or dropped inside; what is found here is less sure
 */
typedef enum
{
  SP_BLOCK_RECOVERED = 1 << 0,
  SP_BLOCK_DAMAGED = 1 << 1,
} SpBlockFlags;

#define SP_BLOCK_NO_PARENT G_MAXUINT

/**
 * SpBlock:
 * @span: the block's text, without the line feeds around it
 * @level: see #SpBlockKind, else 0
 * @parent: index of the block it stands under: for an item its lead-in paragraph or the item above
 *   it, for a heading the heading one level up, else the heading; %SP_BLOCK_NO_PARENT at the top
 *
 * A piece of a document. Blocks stand in reading order; parents come before their children.
 */
typedef struct
{
  SpBlockKind kind;
  SpBlockFlags flags;
  SpSpan span;
  guint level;
  guint parent;
} SpBlock;

SP_EXPORT const char *sp_block_kind_get_id (SpBlockKind kind);

G_END_DECLS
