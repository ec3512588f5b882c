/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-test.h"

#include <string.h>

SpDocument *
import_test_try (const char *name, const char *bytes, gssize length, GError **error)
{
  gsize n = length < 0 ? strlen (bytes) : (gsize) length;
  g_autoptr (GBytes) data = g_bytes_new (bytes, n);
  g_autoptr (SpSource) source = sp_source_new (data, name, NULL);

  return sp_importer_read (source, NULL, error);
}

SpDocument *
import_test_read (const char *name, const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;
  SpDocument *document = import_test_try (name, bytes, length, &error);

  g_assert_no_error (error);
  import_test_invariants (document);
  return document;
}

/* A line for each block: its kind, its level, its text: "h1 Privacy", "i2 your name", "p …". A line
 * feed inside a block is shown as " / ". */
char *
import_test_outline (SpDocument *document)
{
  static const char kinds[] = "hpirb";
  GString *outline = g_string_new (NULL);

  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);
      g_autofree char *text = sp_span_dup_text (block->span, sp_document_get_text (document, NULL));
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_autofree char *line = g_strjoinv (" / ", lines);

      g_string_append_c (outline, kinds[block->kind]);
      if (block->level > 0)
        g_string_append_printf (outline, "%u", block->level);
      g_string_append_printf (outline, " %s\n", line);
    }
  return g_string_free (outline, FALSE);
}

gboolean
import_test_has (SpDocument *document, const char *diagnostic_id)
{
  GPtrArray *diagnostics = sp_document_get_diagnostics (document);

  for (guint i = 0; i < diagnostics->len; i++)
    if (g_str_equal (((SpDiagnostic *) g_ptr_array_index (diagnostics, i))->id, diagnostic_id))
      return TRUE;
  return FALSE;
}

static void
assert_span (SpDocument *document, SpSpan span)
{
  gsize length;
  const char *text = sp_document_get_text (document, &length);

  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (span.end, <=, length);
  g_assert_true (span.start == length || (text[span.start] & 0xC0) != 0x80);
  g_assert_true (span.end == length || (text[span.end] & 0xC0) != 0x80);
}

/* What every document promises, whatever was read. */
void
import_test_invariants (SpDocument *document)
{
  gsize length, end = 0;
  const char *text = sp_document_get_text (document, &length);
  g_autofree char *composed = NULL;
  GPtrArray *diagnostics = sp_document_get_diagnostics (document);
  const SpSpan *spam;
  guint n_spam;

  g_assert_true (g_utf8_validate_len (text, length, NULL));
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_null (strpbrk (text, "\r\t\v\f"));
  g_assert_null (strstr (text, "\u00ad"));
  composed = g_utf8_normalize (text, length, G_NORMALIZE_NFC);
  g_assert_cmpstr (composed, ==, text);

  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);

      assert_span (document, block->span);
      g_assert_cmpuint (block->span.start, >=, end);
      g_assert_false (sp_span_is_empty (block->span));
      g_assert_false (g_ascii_isspace (text[block->span.start]));
      g_assert_false (g_ascii_isspace (text[block->span.end - 1]));
      g_assert_true (block->parent == SP_BLOCK_NO_PARENT || block->parent < i);
      end = block->span.end;
    }

  for (guint i = 0; i < diagnostics->len; i++)
    assert_span (document, ((SpDiagnostic *) g_ptr_array_index (diagnostics, i))->span);
  spam = sp_document_get_spam (document, &n_spam);
  for (guint i = 0; i < n_spam; i++)
    assert_span (document, spam[i]);
}

void
import_test_cases (const char *name, const ImportCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (SpDocument) document = NULL;
      g_autofree char *outline = NULL;

      g_test_message ("%s", cases[i].label);
      document = import_test_read (name, cases[i].text, -1);
      outline = import_test_outline (document);
      g_assert_cmpstr (outline, ==, cases[i].outline);
    }
}
