/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-utils.h"

const char cli_rubric_help[]
  = "Usage: smallprint-cli rubric [OPTION…]\n"
    "\n"
    "Prints every question with its weight and levels, every finding with its severity and\n"
    "source, and all that the legal packs look for, with article and source: what a result\n"
    "can be checked against.\n"
    "\n"
    "Examples:\n"
    "  smallprint-cli rubric | less\n"
    "  smallprint-cli rubric --format json\n"
    "\n"
    "Options:\n"
    "  --format FORMAT   text (default), json or markdown\n";

static gboolean
find_kind (const char *format, SpReportKind *kind)
{
  static const char *const formats[] = {
    [SP_REPORT_TEXT] = "text", [SP_REPORT_JSON] = "json", [SP_REPORT_MARKDOWN] = "markdown"
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (format == NULL || g_str_equal (formats[i], format))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

CliExit
cli_rubric_run (Cli *cli, int argc, char *argv[])
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { NULL },
  };
  SpReportKind kind;
  g_autoptr (SpKnowledge) knowledge = NULL;
  g_autoptr (GBytes) report = NULL;

  if (!cli_parse_options (cli, entries, argc, argv))
    return CLI_EXIT_USAGE;
  if (!find_kind (format, &kind))
    return cli_refuse (cli, "There is no format “%s” here. The formats are text, json, markdown.",
                       format);

  knowledge = cli_load_knowledge (cli);
  if (knowledge == NULL)
    return CLI_EXIT_INPUT;
  report = sp_report_write_rubric (sp_knowledge_get_rubric (knowledge),
                                   sp_knowledge_get_registry (knowledge),
                                   sp_knowledge_get_packs (knowledge), kind);
  return cli_write_output (cli, report) ? CLI_EXIT_DONE : CLI_EXIT_INTERNAL;
}
