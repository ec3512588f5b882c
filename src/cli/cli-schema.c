/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-utils.h"

const char cli_schema_help[]
  = "Usage: smallprint-cli schema [NAME]\n"
    "\n"
    "Prints the JSON Schema (2020-12) of what “analyze --format json” writes.\n"
    "\n"
    "Examples:\n"
    "  smallprint-cli schema > analysis.schema.json\n"
    "  smallprint-cli schema rubric\n"
    "\n"
    "NAME is analysis (default), extract, library, pack or rubric.\n";

CliExit
cli_schema_run (Cli *cli, int argc, char *argv[])
{
  g_auto (GStrv) names = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  g_autoptr (GBytes) schema = NULL;

  if (!cli_parse_options (cli, entries, argc, argv))
    return CLI_EXIT_USAGE;
  if (names != NULL && names[1] != NULL)
    return cli_refuse (cli, "Give one name.");

  schema = sp_report_get_schema (names != NULL ? names[0] : "analysis");
  if (schema == NULL)
    return cli_refuse (cli, "There is no schema “%s”. The schemas are analysis, extract, library, pack, rubric.",
                       names[0]);
  return cli_write_output (cli, schema) ? CLI_EXIT_DONE : CLI_EXIT_INTERNAL;
}
