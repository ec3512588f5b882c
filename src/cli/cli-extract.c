/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-utils.h"

const char cli_extract_help[]
  = "Usage: smallprint-cli extract [OPTION…] FILE\n"
    "\n"
    "Prints the normalised text of a file, as the analysis reads it. On a terminal,\n"
    "without --format, headings and lists are set off and the frame of the page is\n"
    "left out.\n"
    "\n"
    "Examples:\n"
    "  smallprint-cli extract policy.html\n"
    "  smallprint-cli extract --format json policy.html    with blocks and outline\n"
    "  smallprint-cli extract --type text/html - < page    from standard input\n"
    "\n"
    "Options:\n"
    "  --format FORMAT     text (default) or json\n"
    "  -o, --output PATH   write there instead of standard output\n"
    "  --type MEDIA-TYPE   what standard input is, as text/html\n"
    "  --charset NAME      how characters are encoded, whatever the file says, as\n"
    "                      windows-1251\n";

typedef struct
{
  char *format;  /* (owned) (nullable) */
  char *output;  /* (owned) (nullable) */
  char *type;    /* (owned) (nullable) */
  char *charset; /* (owned) (nullable) */
  char **paths;  /* (owned) (nullable) */
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
  g_free (options->type);
  g_free (options->charset);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Whoever asks for no form and looks at a terminal wants to read. */
static GBytes *
write_report (Cli *cli, const Options *options, SpReportKind kind, SpDocument *document)
{
  SpReportOptions look = SP_REPORT_OPTIONS_DEFAULT;

  if (options->format != NULL || options->output != NULL || !cli_has_terminal_output ())
    return sp_report_write_extract (document, kind);
  look.color = cli_wants_color (cli);
  look.width = cli_get_width ();
  return sp_report_write_extract_for_terminal (document, &look);
}

static CliExit
extract (Cli *cli, const Options *options, SpReportKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpSource) source
      = cli_read_source (options->paths[0], options->type, options->charset, &error);
  g_autoptr (SpDocument) document = NULL;
  g_autoptr (GBytes) report = NULL;

  if (source != NULL)
    document = sp_importer_read (source, NULL, &error);
  if (document == NULL)
    {
      cli_complain (cli, "%s: %s", options->paths[0], sp_source_describe_error (error));
      return CLI_EXIT_INPUT;
    }

  report = write_report (cli, options, kind, document);
  if (options->output != NULL ? cli_write_file (cli, options->output, report)
                              : cli_write_output (cli, report))
    return CLI_EXIT_DONE;
  return CLI_EXIT_INTERNAL;
}

CliExit
cli_extract_run (Cli *cli, int argc, char *argv[])
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "type", 0, 0, G_OPTION_ARG_STRING, &options.type, NULL, NULL },
    { "charset", 0, 0, G_OPTION_ARG_STRING, &options.charset, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    { NULL },
  };
  SpReportKind kind = SP_REPORT_TEXT;

  if (!cli_parse_options (cli, entries, argc, argv))
    return CLI_EXIT_USAGE;
  if (g_strcmp0 (options.format, "json") == 0)
    kind = SP_REPORT_JSON;
  else if (options.format != NULL && !g_str_equal (options.format, "text"))
    return cli_refuse (cli, "There is no format “%s” here. The formats are text, json.", options.format);
  if (options.paths == NULL || options.paths[1] != NULL)
    return cli_refuse (cli, "Give one file, or - for standard input.");
  if (options.type != NULL && !g_str_equal (options.paths[0], "-"))
    return cli_refuse (cli, "--type is for standard input, given as -.");
  return extract (cli, &options, kind);
}
