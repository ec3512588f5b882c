/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpTerminalStyle:
 *
 * How words look on a terminal that has colours; flags, of which one colour at most.
 */
typedef enum
{
  SP_TERMINAL_PLAIN = 0,
  SP_TERMINAL_BOLD = 1 << 0,
  SP_TERMINAL_DIM = 1 << 1,
  SP_TERMINAL_RED = 1 << 2,
  SP_TERMINAL_GREEN = 1 << 3,
  SP_TERMINAL_YELLOW = 1 << 4,
} SpTerminalStyle;

/**
 * SpTerminal:
 *
 * Sets text in lines of so many columns. What comes from a document cannot steer the terminal:
 * control and formatting characters are left out.
 */
typedef struct _SpTerminal SpTerminal;

SpTerminal *sp_terminal_new (guint width, gboolean color);
void        sp_terminal_free (SpTerminal *self);
GBytes     *sp_terminal_finish (SpTerminal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpTerminal, sp_terminal_free)

guint sp_terminal_get_width (const SpTerminal *self);
guint sp_terminal_count_columns (const char *text);
char *sp_terminal_fit (const char *text, guint n_columns);

void sp_terminal_add (SpTerminal *self, SpTerminalStyle style, const char *text);
void sp_terminal_add_rest (SpTerminal *self, SpTerminalStyle style, const char *text);
void sp_terminal_add_paragraph (SpTerminal *self, SpTerminalStyle style, const char *first_prefix,
                                const char *next_prefix, const char *text);
void sp_terminal_end_line (SpTerminal *self);

G_END_DECLS
