/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-exporter.h"

typedef struct
{
  SpAnalysis *analysis; /* (owned) */
  const SpReportFormat *format;
  GFile *file; /* (owned) */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->analysis);
  g_object_unref (export->file);
  g_free (export);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Export *export = task_data;
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = sp_report_write (export->analysis, export->format, &options, &error);

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
 *
 * Writes a report of @analysis to @file in a thread.
 */
void
sp_export_async (SpAnalysis *analysis, const SpReportFormat *format, GFile *file, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  export->analysis = g_object_ref (analysis);
  export->format = format;
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
