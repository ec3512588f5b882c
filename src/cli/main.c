/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-utils.h"
#include "cli.h"

static const CliCommand commands[] = {
  { "analyze", "read policies, score them and show what they say", cli_analyze_help, cli_analyze_run },
  { "extract", "print the normalised text of a file", cli_extract_help, cli_extract_run },
  { "tag", "label segments given as JSON Lines", cli_tag_help, cli_tag_run },
  { "library", "keep, list and search policies, as the desktop program does", cli_library_help,
    cli_library_run },
  { "rubric", "print every question, weight, level and finding", cli_rubric_help, cli_rubric_run },
  { "schema", "print the JSON Schema of an analysis", cli_schema_help, cli_schema_run },
};

static const char general_help[]
  = "Usage: smallprint-cli COMMAND [OPTION…] [FILE…]\n"
    "\n"
    "Reads privacy policies on this computer: no command reaches a network.\n"
    "\n"
    "Examples:\n"
    "  smallprint-cli analyze policy.html            what it says, and its grade\n"
    "  smallprint-cli analyze policy.html -o report.pdf --format pdf\n"
    "  smallprint-cli analyze --format jsonl policies/ > all.jsonl\n"
    "\n"
    "Commands:\n";

static const char general_options[]
  = "\n"
    "Options of every command:\n"
    "  --model PATH     tag with another model\n"
    "  --no-color       no colours; so does NO_COLOR in the environment\n"
    "  -q, --quiet      no warnings and no progress; errors only\n"
    "  -v, --verbose    say what is done\n"
    "  -h, --help       this help, or that of a command\n"
    "  --version        the version\n"
    "\n"
    "Exit status: 0 done, 1 --fail-under or --fail-on holds, 2 wrong usage, 3 the input cannot be\n"
    "read, 4 some of several files failed, 5 internal error, 130 interrupted.\n";

static void
print_general_help (FILE *stream)
{
  fputs (general_help, stream);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-9s %s\n", commands[i].name, commands[i].summary);
  fputs (general_options, stream);
}

static const CliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static CliExit
refuse_command (Cli *cli, const char *name)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", commands[i].name);
  return cli_refuse (cli, "There is no command “%s”. The commands are %s.", name, names->str);
}

/* Whether --help stands before anything that ends the options. */
static gboolean
wants_help (int argc, char *argv[])
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;
  return FALSE;
}

static CliExit
run_command (Cli *cli, const CliCommand *command, int argc, char *argv[])
{
  cli->command = command->name;
  if (wants_help (argc, argv))
    {
      fputs (command->help, stdout);
      return CLI_EXIT_DONE;
    }
  return command->run (cli, argc, argv);
}

/* Options before the command belong to every command. */
static CliExit
run (Cli *cli, int argc, char *argv[])
{
  gboolean show_version = FALSE;
  gboolean show_help = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &show_help, NULL, NULL },
    { NULL },
  };
  const CliCommand *command;

  if (!cli_parse_leading_options (cli, entries, &argc, &argv))
    return CLI_EXIT_USAGE;
  if (show_version)
    {
      puts ("smallprint-cli " SP_VERSION);
      return CLI_EXIT_DONE;
    }
  if (show_help && argc < 2)
    {
      print_general_help (stdout);
      return CLI_EXIT_DONE;
    }
  if (argc < 2)
    {
      print_general_help (stderr);
      return CLI_EXIT_USAGE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    return refuse_command (cli, argv[1]);
  if (show_help)
    {
      fputs (command->help, stdout);
      return CLI_EXIT_DONE;
    }
  return run_command (cli, command, argc - 1, argv + 1);
}

int
main (int argc, char *argv[])
{
  Cli cli = { NULL };
  CliExit status;

  /* The locale is left alone on purpose: the same input gives the same bytes everywhere. */
  cli_catch_interrupts ();
  status = run (&cli, argc, argv);
  g_free (cli.model);
  return cli_flush_output (&cli) ? (int) status : CLI_EXIT_INTERNAL;
}
