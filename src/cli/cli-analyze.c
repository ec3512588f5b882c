/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "cli-analyze-private.h"
#include "cli-batch.h"
#include "cli-library.h"

const char cli_analyze_help[]
  = "Usage: smallprint-cli analyze [OPTION…] FILE…\n"
    "\n"
    "Reads policies (HTML, Markdown, plain text), scores them and shows what they say.\n"
    "A folder is walked for files of these types; - is standard input.\n"
    "\n"
    "Examples:\n"
    "  smallprint-cli analyze policy.html                       a page in the terminal\n"
    "  smallprint-cli analyze --format pdf -o report.pdf policy.html\n"
    "  smallprint-cli analyze --format json policy.html | jq .scores\n"
    "  smallprint-cli analyze --format jsonl --no-text policies/ > all.jsonl\n"
    "  smallprint-cli analyze --format pdf -o reports/ *.html   a file for each\n"
    "  smallprint-cli analyze --fail-under 50 --fail-on serious policy.md\n"
    "  curl -s https://example.com/privacy | smallprint-cli analyze --type text/html -\n"
    "\n"
    "CliAnalyzeOptions:\n"
    "  --format FORMAT      text (default), json, jsonl or pdf\n"
    "  -o, --output PATH    one file in: a file; several: a folder (jsonl: a file)\n"
    "  --no-text            leave the whole text out of json and jsonl; quotes stay\n"
    "  --type MEDIA-TYPE    what standard input is, as text/html\n"
    "  --save               also keep it in the library\n"
    "  --library PATH       another library than that of the desktop program\n"
    "  --charset NAME       how characters are encoded, whatever the files say, as\n"
    "                       windows-1251\n"
    "  --documents          read JSON Lines {\"name\", \"media_type\", \"content\" or\n"
    "                       \"content_base64\"} from standard input instead of files\n"
    "  --jobs N             work on N files at a time; results keep their order\n"
    "  --pack LIST          look at legal packs that the text does not hint at too: gdpr,\n"
    "                       ccpa, caloppa, coppa, lgpd, pipeda, vcdpa or packs of your\n"
    "                       own, with commas between\n"
    "  --review FILE        show the scores as reviewed too: without the findings that FILE\n"
    "                       dismisses, with the tags that it corrects\n"
    "  --profile FILE       show them as weighed by FILE: weights, emphasis, deal breakers\n"
    "  --fail-under N       exit with 1 if an overall score is below N\n"
    "  --fail-on SEVERITY   exit with 1 if there is a finding of that severity or a graver\n"
    "                       one: critical, serious, caution or note\n";

/* One input on its way through the threads. */
typedef struct
{
  CliInput *input;  /* (owned) */
  GBytes *report;   /* (owned) (nullable): %NULL if it failed */
  gboolean is_below;
  guint n_unplaced;
  gint64 duration_us;
  SpAnalysis *analysis; /* (owned) (nullable): to be kept */
} Piece;

static void
piece_free (Piece *piece)
{
  cli_input_free (piece->input);
  g_clear_pointer (&piece->report, g_bytes_unref);
  g_clear_object (&piece->analysis);
  g_free (piece);
}

static gpointer
next_cb (gpointer user_data)
{
  CliAnalyzeRun *run = user_data;
  CliInput *input = cli_inputs_next (run->inputs);
  Piece *piece;

  if (input == NULL)
    return NULL;
  piece = g_new0 (Piece, 1);
  piece->input = input;
  return piece;
}

static gboolean
is_below (const CliAnalyzeRun *run, SpAnalysis *analysis)
{
  GPtrArray *findings = sp_analysis_get_findings (analysis);
  const SpScores *reviewed = sp_analysis_get_reviewed_scores (analysis);
  double overall = (reviewed != NULL ? reviewed : sp_analysis_get_scores (analysis))->overall;

  /* What could not be judged is below nothing: isless() is false for NaN. */
  if (isless (overall, run->minimum))
    return TRUE;
  for (guint i = 0; run->has_limit && i < findings->len; i++)
    if (((SpFinding *) findings->pdata[i])->severity <= run->limit
        && !sp_analysis_is_finding_dismissed (analysis, findings->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
work_cb (gpointer data, gpointer user_data)
{
  Piece *piece = data;
  CliAnalyzeRun *run = user_data;
  CliInput *input = piece->input;
  g_autoptr (SpAnalysis) analysed = NULL;
  g_autoptr (SpAnalysis) analysis = NULL;
  gint64 start = g_get_monotonic_time ();

  if (input->source == NULL && input->error == NULL)
    input->source = cli_read_source (input->path, run->type, run->charset, &input->error);
  if (input->source != NULL && input->error == NULL)
    analysed = sp_analyzer_analyze (run->analyzer, input->source, NULL, NULL, &input->error);
  if (analysed == NULL)
    return;

  analysis = sp_analysis_review (analysed, run->review, run->profile);
  piece->is_below = is_below (run, analysis);
  piece->n_unplaced = sp_analysis_get_n_unplaced (analysis);
  piece->report = sp_report_write (analysis, run->format, &run->report_options, &input->error);
  piece->duration_us = g_get_monotonic_time () - start;
  if (run->library != NULL)
    piece->analysis = g_steal_pointer (&analysed);
}

/* {"source":{"name":…},"error":{"code":…,"message":…}} in place of a result. */
static gboolean
add_failure (CliAnalyzeRun *run, const CliInput *input, const char *message)
{
  g_autoptr (SpJsonWriter) json = NULL;
  g_autoptr (GBytes) line = NULL;
  gsize length;
  char *text;

  if (!g_str_has_prefix (run->format->id, "json"))
    return TRUE;

  json = sp_json_writer_new (FALSE);
  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_begin_object (json, "source");
  sp_json_writer_string (json, "name", input->name);
  sp_json_writer_end_object (json);
  sp_json_writer_begin_object (json, "error");
  sp_json_writer_string (json, "code", sp_error_get_code (input->error));
  sp_json_writer_string (json, "message", message);
  sp_json_writer_end_object (json);
  sp_json_writer_end_object (json);
  text = sp_json_writer_finish (json, &length);
  text[length] = '\n'; /* in place of the terminating NUL */
  line = g_bytes_new_take (text, length + 1);
  return cli_output_add_line (run->output, line);
}

static gboolean
finish_failed (CliAnalyzeRun *run, const CliInput *input)
{
  const char *message = sp_source_describe_error (input->error);

  run->n_failed++;
  cli_complain (run->cli, "%s: %s", input->path != NULL ? input->path : input->name, message);
  return add_failure (run, input, message);
}

static void
show_progress (CliAnalyzeRun *run)
{
  guint n = cli_inputs_count (run->inputs);

  if (!run->several || run->cli->quiet || run->cli->verbose || !cli_has_terminal_errors ()
      || (cli_output_is_stream (run->output) && cli_has_terminal_output ()))
    return;
  if (n > 0)
    fprintf (stderr, "\r%u of %u%s", run->n_done, n, run->n_done == n ? "\n" : "");
  else
    fprintf (stderr, "\r%u", run->n_done);
}

static gboolean
done_cb (gpointer data, gpointer user_data)
{
  Piece *piece = data;
  CliAnalyzeRun *run = user_data;
  gboolean written;

  run->n_done++;
  run->is_below = run->is_below || piece->is_below;
  if (piece->report == NULL)
    written = finish_failed (run, piece->input);
  else
    {
      if (run->cli->verbose)
        cli_warn (run->cli, "%s: %.1f ms", piece->input->name, piece->duration_us / 1000.0);
      if (piece->n_unplaced > 0)
        cli_warn (run->cli, "%s: %u of the review’s places are no longer in the text.", piece->input->name,
                  piece->n_unplaced);
      written = cli_library_keep (run->cli, run->library, piece->analysis)
                && cli_output_add (run->output, piece->input->name, piece->report);
    }
  show_progress (run);
  piece_free (piece);
  run->cannot_write = run->cannot_write || !written;
  return written;
}

/* One failed input leaves a file at -o as it was. */
static CliExit
finish (CliAnalyzeRun *run)
{
  gboolean all_failed = run->n_failed > 0 && !run->several;

  if (run->cannot_write || (!all_failed && !cli_output_finish (run->output)))
    return CLI_EXIT_INTERNAL;
  if (run->n_failed > 0)
    return run->several ? CLI_EXIT_PARTLY : CLI_EXIT_INPUT;
  return run->is_below ? CLI_EXIT_BELOW : CLI_EXIT_DONE;
}

static void
warn_of_unknown (CliAnalyzeRun *run, const SpKnowledge *knowledge)
{
  const char *id = sp_profile_find_unknown (run->profile, sp_knowledge_get_rubric (knowledge),
                                            sp_knowledge_get_registry (knowledge));

  if (id != NULL)
    cli_warn (run->cli, "The profile names “%s”, which is neither a question nor a finding.", id);
}

static CliExit
analyze (Cli *cli, const CliAnalyzeOptions *options)
{
  static const CliBatch batch = { next_cb, work_cb, done_cb };
  g_auto (CliAnalyzeRun) run = { cli };
  g_autoptr (SpKnowledge) knowledge = NULL;

  if (!cli_analyze_prepare (&run, options))
    return CLI_EXIT_USAGE;
  if (options->library != NULL && !options->save)
    return cli_refuse (cli, "--library is for --save.");
  knowledge = cli_load_knowledge (cli);
  if (knowledge == NULL)
    return CLI_EXIT_INPUT;
  if (!cli_analyze_choose_packs (&run, sp_knowledge_get_packs (knowledge), options->packs))
    return CLI_EXIT_USAGE;

  if (run.profile != NULL)
    warn_of_unknown (&run, knowledge);
  run.analyzer = sp_analyzer_new (knowledge);
  if (options->save)
    run.library = cli_library_open (options->library);
  cli_batch_run (&batch, run.several ? run.n_jobs : 1, &run);
  return finish (&run);
}

CliExit
cli_analyze_run (Cli *cli, int argc, char *argv[])
{
  g_auto (CliAnalyzeOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "documents", 0, 0, G_OPTION_ARG_NONE, &options.documents, NULL, NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options.fail_on, NULL, NULL },
    { "fail-under", 0, 0, G_OPTION_ARG_STRING, &options.minimum, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_STRING, &options.jobs, NULL, NULL },
    { "no-text", 0, 0, G_OPTION_ARG_NONE, &options.no_text, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "pack", 0, 0, G_OPTION_ARG_STRING, &options.packs, NULL, NULL },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options.profile, NULL, NULL },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options.review, NULL, NULL },
    { "type", 0, 0, G_OPTION_ARG_STRING, &options.type, NULL, NULL },
    { "charset", 0, 0, G_OPTION_ARG_STRING, &options.charset, NULL, NULL },
    { "save", 0, 0, G_OPTION_ARG_NONE, &options.save, NULL, NULL },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &options.library, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    { NULL },
  };

  if (argc < 2 && cli_has_terminal_input ())
    {
      fputs (cli_analyze_help, stderr);
      return CLI_EXIT_USAGE;
    }
  return cli_parse_options (cli, entries, argc, argv) ? analyze (cli, &options) : CLI_EXIT_USAGE;
}
