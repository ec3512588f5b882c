/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-utils.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sp-paths.h"

/* A file is put in its place as a whole: an interrupt waits for that, and for nothing else. */
static volatile sig_atomic_t is_writing;
static volatile sig_atomic_t is_interrupted;

static void
interrupt_cb (int signal_number)
{
  is_interrupted = 1;
  if (!is_writing)
    _exit (CLI_EXIT_INTERRUPTED);
}

void
cli_catch_interrupts (void)
{
  struct sigaction action = { .sa_handler = interrupt_cb };

  sigaction (SIGINT, &action, NULL);
}

static void
begin_writing (void)
{
  is_writing = 1;
}

static void
end_writing (void)
{
  is_writing = 0;
  if (is_interrupted)
    _exit (CLI_EXIT_INTERRUPTED);
}

static GOptionContext *
create_context (Cli *cli, const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (NULL);
  const GOptionEntry shared[] = {
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &cli->model, NULL, NULL },
    { "no-color", 0, 0, G_OPTION_ARG_NONE, &cli->no_color, NULL, NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, NULL, NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &cli->verbose, NULL, NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, shared, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  return context;
}

static gboolean
parse (Cli *cli, GOptionContext *context, int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  cli_refuse (cli, "%s", error->message);
  return FALSE;
}

/* Takes the options before the first word that is none; that word becomes argv[1]. */
gboolean
cli_parse_leading_options (Cli *cli, const GOptionEntry *entries, int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = create_context (cli, entries);

  g_option_context_set_strict_posix (context, TRUE);
  return parse (cli, context, argc, argv);
}

/* Takes all options of a command; complains and is %FALSE if one is wrong. */
gboolean
cli_parse_options (Cli *cli, const GOptionEntry *entries, int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = create_context (cli, entries);

  if (!parse (cli, context, &argc, &argv))
    return FALSE;
  if (argc > 1)
    {
      cli_refuse (cli, "“%s” is not expected here.", argv[1]);
      return FALSE;
    }
  return TRUE;
}

static void
print_message (const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  fprintf (stderr, "smallprint-cli: %s\n", message);
}

/* Something to know; --quiet silences it. */
void
cli_warn (Cli *cli, const char *format, ...)
{
  va_list arguments;

  if (cli->quiet)
    return;
  va_start (arguments, format);
  print_message (format, arguments);
  va_end (arguments);
}

/* Something that went wrong. */
void
cli_complain (Cli *cli, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_message (format, arguments);
  va_end (arguments);
}

/* Wrong usage: says what, and where to read more. */
CliExit
cli_refuse (Cli *cli, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_message (format, arguments);
  va_end (arguments);
  fprintf (stderr, "Try “smallprint-cli %s%s--help”.\n", cli->command != NULL ? cli->command : "",
           cli->command != NULL ? " " : "");
  return CLI_EXIT_USAGE;
}

/* All knowledge and the model; complains and is %NULL if something is wrong with it. */
SpKnowledge *
cli_load_knowledge (Cli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sp_paths_find_model (cli->model);
  g_auto (GStrv) packs = sp_paths_list_packs ();
  SpKnowledge *knowledge = sp_knowledge_new_with_packs (path, (const char *const *) packs, &error);

  if (knowledge == NULL)
    {
      cli_complain (cli, "%s", error->message);
      return NULL;
    }
  for (const char *const *refused = sp_knowledge_get_refused_packs (knowledge); *refused != NULL; refused++)
    cli_warn (cli, "A legal pack of yours is left out: %s", *refused);
  if (cli->verbose)
    cli_warn (cli, "Tagging with %s.", path != NULL ? path : "cue words, as there is no model");
  return knowledge;
}

/* The name a file has in results. */
char *
cli_dup_name (const char *path)
{
  if (g_str_equal (path, "-"))
    return g_strdup (CLI_STDIN_NAME);
  return g_filename_display_basename (path);
}

static SpSource *
read_input (const char *media_type, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  SpSource *source;

  if (cli_has_terminal_input ())
    fputs ("Reading from the terminal; Ctrl+D ends the text.\n", stderr);
  stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  source = sp_source_new_for_stream (stream, CLI_STDIN_NAME, NULL, error);
  if (source != NULL)
    source->media_type = g_strdup (media_type);
  return source;
}

/* Reads a file, or standard input if @path is "-". @media_type: (nullable): of standard input.
 * @charset: (nullable): chosen instead of what the file says */
SpSource *
cli_read_source (const char *path, const char *media_type, const char *charset, GError **error)
{
  g_autoptr (GFile) file = g_str_equal (path, "-") ? NULL : g_file_new_for_path (path);
  SpSource *source = file != NULL ? sp_source_new_for_file (file, NULL, error) : read_input (media_type, error);

  if (source != NULL)
    source->charset = g_strdup (charset);
  return source;
}

static gboolean
complain_of_output (Cli *cli, const char *path, int error_number)
{
  cli_complain (cli, "%s: cannot be written: %s", path, g_strerror (error_number));
  return FALSE;
}

gboolean
cli_write_output (Cli *cli, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  /* An empty list has no data to point to. */
  if (length == 0 || fwrite (data, 1, length, stdout) == length)
    return TRUE;
  return complain_of_output (cli, "standard output", errno);
}

/* Whether what was printed has arrived; a full disk shows only now. */
gboolean
cli_flush_output (Cli *cli)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  return complain_of_output (cli, "standard output", errno);
}

static gboolean
is_device (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && !S_ISREG (info.st_mode);
}

static gboolean
write_to_device (const char *path, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  FILE *stream = fopen (path, "we");
  gboolean written;

  if (stream == NULL)
    return FALSE;
  written = fwrite (data, 1, length, stream) == length;
  return fclose (stream) == 0 && written;
}

/* Puts a whole file in its place or leaves what is there; a pipe or device is simply written to. */
gboolean
cli_write_file (Cli *cli, const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean written;

  if (is_device (path))
    return write_to_device (path, bytes) || complain_of_output (cli, path, errno);

  begin_writing ();
  written = g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error);
  end_writing ();
  if (!written)
    cli_complain (cli, "%s", error->message);
  return written;
}

gboolean
cli_has_terminal_input (void)
{
  return isatty (STDIN_FILENO);
}

gboolean
cli_has_terminal_output (void)
{
  return isatty (STDOUT_FILENO);
}

gboolean
cli_has_terminal_errors (void)
{
  return isatty (STDERR_FILENO);
}

/* https://no-color.org: any value but an empty one. */
gboolean
cli_wants_color (Cli *cli)
{
  const char *no_color = getenv ("NO_COLOR");
  const char *terminal = getenv ("TERM");

  return !cli->no_color && (no_color == NULL || *no_color == '\0') && cli_has_terminal_output ()
         && terminal != NULL && !g_str_equal (terminal, "dumb");
}

guint
cli_get_width (void)
{
  struct winsize size;

  if (cli_has_terminal_output () && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 80;
}
