/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Markdown by cmark's tree. Inline markup leaves its text; pipe tables, which CommonMark does not
 * know, become rows; blocks of raw HTML go through the HTML reader. */

#include "config.h"

#include "sp-markdown-reader.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-error.h"
#include "sp-html-reader.h"
#include "sp-limits.h"
#include "sp-reader-utils.h"

typedef struct
{
  SpDocumentBuilder *builder;
  SpDraftBlock *block; /* (owned) (nullable): collects text */
  guint list_depth;
  guint nesting;
  guint n_item_blocks; /* in the innermost item */
  gboolean strong_start; /* everything so far is bold */
  guint strong_depth;
  guint image_depth; /* alternative texts are no part of the policy */
} Reader;

static void
append_text (Reader *self, const char *text)
{
  SpDraftBlock *block = self->block;

  if (block == NULL || self->image_depth > 0)
    return;
  g_string_append (block->text, text);
  if (self->strong_depth == 0 && text[strspn (text, " \n")] != '\0')
    self->strong_start = FALSE;
  if (self->strong_start && self->strong_depth > 0)
    block->n_strong = block->text->len;
}

static gboolean
is_table (const char *text)
{
  const char *second = strchr (text, '\n');

  return *text == '|' && second != NULL && strspn (second + 1, "|-: ") >= 3
         && strchr ("\n", second[1 + strspn (second + 1, "|-: ")]) != NULL;
}

/* Cells of "| a | b |" joined by " | ". */
static void
add_row (Reader *self, const char *line, gsize length)
{
  g_autofree char *copy = g_strndup (line, length);
  g_auto (GStrv) cells = g_strsplit (copy, "|", -1);
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char *cell = g_strstrip (cells[i]);

      if (*cell != '\0')
        g_string_append_printf (row, "%s%s", row->len > 0 ? " | " : "", cell);
    }
  if (row->len > 0 && strspn (row->str, "|-: ") < row->len)
    sp_document_builder_take_block (self->builder, sp_draft_block_new (SP_BLOCK_ROW, 0, row->str, row->len));
}

static void
add_table (Reader *self, const char *text)
{
  while (*text != '\0')
    {
      gsize n = strcspn (text, "\n");

      add_row (self, text, n);
      text += n + (text[n] == '\n');
    }
}

/* Soft breaks were kept as tabs so that tables can be told; hard ones are line feeds. */
static void
close_block (Reader *self)
{
  SpDraftBlock *block = g_steal_pointer (&self->block);

  if (block == NULL)
    return;

  if (block->text->str[0] == '|')
    {
      g_autofree char *lines = g_strdelimit (g_strdup (block->text->str), "\t", '\n');

      if (is_table (lines))
        {
          add_table (self, lines);
          sp_draft_block_free (block);
          return;
        }
    }
  sp_document_builder_take_block (self->builder, block);
}

static void
open_block (Reader *self, SpBlockKind kind, guint level)
{
  close_block (self);
  self->block = sp_draft_block_new (kind, level, "", 0);
  self->strong_start = TRUE;
}

static void
enter_paragraph (Reader *self)
{
  if (self->list_depth == 0)
    {
      open_block (self, SP_BLOCK_PARAGRAPH, 0);
      return;
    }
  /* What follows in the same item stands under it. */
  open_block (self, SP_BLOCK_ITEM, self->list_depth + (self->n_item_blocks > 0));
  self->n_item_blocks++;
}

static gboolean
read_html (Reader *self, const char *html, GCancellable *cancellable, GError **error)
{
  close_block (self);
  return sp_html_reader_read_fragment (self->builder, html, strlen (html), cancellable, error);
}

static void
enter_inline (Reader *self, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      append_text (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      append_text (self, "\t");
      break;
    case CMARK_NODE_LINEBREAK:
      append_text (self, "\n");
      break;
    case CMARK_NODE_HTML_INLINE:
      if (g_ascii_strncasecmp (cmark_node_get_literal (node), "<br", 3) == 0)
        append_text (self, "\n");
      break;
    case CMARK_NODE_STRONG:
      self->strong_depth++;
      break;
    case CMARK_NODE_IMAGE:
      self->image_depth++;
      break;
    default:
      break;
    }
}

static gboolean
enter_node (Reader *self, cmark_node *node, GCancellable *cancellable, GError **error)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      open_block (self, SP_BLOCK_HEADING, cmark_node_get_heading_level (node));
      return TRUE;
    case CMARK_NODE_PARAGRAPH:
      enter_paragraph (self);
      return TRUE;
    case CMARK_NODE_CODE_BLOCK:
      enter_paragraph (self);
      append_text (self, cmark_node_get_literal (node));
      close_block (self);
      return TRUE;
    case CMARK_NODE_LIST:
      self->list_depth++;
      return TRUE;
    case CMARK_NODE_ITEM:
      self->n_item_blocks = 0;
      return TRUE;
    case CMARK_NODE_HTML_BLOCK:
      return read_html (self, cmark_node_get_literal (node), cancellable, error);
    default:
      enter_inline (self, node);
      return TRUE;
    }
}

static void
leave_node (Reader *self, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_LIST:
      self->list_depth--;
      self->n_item_blocks = 1;
      break;
    case CMARK_NODE_STRONG:
      self->strong_depth--;
      break;
    case CMARK_NODE_IMAGE:
      self->image_depth--;
      break;
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH:
      close_block (self);
      break;
    default:
      break;
    }
}

/* Leaves are entered, but never left. */
static gboolean
is_leaf (cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
check_nesting (guint nesting, GError **error)
{
  if (nesting <= SP_LIMIT_NESTING)
    return TRUE;

  g_set_error (error, SP_ERROR, SP_ERROR_TOO_DEEP,
               _("Lists and quotes are nested deeper than %u levels. Copy the policy from your "
                 "browser and paste it instead."),
               SP_LIMIT_NESTING);
  return FALSE;
}

static gboolean
walk (Reader *self, cmark_node *root, GCancellable *cancellable, GError **error)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;
  gboolean ok = TRUE;

  while (ok && (event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event == CMARK_EVENT_EXIT)
        {
          self->nesting--;
          leave_node (self, node);
          continue;
        }
      self->nesting += !is_leaf (node);
      ok = check_nesting (self->nesting, error)
           && enter_node (self, node, cancellable, error)
           && sp_reader_check (self->builder, cancellable, error);
    }

  cmark_iter_free (iter);
  close_block (self);
  return ok;
}

/* Fed in pieces so that a cancelled import comes back soon. */
static cmark_node *
parse (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  cmark_parser *parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  cmark_node *root;
  gsize at = 0;

  while (at < length && !g_cancellable_is_cancelled (cancellable))
    {
      gsize n = MIN (length - at, 65536);

      cmark_parser_feed (parser, text + at, n);
      at += n;
    }
  /* A parser that is not finished keeps its tree to itself, and forgets to free it. */
  root = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&root, cmark_node_free);
  return root;
}

/**
 * sp_markdown_reader_read:
 * @text: valid UTF-8
 *
 * Reads Markdown into blocks.
 *
 * Errors: %SP_ERROR_TOO_DEEP, %SP_ERROR_TOO_LARGE, %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether it succeeded
 */
gboolean
sp_markdown_reader_read (SpDocumentBuilder *builder, const char *text, gsize length,
                         GCancellable *cancellable, GError **error)
{
  Reader reader = { .builder = builder };
  cmark_node *root = parse (text, length, cancellable, error);
  gboolean ok;

  if (root == NULL)
    return FALSE;
  ok = walk (&reader, root, cancellable, error);
  cmark_node_free (root);
  return ok;
}
