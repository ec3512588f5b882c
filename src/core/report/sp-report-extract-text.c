/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was read from a file, as a person sees it on a terminal: headings stand out, lists are indented,
 * and what frames the policy is told in a line. */

#include "config.h"

#include "sp-report.h"

#include <glib/gi18n-lib.h>

#include "sp-report-terminal-private.h"

/* Wider lines are tiring to read. */
#define MAX_WIDTH 92

static void
add_wrapped (SpTerminal *terminal, SpTerminalStyle style, const char *first, const char *next, char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    sp_terminal_add_paragraph (terminal, style, i == 0 ? first : next, next, lines[i]);
}

static void
add_heading (SpTerminal *terminal, guint level, char *text)
{
  add_wrapped (terminal, SP_TERMINAL_BOLD | (level == 1 ? SP_TERMINAL_GREEN : 0), "", "", text);
  if (level == 1)
    sp_terminal_end_line (terminal);
}

static void
add_item (SpTerminal *terminal, guint level, char *text)
{
  g_autofree char *next = g_strnfill (2 * level + 2, ' ');
  g_autofree char *first = g_strdup_printf ("%*s• ", 2 * level, "");

  add_wrapped (terminal, SP_TERMINAL_PLAIN, first, next, text);
}

/* One past the last of the blocks from @first on that are not judged. */
static guint
find_frame_end (SpDocument *document, guint first)
{
  guint i = first;

  while (i < sp_document_get_n_blocks (document)
         && sp_document_get_block (document, i)->kind == SP_BLOCK_BOILERPLATE)
    i++;
  return i;
}

static void
add_frame (SpTerminal *terminal, guint n)
{
  g_autofree char *line
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "[%u line around the policy, not judged]",
                                      "[%u lines around the policy, not judged]", n),
                         n);

  sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, "", "", line);
  sp_terminal_end_line (terminal);
}

static void
add_block (SpTerminal *terminal, SpDocument *document, guint index)
{
  const SpBlock *block = sp_document_get_block (document, index);
  const SpBlock *next = index + 1 < sp_document_get_n_blocks (document)
                          ? sp_document_get_block (document, index + 1)
                          : NULL;
  g_autofree char *text = sp_span_dup_text (block->span, sp_document_get_text (document, NULL));

  if (block->kind == SP_BLOCK_HEADING)
    {
      add_heading (terminal, block->level, text);
      return;
    }
  if (block->kind == SP_BLOCK_ITEM)
    add_item (terminal, block->level, text);
  else
    add_wrapped (terminal, SP_TERMINAL_PLAIN, block->kind == SP_BLOCK_ROW ? "│ " : "",
                 block->kind == SP_BLOCK_ROW ? "│   " : "", text);

  /* A list stands close to the line that leads in to it. */
  if (next == NULL || next->kind != block->kind || block->kind == SP_BLOCK_PARAGRAPH)
    if (next == NULL || next->kind != SP_BLOCK_ITEM || next->parent != index)
      sp_terminal_end_line (terminal);
}

/* Each kind of repair once, with how often it was made. */
static void
add_diagnostics (SpTerminal *terminal, SpDocument *document)
{
  GPtrArray *diagnostics = sp_document_get_diagnostics (document);
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const SpDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      const char *message = diagnostic->message;
      g_autofree char *line = NULL;
      guint n = 0;

      /* The frame has been told where it stands. */
      if (g_str_equal (diagnostic->id, "boilerplate-marked"))
        continue;
      if (g_ptr_array_find_with_equal_func (messages, message, g_str_equal, NULL))
        continue;
      g_ptr_array_add (messages, (gpointer) message);
      for (guint j = i; j < diagnostics->len; j++)
        n += g_str_equal (((const SpDiagnostic *) g_ptr_array_index (diagnostics, j))->message, message);
      line = n > 1 ? g_strdup_printf ("%s (%u×)", message, n) : g_strdup (message);
      sp_terminal_add_paragraph (terminal, SP_TERMINAL_DIM, "— ", "  ", line);
    }
}

/**
 * sp_report_write_extract_for_terminal:
 * @options: its width and colours are used
 *
 * What was read from a file, to be looked at. Any thread.
 *
 * Returns: (transfer full): lines of text
 */
GBytes *
sp_report_write_extract_for_terminal (SpDocument *document, const SpReportOptions *options)
{
  g_autoptr (SpTerminal) terminal = sp_terminal_new (MIN (options->width, MAX_WIDTH), options->color);
  guint n_blocks = sp_document_get_n_blocks (document);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint end = find_frame_end (document, i);

      if (end == i)
        {
          add_block (terminal, document, i);
          continue;
        }
      add_frame (terminal, end - i);
      i = end - 1;
    }
  add_diagnostics (terminal, document);
  return sp_terminal_finish (terminal);
}
