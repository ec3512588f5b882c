/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-importer.h"
#include "sp-json-private.h"
#include "sp-tagging.h"

#include <string.h>

#define LEAST_F1 0.95

/* The annotated set says "True" and "False" in words. */
typedef struct
{
  const SpTagger *tagger;
  guint hits;
  guint errors;
} Tally;

static GDataInputStream *
open_documents (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_SHARED"), "corpora", "is_policy",
                                            "documents.jsonl.gz", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) packed = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = NULL;

  if (packed == NULL)
    return NULL;
  stream = g_converter_input_stream_new (packed, G_CONVERTER (unpacker));
  return g_data_input_stream_new (stream);
}

/* A text that cannot be read, as an empty one, is no policy. */
static gboolean
judge (const SpTagger *tagger, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (SpSource) source = sp_source_new (bytes, "document.txt", NULL);
  g_autoptr (SpDocument) document = sp_importer_read (source, NULL, NULL);
  g_autoptr (SpSegmentation) segmentation = NULL;
  g_autoptr (SpTagging) tagging = NULL;

  if (document == NULL)
    return FALSE;
  segmentation = sp_segmentation_new (document, NULL);
  tagging = sp_tagging_new (segmentation, tagger, NULL);
  return sp_tagging_get_is_policy (tagging) >= 0.5;
}

static void
count (Tally *tally, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = sp_json_parse (line, -1, &error);
  JsonObject *object;
  gboolean expected, judged;

  g_assert_no_error (error);
  object = json_node_get_object (root);
  expected = g_strcmp0 (sp_json_get_string (object, "is_policy"), "True") == 0;
  judged = judge (tally->tagger, sp_json_get_string (object, "text"));
  tally->hits += expected && judged;
  tally->errors += expected != judged;
}

static void
tells_policies_from_web_pages (gconstpointer data)
{
  g_autoptr (GDataInputStream) lines = open_documents ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SpTagger) tagger = data != NULL
                                  ? sp_tagger_new (SP_TEST_MODEL_DIR "/" SP_MODEL_FILE, &error)
                                  : sp_tagger_new_without_model (&error);
  Tally tally = { tagger };
  double f1;

  g_assert_no_error (error);
  if (lines == NULL)
    {
      g_test_skip ("The annotated documents are not beside the checkout");
      return;
    }
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      if (line == NULL)
        break;
      count (&tally, line);
    }

  f1 = 2.0 * tally.hits / (2.0 * tally.hits + tally.errors);
  g_test_message ("F1 %.3f, %u errors", f1, tally.errors);
  g_assert_cmpfloat (f1, >=, LEAST_F1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/train/document-kind/model/tells_policies_from_web_pages", "model",
                        tells_policies_from_web_pages);
  g_test_add_data_func ("/train/document-kind/cues/tells_policies_from_web_pages", NULL,
                        tells_policies_from_web_pages);
  return g_test_run ();
}
