/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of “analyze” mean, and which of them go together. */
#include "config.h"

#include <math.h>

#include "cli-analyze-private.h"

#define MAX_JOBS 64

void
cli_analyze_options_clear (CliAnalyzeOptions *options)
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

void
cli_analyze_run_clear (CliAnalyzeRun *run)
{
  g_clear_pointer (&run->review, sp_review_unref);
  g_clear_pointer (&run->profile, sp_profile_unref);
  g_clear_object (&run->analyzer);
  g_strfreev (run->packs);
  g_clear_pointer (&run->inputs, cli_inputs_free);
  g_clear_pointer (&run->output, cli_output_free);
  g_clear_object (&run->library);
}

static gboolean
choose_format (CliAnalyzeRun *run, const char *id)
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
choose_limits (CliAnalyzeRun *run, const CliAnalyzeOptions *options)
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
choose_jobs (CliAnalyzeRun *run, const char *jobs)
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
gboolean
cli_analyze_choose_packs (CliAnalyzeRun *run, const SpPackSet *set, const char *list)
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
choose_inputs (CliAnalyzeRun *run, const CliAnalyzeOptions *options)
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
choose_view (CliAnalyzeRun *run, const CliAnalyzeOptions *options)
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

gboolean
cli_analyze_prepare (CliAnalyzeRun *run, const CliAnalyzeOptions *options)
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
