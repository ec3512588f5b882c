/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-private.h"

#include <glib/gi18n-lib.h>

#include "sp-resource.h"

/* The order in which programs offer them. */
static const SpReportFormat formats[] = {
  { "text", N_("Plain text"), "text/plain", "txt", FALSE },
  { "json", N_("JSON"), "application/json", "json", FALSE, TRUE },
  { "jsonl", N_("JSON Lines"), "application/jsonl", "jsonl", FALSE, TRUE },
  { "pdf", N_("PDF"), "application/pdf", "pdf", TRUE },
};

static const SpReportWriter writers[] = {
  sp_report_write_text,
  sp_report_write_json,
  sp_report_write_jsonl,
  sp_report_write_pdf,
};
G_STATIC_ASSERT (G_N_ELEMENTS (writers) == G_N_ELEMENTS (formats));

/**
 * sp_report_get_formats:
 * @n_formats: (out): how many
 *
 * Returns: (transfer none) (array length=n_formats): every format there is, in a fixed order
 */
const SpReportFormat *
sp_report_get_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * sp_report_find_format:
 * @id: as in --format
 *
 * Returns: (transfer none) (nullable): the format of that name
 */
const SpReportFormat *
sp_report_find_format (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, id))
      return &formats[i];
  return NULL;
}

/**
 * sp_report_options_copy:
 *
 * Returns: (transfer full): the same, which outlives the lists that it was made of
 */
SpReportOptions *
sp_report_options_copy (const SpReportOptions *self)
{
  SpReportOptions *copy = g_memdup2 (self, sizeof *self);

  copy->packs = (const char *const *) g_strdupv ((char **) self->packs);
  copy->hidden_packs = (const char *const *) g_strdupv ((char **) self->hidden_packs);
  return copy;
}

/**
 * sp_report_options_free:
 *
 * Frees what sp_report_options_copy() returned.
 */
void
sp_report_options_free (SpReportOptions *self)
{
  g_strfreev ((char **) self->packs);
  g_strfreev ((char **) self->hidden_packs);
  g_free (self);
}

/**
 * sp_report_write:
 * @format: one of sp_report_get_formats()
 *
 * Writes an analysis in one format. Any thread; touches no file. The same analysis gives the same
 * bytes (PDF: with the same cairo, Pango and fonts).
 *
 * Errors: %G_IO_ERROR_FAILED if a PDF could not be drawn.
 *
 * Returns: (transfer full): the whole report
 */
GBytes *
sp_report_write (SpAnalysis *analysis, const SpReportFormat *format, const SpReportOptions *options,
                 GError **error)
{
  g_autoptr (SpReportModel) model = NULL;

  g_return_val_if_fail (format >= formats && format < formats + G_N_ELEMENTS (formats), NULL);

  model = sp_report_model_new (analysis, options);
  return writers[format - formats](model, options, error);
}

/**
 * sp_report_get_schema:
 * @name: "analysis", "extract", "library", "pack" or "rubric"
 *
 * Returns: (transfer full) (nullable): the JSON Schema (2020-12) of that form
 */
GBytes *
sp_report_get_schema (const char *name)
{
  g_autofree char *path = g_strdup_printf ("schema/%s.schema.json", name);

  return sp_resource_lookup (path, NULL);
}
