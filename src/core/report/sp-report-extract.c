/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-language-id.h"
#include "sp-report-json-private.h"
#include "sp-report.h"
#include "sp-version.h"

static void
add_generator (SpJsonWriter *json)
{
  sp_json_writer_begin_object (json, "generator");
  sp_json_writer_string (json, "name", "smallprint");
  sp_json_writer_string (json, "version", SP_VERSION);
  sp_json_writer_string (json, "normalization", G_STRINGIFY (SP_NORMALIZATION_VERSION));
  sp_json_writer_end_object (json);
}

static void
add_source (SpJsonWriter *json, SpDocument *document)
{
  gsize length;
  const char *text = sp_document_get_text (document, &length);

  sp_report_json_add_source (json, document);
  sp_json_writer_string (json, "language", sp_language_identify (text, length).code);
  sp_json_writer_end_object (json);
}

static void
add_block (SpJsonWriter *json, SpDocument *document, guint index, const SpOffsetMap *offsets)
{
  const SpBlock *block = sp_document_get_block (document, index);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_int (json, "id", index);
  sp_json_writer_string (json, "kind", sp_block_kind_get_id (block->kind));
  sp_json_writer_int (json, "level", block->level);
  sp_report_json_add_range (json, offsets, block->span);
  if (block->parent == SP_BLOCK_NO_PARENT)
    sp_json_writer_null (json, "parent");
  else
    sp_json_writer_int (json, "parent", block->parent);
  sp_json_writer_end_object (json);
}

static void
add_outline (SpJsonWriter *json, SpDocument *document)
{
  const char *text = sp_document_get_text (document, NULL);
  guint n = sp_document_get_n_blocks (document);

  sp_json_writer_begin_array (json, "outline");
  for (guint i = 0; i < n; i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);

      if (block->kind != SP_BLOCK_HEADING)
        continue;
      sp_json_writer_begin_object (json, NULL);
      sp_json_writer_int (json, "block", i);
      sp_json_writer_int (json, "level", block->level);
      sp_json_writer_string_len (json, "title", text + block->span.start, sp_span_length (block->span));
      sp_json_writer_end_object (json);
    }
  sp_json_writer_end_array (json);
}

static GBytes *
write_json (SpDocument *document)
{
  gsize length;
  const char *text = sp_document_get_text (document, &length);
  guint n_blocks = sp_document_get_n_blocks (document);
  g_autoptr (SpOffsetMap) offsets = sp_offset_map_new (text, length);
  g_autoptr (SpJsonWriter) json = sp_json_writer_new (TRUE);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "schema", "smallprint.extract/1");
  add_generator (json);
  add_source (json, document);
  sp_report_json_add_text (json, document, TRUE);
  sp_report_json_add_diagnostics (json, document, offsets);
  sp_json_writer_begin_array (json, "blocks");
  for (guint i = 0; i < n_blocks; i++)
    add_block (json, document, i, offsets);
  sp_json_writer_end_array (json);
  add_outline (json, document);
  sp_json_writer_end_object (json);
  return sp_report_json_finish (json, TRUE);
}

/**
 * sp_report_write_extract:
 * @kind: %SP_REPORT_TEXT for the normalised text itself, with one line feed at its end (its SHA-256
 *   without that is "text_sha256"), or %SP_REPORT_JSON for the text with its blocks and outline
 *
 * What was read from a file, before anything is judged. Any thread.
 *
 * Returns: (transfer full): the text
 */
GBytes *
sp_report_write_extract (SpDocument *document, SpReportKind kind)
{
  gsize length;
  const char *text = sp_document_get_text (document, &length);
  GString *out;

  if (kind == SP_REPORT_JSON)
    return write_json (document);

  out = g_string_new_len (text, length);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}
