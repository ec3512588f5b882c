/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-report-json-private.h"

#include "sp-diagnostic.h"

/* "quote", or another @name: the words of @span, null where it is empty. */
void
sp_json_export_add_quote (SpJsonExport *self, const char *name, SpSpan span)
{
  const char *text = sp_document_get_text (sp_analysis_get_document (self->analysis), NULL);

  if (sp_span_is_empty (span))
    sp_json_writer_null (self->json, name);
  else
    sp_json_writer_string_len (self->json, name, text + span.start, sp_span_length (span));
}

void
sp_json_export_add_place (SpJsonExport *self, const char *name, const SpEvidence *evidence)
{
  sp_json_writer_begin_object (self->json, name);
  sp_json_writer_int (self->json, "segment", evidence->segment);
  sp_report_json_add_range (self->json, self->offsets, evidence->span);
  sp_json_export_add_quote (self, "quote", evidence->span);
  sp_json_writer_end_object (self->json);
}

/* @evidence: (nullable) (element-type SpEvidence) */
void
sp_json_export_add_evidence (SpJsonExport *self, const char *name, const GArray *evidence)
{
  sp_json_writer_begin_array (self->json, name);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    sp_json_export_add_place (self, NULL, &g_array_index (evidence, SpEvidence, i));
  sp_json_writer_end_array (self->json);
}

/* What came nearest to what was not found, and why that is not it; null where nothing did. */
void
sp_json_export_add_near_miss (SpJsonExport *self, const GArray *evidence, const char *reason)
{
  if (evidence->len == 0)
    {
      sp_json_writer_null (self->json, "near_miss");
      return;
    }
  sp_json_writer_begin_object (self->json, "near_miss");
  sp_json_writer_string (self->json, "reason", reason);
  sp_json_export_add_evidence (self, "evidence", evidence);
  sp_json_writer_end_object (self->json);
}

/* Opens the object "source" with what the file itself tells; the caller adds what was judged and
 * closes it. */
void
sp_report_json_add_source (SpJsonWriter *json, SpDocument *document)
{
  sp_json_writer_begin_object (json, "source");
  sp_json_writer_string (json, "name", sp_document_get_name (document));
  sp_json_writer_string (json, "media_type", sp_document_get_media_type (document));
  sp_json_writer_int (json, "bytes", sp_document_get_n_bytes (document));
  sp_json_writer_string (json, "sha256", sp_document_get_sha256 (document));
  sp_json_writer_string (json, "charset", sp_document_get_charset (document));
  sp_json_writer_string (json, "title", sp_document_get_title (document));
  sp_json_writer_string (json, "domain", sp_document_get_domain (document));
  sp_json_writer_string (json, "snapshot_date", sp_document_get_snapshot_date (document));
}

void
sp_report_json_add_text (SpJsonWriter *json, SpDocument *document, gboolean with_text)
{
  gsize length;
  const char *text = sp_document_get_text (document, &length);

  if (with_text)
    sp_json_writer_string_len (json, "text", text, length);
  sp_json_writer_string (json, "text_sha256", sp_document_get_text_sha256 (document));
}

/* "start" and "end" in code points. */
void
sp_report_json_add_range (SpJsonWriter *json, const SpOffsetMap *offsets, SpSpan span)
{
  sp_json_writer_int (json, "start", sp_offset_map_to_code_points (offsets, span.start));
  sp_json_writer_int (json, "end", sp_offset_map_to_code_points (offsets, span.end));
}

void
sp_report_json_add_diagnostics (SpJsonWriter *json, SpDocument *document, const SpOffsetMap *offsets)
{
  GPtrArray *diagnostics = sp_document_get_diagnostics (document);

  sp_json_writer_begin_array (json, "diagnostics");
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const SpDiagnostic *diagnostic = diagnostics->pdata[i];

      sp_json_writer_begin_object (json, NULL);
      sp_json_writer_string (json, "id", diagnostic->id);
      sp_json_writer_string (json, "message", diagnostic->message);
      sp_report_json_add_range (json, offsets, diagnostic->span);
      sp_json_writer_end_object (json);
    }
  sp_json_writer_end_array (json);
}

/* One line ends with a line feed too: JSON Lines are joined by nothing. */
GBytes *
sp_report_json_finish (SpJsonWriter *json, gboolean pretty)
{
  g_autoptr (GString) out = NULL;
  gsize length;
  char *text = sp_json_writer_finish (json, &length);

  if (pretty)
    return g_bytes_new_take (text, length);

  out = g_string_new_len (text, length);
  g_free (text);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
