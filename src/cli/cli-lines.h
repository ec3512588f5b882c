/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CliLines:
 * @text: the line that was read last, with its line feed
 * @length: in bytes
 * @number: its number, from 1
 *
 * Standard input, line by line; lines of blanks are skipped but counted.
 */
typedef struct
{
  char *text; /* (owned) (nullable) */
  gsize length;
  gsize capacity;
  guint number;
} CliLines;

gboolean cli_lines_next (CliLines *self);
void     cli_lines_clear (CliLines *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliLines, cli_lines_clear)

G_END_DECLS
