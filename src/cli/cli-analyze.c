/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "cli-batch.h"
#include "cli-inputs.h"
#include "cli-library.h"
#include "cli-output.h"
#include "cli-utils.h"

#define MAX_JOBS 64

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
    "Options:\n"
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

typedef struct
{
  char *format;   /* (owned) (nullable) */
  char *output;   /* (owned) (nullable) */
  char *type;     /* (owned) (nullable) */
  char *charset;  /* (owned) (nullable) */
  char *library;  /* (owned) (nullable) */
  gboolean save;
  char *packs;    /* (owned) (nullable) */
  char *fail_on;  /* (owned) (nullable) */
  char *jobs;     /* (owned) (nullable) */
  char *minimum;  /* (owned) (nullable): of --fail-under */
  char *review;   /* (owned) (nullable) */
  char *profile;  /* (owned) (nullable) */
  char **paths;   /* (owned) (nullable) */
  gboolean documents;
  gboolean no_text;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
  g_free (options->type);
  g_free (options->charset);
  g_free (options->library);
  g_free (options->packs);
  g_free (options->fail_on);
  g_free (options->jobs);
  g_free (options->minimum);
  g_free (options->review);
  g_free (options->profile);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What the options mean, once they are known to be right. */
typedef struct
{
  Cli *cli;
  const SpReportFormat *format;
  SpReportOptions report_options;
  const char *type;
  const char *charset;
  GStrv packs;    /* (owned) (nullable): of --pack */
  double minimum; /* NaN without --fail-under */
  gboolean has_limit;
  SpSeverity limit;
  guint n_jobs;

  SpReview *review;     /* (owned) (nullable) */
  SpProfile *profile;   /* (owned) (nullable) */
  SpAnalyzer *analyzer; /* (owned) */
  CliInputs *inputs;    /* (owned) */
  CliOutput *output;    /* (owned) */
  SpLibrary *library;   /* (owned) (nullable): with --save */
  gboolean several;

  guint n_done;
  guint n_failed;
  gboolean is_below;
  gboolean cannot_write;
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->review, sp_review_unref);
  g_clear_pointer (&run->profile, sp_profile_unref);
  g_clear_object (&run->analyzer);
  g_strfreev (run->packs);
  g_clear_pointer (&run->inputs, cli_inputs_free);
  g_clear_pointer (&run->output, cli_output_free);
  g_clear_object (&run->library);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

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

static gboolean
choose_format (Run *run, const char *id)
{
  g_autoptr (GString) names = NULL;
  const SpReportFormat *formats;
  guint n;

  run->format = sp_report_find_format (id != NULL ? id : "text");
  if (run->format != NULL)
    return TRUE;

  names = g_string_new (NULL);
  formats = sp_report_get_formats (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].id);
  cli_refuse (run->cli, "There is no format “%s”. The formats are %s.", id, names->str);
  return FALSE;
}

static gboolean
choose_limits (Run *run, const Options *options)
{
  char *end;

  run->minimum = NAN;
  if (options->minimum != NULL)
    {
      run->minimum = g_ascii_strtod (options->minimum, &end);
      if (end == options->minimum || *end != '\0' || !(run->minimum >= 0 && run->minimum <= 100))
        {
          cli_refuse (run->cli, "--fail-under wants a number from 0 to 100, not “%s”.",
                      options->minimum);
          return FALSE;
        }
    }
  run->has_limit = options->fail_on != NULL;
  if (run->has_limit
      && (!sp_severity_parse (options->fail_on, &run->limit) || run->limit == SP_SEVERITY_GOOD))
    {
      cli_refuse (run->cli, "--fail-on wants critical, serious, caution or note, not “%s”.",
                  options->fail_on);
      return FALSE;
    }
  return TRUE;
}

static gboolean
choose_jobs (Run *run, const char *jobs)
{
  guint64 n;

  run->n_jobs = CLAMP (g_get_num_processors (), 1, MAX_JOBS);
  if (jobs == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (jobs, 10, 1, MAX_JOBS, &n, NULL))
    {
      cli_refuse (run->cli, "--jobs wants a number from 1 to %u, not “%s”.", MAX_JOBS, jobs);
      return FALSE;
    }
  run->n_jobs = n;
  return TRUE;
}

/* After the knowledge is loaded: the user may have packs too. */
static gboolean
choose_packs (Run *run, const SpPackSet *set, const char *list)
{
  if (list == NULL)
    return TRUE;
  run->packs = g_strsplit (list, ",", -1);
  for (guint i = 0; i == 0 || run->packs[i] != NULL; i++)
    if (run->packs[i] == NULL || sp_pack_set_find (set, run->packs[i]) == NULL)
      {
        g_autoptr (GString) known = g_string_new (NULL);

        for (guint p = 0; p < sp_pack_set_get_n_packs (set); p++)
          g_string_append_printf (known, "%s%s", p > 0 ? ", " : "", sp_pack_set_get_pack (set, p)->id);
        cli_refuse (run->cli, "There is no pack “%s”. The packs are %s.",
                    run->packs[i] != NULL ? run->packs[i] : "", known->str);
        return FALSE;
      }
  run->report_options.packs = (const char *const *) run->packs;
  return TRUE;
}

static gboolean
choose_inputs (Run *run, const Options *options)
{
  const char *const *paths = (const char *const *) options->paths;
  gboolean has_stdin = paths != NULL && g_strv_contains (paths, "-");

  if (options->documents == (paths != NULL))
    {
      cli_refuse (run->cli, "%s", options->documents ? "With --documents there are no files to name."
                                                     : "Give files, folders, or - for standard input.");
      return FALSE;
    }
  if (options->type != NULL && !has_stdin)
    {
      cli_refuse (run->cli, "--type is for standard input, given as -.");
      return FALSE;
    }

  if (options->charset != NULL && options->documents)
    {
      cli_refuse (run->cli, "--charset is for files and standard input, not for --documents.");
      return FALSE;
    }

  run->type = options->type;
  run->charset = options->charset;
  run->inputs = options->documents ? cli_inputs_new_for_documents ()
                                   : cli_inputs_new_for_paths (options->paths);
  run->several = cli_inputs_are_several (run->inputs);
  return TRUE;
}

static gboolean
choose_view (Run *run, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  gsize length;

  if (options->review != NULL && g_file_get_contents (options->review, &text, &length, &error))
    run->review = sp_review_new_from_json (text, length, &error);
  if (error == NULL && options->profile != NULL
      && g_file_get_contents (options->profile, &more, &length, &error))
    run->profile = sp_profile_new_from_json (more, length, &error);
  if (error != NULL)
    cli_refuse (run->cli, "%s", error->message);
  return error == NULL;
}

static gboolean
prepare (Run *run, const Options *options)
{
  run->report_options = SP_REPORT_OPTIONS_DEFAULT;
  if (!choose_format (run, options->format) || !choose_limits (run, options)
      || !choose_jobs (run, options->jobs) || !choose_inputs (run, options)
      || !choose_view (run, options))
    return FALSE;

  run->output = cli_output_new (run->cli, run->format, options->output, run->several);
  if (run->output == NULL)
    return FALSE;
  run->report_options.with_text = !options->no_text;
  if (cli_output_is_stream (run->output))
    {
      run->report_options.color = cli_wants_color (run->cli);
      run->report_options.width = cli_get_width ();
    }
  return TRUE;
}

static gpointer
next_cb (gpointer user_data)
{
  Run *run = user_data;
  CliInput *input = cli_inputs_next (run->inputs);
  Piece *piece;

  if (input == NULL)
    return NULL;
  piece = g_new0 (Piece, 1);
  piece->input = input;
  return piece;
}

static gboolean
is_below (const Run *run, SpAnalysis *analysis)
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
  Run *run = user_data;
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
add_failure (Run *run, const CliInput *input, const char *message)
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
finish_failed (Run *run, const CliInput *input)
{
  g_autofree char *message = cli_describe_error (input->error);

  run->n_failed++;
  cli_complain (run->cli, "%s: %s", input->path != NULL ? input->path : input->name, message);
  return add_failure (run, input, message);
}

static void
show_progress (Run *run)
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
  Run *run = user_data;
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
        cli_warn (run->cli, "%s: %u of the review's places are no longer in the text.", piece->input->name,
                  piece->n_unplaced);
      written = cli_library_keep (run->cli, run->library, piece->analysis) && cli_output_add (run->output, piece->input->name, piece->report);
    }
  show_progress (run);
  piece_free (piece);
  run->cannot_write = run->cannot_write || !written;
  return written;
}

/* One failed input leaves a file at -o as it was. */
static CliExit
finish (Run *run)
{
  gboolean all_failed = run->n_failed > 0 && !run->several;

  if (run->cannot_write || (!all_failed && !cli_output_finish (run->output)))
    return CLI_EXIT_INTERNAL;
  if (run->n_failed > 0)
    return run->several ? CLI_EXIT_PARTLY : CLI_EXIT_INPUT;
  return run->is_below ? CLI_EXIT_BELOW : CLI_EXIT_DONE;
}

static void
warn_of_unknown (Run *run, const SpKnowledge *knowledge)
{
  const char *id = sp_profile_find_unknown (run->profile, sp_knowledge_get_rubric (knowledge),
                                            sp_knowledge_get_registry (knowledge));

  if (id != NULL)
    cli_warn (run->cli, "The profile names “%s”, which is neither a question nor a finding.", id);
}

static CliExit
analyze (Cli *cli, const Options *options)
{
  static const CliBatch batch = { next_cb, work_cb, done_cb };
  g_auto (Run) run = { cli };
  g_autoptr (SpKnowledge) knowledge = NULL;

  if (!prepare (&run, options))
    return CLI_EXIT_USAGE;
  if (options->library != NULL && !options->save)
    return cli_refuse (cli, "--library is for --save.");
  knowledge = cli_load_knowledge (cli);
  if (knowledge == NULL)
    return CLI_EXIT_INPUT;
  if (!choose_packs (&run, sp_knowledge_get_packs (knowledge), options->packs))
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
  g_auto (Options) options = { NULL };
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
