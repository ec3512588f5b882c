/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "cli.h"

G_BEGIN_DECLS

/* What standard input is called in results. */
#define CLI_STDIN_NAME "stdin"

void    cli_catch_interrupts (void);

gboolean cli_parse_leading_options (Cli *cli, const GOptionEntry *entries, int *argc, char ***argv);
gboolean cli_parse_options (Cli *cli, const GOptionEntry *entries, int argc, char *argv[]);

void    cli_warn (Cli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
void    cli_complain (Cli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
CliExit cli_refuse (Cli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

SpKnowledge *cli_load_knowledge (Cli *cli);
SpSource    *cli_read_source (const char *path, const char *media_type, const char *charset,
                              GError **error);
char        *cli_dup_name (const char *path);

gboolean cli_write_output (Cli *cli, GBytes *bytes);
gboolean cli_write_file (Cli *cli, const char *path, GBytes *bytes);
gboolean cli_flush_output (Cli *cli);

gboolean cli_has_terminal_input (void);
gboolean cli_has_terminal_output (void);
gboolean cli_has_terminal_errors (void);
gboolean cli_wants_color (Cli *cli);
guint    cli_get_width (void);

G_END_DECLS
