/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of the desktop program, from a terminal. */
#include "config.h"

#include "cli-inputs.h"
#include "cli-library.h"
#include "cli-output.h"
#include "cli-utils.h"

#define MAX_HITS 100

const char cli_library_help[]
  = "Usage: smallprint-cli library ACTION [OPTION…] [ARGUMENT…]\n"
    "\n"
    "Keeps policies in the library that the desktop program shows.\n"
    "\n"
    "Examples:\n"
    "  smallprint-cli library add policies/           read and keep; folders are walked\n"
    "  smallprint-cli library list                    what is kept, by number\n"
    "  smallprint-cli library search \"sell your data\"  where these words stand\n"
    "  smallprint-cli library show 3                  the analysis of one\n"
    "  smallprint-cli library export 3 4 -o FOLDER --format pdf\n"
    "  smallprint-cli library remove 3                for good\n"
    "\n"
    "Options:\n"
    "  --format FORMAT     text (default) or json; export also jsonl, markdown, html,\n"
    "                      csv, jsonld, pdf\n"
    "  --library PATH      another library\n"
    "  -o, --output PATH   export: one policy: a file; several: a folder\n";

typedef struct
{
  char *format;     /* (owned) (nullable) */
  char *path;       /* (owned) (nullable) */
  char *output;     /* (owned) (nullable) */
  char **arguments; /* (owned) (nullable) */
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->path);
  g_free (options->output);
  g_strfreev (options->arguments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What every action works with. */
typedef struct
{
  Cli *cli;
  const Options *options;
  char **arguments; /* (not owned): after the action */
  SpLibrary *library;
  gboolean json;
} Run;

/* The library works in a thread of its own: each call is waited for here. */

static void
keep_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static SpLibraryEntry *
keep (SpLibrary *library, SpAnalysis *analysis, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_library_add_async (library, analysis, NULL, keep_result_cb, &result);
  wait_for (&result);
  return sp_library_add_finish (library, result, error);
}

/**
 * cli_library_open:
 * @path: (nullable): %NULL for the library of the desktop program
 *
 * Returns: (transfer full): a library; nothing is read or made yet
 */
SpLibrary *
cli_library_open (const char *path)
{
  g_autofree char *own = path == NULL ? sp_library_dup_default_path () : NULL;

  return sp_library_new (path != NULL ? path : own);
}

/**
 * cli_library_keep:
 * @library: (nullable): where nothing is to be kept
 *
 * Keeps @analysis, or says why it cannot.
 *
 * Returns: whether all is well
 */
gboolean
cli_library_keep (Cli *cli, SpLibrary *library, SpAnalysis *analysis)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpLibraryEntry) entry = NULL;

  if (library == NULL)
    return TRUE;
  entry = keep (library, analysis, &error);
  if (entry == NULL)
    cli_complain (cli, "%s: %s", sp_analysis_get_source (analysis)->name, error->message);
  return entry != NULL;
}

static SpAnalysis *
read_kept (Run *run, SpAnalyzer *analyzer, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) reviewed = NULL;
  g_autoptr (SpSource) source = NULL;
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autofree char *json = NULL;
  g_autoptr (SpReview) review = NULL;

  sp_library_load_async (run->library, id, NULL, keep_result_cb, &loaded);
  wait_for (&loaded);
  source = sp_library_load_finish (run->library, loaded, error);
  if (source == NULL)
    return NULL;
  sp_library_load_review_async (run->library, id, NULL, keep_result_cb, &reviewed);
  wait_for (&reviewed);
  json = sp_library_load_text_finish (run->library, reviewed, NULL);
  if (json != NULL)
    review = sp_review_new_from_json (json, -1, NULL);
  analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, error);
  if (analysis == NULL || review == NULL)
    return g_steal_pointer (&analysis);
  return sp_analysis_review (analysis, review, NULL);
}

static CliExit
complain (Run *run, const GError *error)
{
  cli_complain (run->cli, "%s", sp_source_describe_error (error));
  return CLI_EXIT_INPUT;
}

static gboolean
parse_id (const char *text, gint64 *id)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;
  *id = (gint64) number;
  return TRUE;
}

static SpAnalyzer *
load_analyzer (Run *run)
{
  g_autoptr (SpKnowledge) knowledge = cli_load_knowledge (run->cli);

  return knowledge != NULL ? sp_analyzer_new (knowledge) : NULL;
}

/* Writing. */

static void
write_entry (SpJsonWriter *json, SpLibraryEntry *entry)
{
  const char grade[2] = { sp_library_entry_get_grade (entry), '\0' };

  sp_json_writer_int (json, "id", sp_library_entry_get_id (entry));
  sp_json_writer_string (json, "title", sp_library_entry_get_title (entry));
  sp_json_writer_string (json, "name", sp_library_entry_get_name (entry));
  sp_json_writer_string (json, "domain", sp_library_entry_get_domain (entry));
  sp_json_writer_string (json, "language", sp_library_entry_get_language (entry));
  sp_json_writer_string (json, "date", sp_library_entry_get_date (entry));
  sp_json_writer_string (json, "sha256", sp_library_entry_get_sha256 (entry));
  sp_json_writer_string (json, "grade", grade[0] != '\0' ? grade : NULL);
  sp_json_writer_boolean (json, "grade_uncertain", sp_library_entry_get_grade_uncertain (entry));
  sp_json_writer_begin_object (json, "scores");
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    sp_json_writer_double (json, sp_dimension_get_id (i), sp_library_entry_get_score (entry, i), 1);
  sp_json_writer_double (json, "overall", sp_library_entry_get_overall (entry), 1);
  sp_json_writer_end_object (json);
  sp_json_writer_boolean (json, "outdated", sp_library_entry_get_is_outdated (entry));
}

static void
append_line (GString *text, SpLibraryEntry *entry)
{
  char grade = sp_library_entry_get_grade (entry);
  const char *title = sp_library_entry_get_title (entry);
  const char *date = sp_library_entry_get_date (entry);

  g_string_append_printf (text, "%5" G_GINT64_FORMAT "  %c  %-10s  %s\n", sp_library_entry_get_id (entry),
                          grade != 0 ? grade : '-', date != NULL ? date : "",
                          title != NULL && *title != '\0' ? title : sp_library_entry_get_name (entry));
}

static CliExit
write_text (Run *run, GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

  return cli_write_output (run->cli, bytes) ? CLI_EXIT_DONE : CLI_EXIT_INTERNAL;
}

static CliExit
write_json (Run *run, SpJsonWriter *json)
{
  gsize length;
  char *text = sp_json_writer_finish (json, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);

  return cli_write_output (run->cli, bytes) ? CLI_EXIT_DONE : CLI_EXIT_INTERNAL;
}

static CliExit
write_entries (Run *run, GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SpJsonWriter) json = sp_json_writer_new (TRUE);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "schema", "smallprint.library/1");
  sp_json_writer_begin_array (json, "policies");
  for (guint i = 0; i < entries->len; i++)
    {
      append_line (text, entries->pdata[i]);
      sp_json_writer_begin_object (json, NULL);
      write_entry (json, entries->pdata[i]);
      sp_json_writer_end_object (json);
    }
  sp_json_writer_end_array (json);
  sp_json_writer_end_object (json);
  return run->json ? write_json (run, json) : write_text (run, text);
}

/* Actions. */

static CliExit
list (Run *run)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  sp_library_list_async (run->library, NULL, keep_result_cb, &result);
  wait_for (&result);
  entries = sp_library_list_finish (run->library, result, &error);
  return entries != NULL ? write_entries (run, entries) : complain (run, error);
}

static SpLibraryEntry *
add_input (Run *run, SpAnalyzer *analyzer, CliInput *input, GError **error)
{
  g_autoptr (SpSource) source = cli_read_source (input->path, NULL, NULL, error);
  g_autoptr (SpAnalysis) analysis = NULL;

  if (source != NULL)
    analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, error);
  return analysis != NULL ? keep (run->library, analysis, error) : NULL;
}

static CliExit
add (Run *run)
{
  g_autoptr (SpAnalyzer) analyzer = NULL;
  g_autoptr (CliInputs) inputs = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_failed = 0;
  CliExit status;
  CliInput *input;

  if (run->arguments[0] == NULL)
    return cli_refuse (run->cli, "Give files or folders to add.");
  analyzer = load_analyzer (run);
  if (analyzer == NULL)
    return CLI_EXIT_INTERNAL;
  inputs = cli_inputs_new_for_paths (run->arguments);
  while ((input = cli_inputs_next (inputs)) != NULL)
    {
      g_autoptr (GError) error = g_steal_pointer (&input->error);
      SpLibraryEntry *entry = error == NULL ? add_input (run, analyzer, input, &error) : NULL;

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
      else
        {
          cli_complain (run->cli, "%s: %s", input->name, sp_source_describe_error (error));
          n_failed++;
        }
      cli_input_free (input);
    }
  status = write_entries (run, entries);
  if (status != CLI_EXIT_DONE || n_failed == 0)
    return status;
  return entries->len > 0 ? CLI_EXIT_PARTLY : CLI_EXIT_INPUT;
}

static CliExit
write_hits (Run *run, const char *words, GPtrArray *hits)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SpJsonWriter) json = sp_json_writer_new (TRUE);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "schema", "smallprint.library/1");
  sp_json_writer_string (json, "query", words);
  sp_json_writer_begin_array (json, "hits");
  for (guint i = 0; i < hits->len; i++)
    {
      const SpLibraryHit *hit = hits->pdata[i];

      append_line (text, hit->entry);
      g_string_append_printf (text, "       %s\n", hit->snippet);
      sp_json_writer_begin_object (json, NULL);
      sp_json_writer_begin_object (json, "policy");
      write_entry (json, hit->entry);
      sp_json_writer_end_object (json);
      if (hit->segment != SP_LIBRARY_HIT_TITLE)
        sp_json_writer_int (json, "segment", hit->segment);
      else
        sp_json_writer_null (json, "segment");
      sp_json_writer_int (json, "clauses", hit->n_clauses);
      sp_json_writer_string (json, "snippet", hit->snippet);
      sp_json_writer_end_object (json);
    }
  sp_json_writer_end_array (json);
  sp_json_writer_end_object (json);
  return run->json ? write_json (run, json) : write_text (run, text);
}

static CliExit
search (Run *run)
{
  g_autofree char *words = g_strjoinv (" ", run->arguments);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (*words == '\0')
    return cli_refuse (run->cli, "Give the words to search for.");
  sp_library_search_async (run->library, words, MAX_HITS, NULL, keep_result_cb, &result);
  wait_for (&result);
  hits = sp_library_search_finish (run->library, result, &error);
  return hits != NULL ? write_hits (run, words, hits) : complain (run, error);
}

/* Shows one policy, or writes several: as “analyze” would. */
static CliExit
report (Run *run, const char *format_id, const char *output_path)
{
  const SpReportFormat *format = sp_report_find_format (format_id);
  const SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  guint n = g_strv_length (run->arguments);
  g_autoptr (SpAnalyzer) analyzer = NULL;
  g_autoptr (CliOutput) output = NULL;

  if (format == NULL)
    return cli_refuse (run->cli, "There is no format “%s”.", format_id);
  if (n > 1 && output_path == NULL)
    return cli_refuse (run->cli, "Several policies need -o FOLDER.");
  analyzer = load_analyzer (run);
  output = analyzer != NULL ? cli_output_new (run->cli, format, output_path, n > 1) : NULL;
  if (output == NULL)
    return CLI_EXIT_INTERNAL;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SpAnalysis) analysis = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gint64 id;

      if (!parse_id (run->arguments[i], &id))
        return cli_refuse (run->cli, "“%s” is no number of the library; “library list” shows them.",
                           run->arguments[i]);
      analysis = read_kept (run, analyzer, id, &error);
      if (analysis != NULL)
        bytes = sp_report_write (analysis, format, &options, &error);
      if (bytes == NULL)
        return complain (run, error);
      if (!cli_output_add (output, sp_analysis_get_source (analysis)->name, bytes))
        return CLI_EXIT_INTERNAL;
    }
  return cli_output_finish (output) ? CLI_EXIT_DONE : CLI_EXIT_INTERNAL;
}

static CliExit
show (Run *run)
{
  if (g_strv_length (run->arguments) != 1)
    return cli_refuse (run->cli, "Give the number of one policy; “library list” shows them.");
  return report (run, run->json ? "json" : "text", run->options->output);
}

static CliExit
export_policies (Run *run)
{
  if (run->arguments[0] == NULL)
    return cli_refuse (run->cli, "Give the numbers of policies; “library list” shows them.");
  return report (run, run->options->format != NULL ? run->options->format : "json", run->options->output);
}

static CliExit
remove_policies (Run *run)
{
  g_autoptr (GAsyncResult) purged = NULL;
  g_autoptr (GError) error = NULL;
  CliExit status = CLI_EXIT_DONE;

  if (run->arguments[0] == NULL)
    return cli_refuse (run->cli, "Give the numbers of policies; “library list” shows them.");
  for (guint i = 0; run->arguments[i] != NULL && status == CLI_EXIT_DONE; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) failure = NULL;
      gint64 id;

      if (!parse_id (run->arguments[i], &id))
        return cli_refuse (run->cli, "“%s” is no number of the library; “library list” shows them.",
                           run->arguments[i]);
      sp_library_remove_async (run->library, id, NULL, keep_result_cb, &result);
      wait_for (&result);
      if (!sp_library_change_finish (run->library, result, &failure))
        status = complain (run, failure);
    }
  sp_library_purge_async (run->library, NULL, keep_result_cb, &purged);
  wait_for (&purged);
  if (!sp_library_change_finish (run->library, purged, &error))
    return complain (run, error);
  return status;
}

static const struct
{
  const char *name;
  CliExit (*run) (Run *run);
} actions[] = {
  { "add", add },       { "list", list },
  { "show", show },     { "search", search },
  { "export", export_policies }, { "remove", remove_policies },
};

CliExit
cli_library_run (Cli *cli, int argc, char *argv[])
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &options.path, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.arguments, NULL, NULL },
    { NULL },
  };
  g_autoptr (SpLibrary) library = NULL;
  Run run = { cli, &options, NULL, NULL, FALSE };

  if (!cli_parse_options (cli, entries, argc, argv))
    return CLI_EXIT_USAGE;
  if (options.arguments == NULL)
    return cli_refuse (cli, "Say what to do: add, list, show, search, export or remove.");
  library = cli_library_open (options.path);
  run.library = library;
  run.arguments = options.arguments + 1;
  run.json = g_strcmp0 (options.format, "json") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, options.arguments[0]))
      {
        if (actions[i].run != export_policies && options.format != NULL && !run.json
            && !g_str_equal (options.format, "text"))
          return cli_refuse (cli, "There is no format “%s” here. The formats are text, json.", options.format);
        return actions[i].run (&run);
      }
  return cli_refuse (cli, "There is no action “%s”. The actions are add, list, show, search, export, remove.",
                     options.arguments[0]);
}
