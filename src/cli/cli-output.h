/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/**
 * CliOutput:
 *
 * Where the reports of one run go: standard output, one file, or a file for each in a folder.
 */
typedef struct _CliOutput CliOutput;

CliOutput *cli_output_new (Cli *cli, const SpReportFormat *format, const char *path, gboolean several);
void       cli_output_free (CliOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliOutput, cli_output_free)

gboolean cli_output_is_stream (const CliOutput *self);
gboolean cli_output_add (CliOutput *self, const char *name, GBytes *report);
gboolean cli_output_add_line (CliOutput *self, GBytes *line);
gboolean cli_output_finish (CliOutput *self);

G_END_DECLS
