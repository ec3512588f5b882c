/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

/**
 * CliExit:
 *
 * Exit codes; public interface.
 */
typedef enum
{
  CLI_EXIT_DONE = 0,
  CLI_EXIT_BELOW = 1,        /* --fail-under or --fail-on holds */
  CLI_EXIT_USAGE = 2,        /* wrong usage */
  CLI_EXIT_INPUT = 3,        /* unreadable, unsupported or over a limit */
  CLI_EXIT_PARTLY = 4,       /* some of several files failed */
  CLI_EXIT_INTERNAL = 5,     /* an internal error, or the result cannot be written */
  CLI_EXIT_INTERRUPTED = 130,
} CliExit;

/**
 * Cli:
 * @command: the command that runs, or %NULL before it is known
 *
 * What every command is given: the options that all share.
 */
typedef struct
{
  const char *command;
  char *model; /* (owned) (nullable) */
  gboolean quiet;
  gboolean verbose;
  gboolean no_color;
} Cli;

/**
 * CliCommand:
 * @help: usage, with examples first
 * @run: does it; @argv begins with the command's name
 */
typedef struct
{
  const char *name;
  const char *summary;
  const char *help;
  CliExit (*run) (Cli *cli, int argc, char *argv[]);
} CliCommand;

extern const char cli_analyze_help[];
extern const char cli_extract_help[];
extern const char cli_tag_help[];
extern const char cli_library_help[];
extern const char cli_rubric_help[];
extern const char cli_schema_help[];

CliExit cli_analyze_run (Cli *cli, int argc, char *argv[]);
CliExit cli_extract_run (Cli *cli, int argc, char *argv[]);
CliExit cli_tag_run (Cli *cli, int argc, char *argv[]);
CliExit cli_library_run (Cli *cli, int argc, char *argv[]);
CliExit cli_rubric_run (Cli *cli, int argc, char *argv[]);
CliExit cli_schema_run (Cli *cli, int argc, char *argv[]);

G_END_DECLS
