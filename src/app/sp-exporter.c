/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-exporter.h"

#include <locale.h>

typedef struct
{
  SpAnalyzer *analyzer; /* (owned) */
  SpAnalysis *analysis; /* (owned) */
  const SpReportFormat *format;
  SpReportOptions *options; /* (owned) */
  GFile *file;  /* (owned) */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->analyzer);
  g_object_unref (export->analysis);
  sp_report_options_free (export->options);
  g_object_unref (export->file);
  g_free (export);
}

static GBytes *
write_report (Export *export, SpAnalysis *analysis, GError **error)
{
  return sp_report_write (analysis, export->format, export->options, error);
}

/* An analysis carries words in the language it was made in: programs get one made without any. */
static GBytes *
write_for_programs (Export *export, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autoptr (SpAnalysis) reviewed = NULL;

  if (!sp_analysis_get_is_translated (export->analysis))
    return write_report (export, export->analysis, error);
  analysis = sp_analyzer_analyze (export->analyzer, sp_analysis_get_source (export->analysis), NULL,
                                  cancellable, error);
  if (analysis == NULL)
    return NULL;
  reviewed = sp_analysis_review (analysis, sp_analysis_get_review (export->analysis),
                                 sp_analysis_get_profile (export->analysis));
  return write_report (export, reviewed, error);
}

/* The same bytes as those of the command line, whatever language and decimal point the desktop has. */
static GBytes *
write_in_no_locale (Export *export, GCancellable *cancellable, GError **error)
{
  locale_t none = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  locale_t usual = uselocale (none);
  GBytes *bytes = write_for_programs (export, cancellable, error);

  uselocale (usual);
  freelocale (none);
  return bytes;
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = export->format->is_for_programs
                               ? write_in_no_locale (export, cancellable, &error)
                               : write_report (export, export->analysis, &error);

  /* Replaced as a whole: a file that is there stays as it is until the new one is complete. */
  if (bytes != NULL
      && g_file_replace_contents (export->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sp_export_async:
 * @analyzer: makes the analysis anew for formats that are for programs, where it is translated
 * @options: copied
 *
 * Writes a report of @analysis to @file in a thread.
 */
void
sp_export_async (SpAnalyzer *analyzer, SpAnalysis *analysis, const SpReportFormat *format,
                 const SpReportOptions *options, GFile *file, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  export->analyzer = g_object_ref (analyzer);
  export->analysis = g_object_ref (analysis);
  export->format = format;
  export->options = sp_report_options_copy (options);
  export->file = g_object_ref (file);
  g_task_set_source_tag (task, sp_export_async);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * sp_export_finish:
 *
 * Returns: whether the file is complete
 */
gboolean
sp_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
