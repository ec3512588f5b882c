/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-test.h"

#include <string.h>

#include "sp-error.h"
#include "sp-importer.h"

static SpBlockKind
read_marker (const char **line, guint *level)
{
  *level = 0;
  if (g_str_has_prefix (*line, "# "))
    {
      *line += 2;
      *level = 1;
      return SP_BLOCK_HEADING;
    }
  while (g_str_has_prefix (*line, "- "))
    {
      *line += 2;
      *level += 1;
    }
  if (*level > 0)
    return SP_BLOCK_ITEM;
  if (g_str_has_prefix (*line, "~ "))
    {
      *line += 2;
      return SP_BLOCK_BOILERPLATE;
    }
  return SP_BLOCK_PARAGRAPH;
}

/* A document of one block a line: "# " heading, "- " item ("- - " inside an item), "~ "
 * boilerplate, else a paragraph; "⏎" is a line break inside a block. @spam: (nullable): these words
 * are marked as injected. */
SpDocument *
test_document_new (const char *outline, const char *spam)
{
  g_autoptr (GBytes) bytes = g_bytes_new (outline, strlen (outline));
  g_autoptr (SpSource) source = sp_source_new (bytes, "test.txt", NULL);
  g_autoptr (SpDocumentBuilder) builder = sp_document_builder_new (source);
  g_auto (GStrv) lines = g_strsplit (outline, "\n", -1);

  for (char **at = lines; *at != NULL; at++)
    {
      const char *line = *at;
      guint level;
      SpBlockKind kind = read_marker (&line, &level);
      SpDraftBlock *block = sp_draft_block_new (kind, level, line, -1);
      const char *found = spam != NULL ? strstr (line, spam) : NULL;

      g_string_replace (block->text, "⏎", "\n", 0);
      g_ptr_array_add (sp_document_builder_get_blocks (builder), block);
      if (found != NULL)
        sp_document_builder_add_spam (builder, block, found - line, found - line + strlen (spam));
    }
  return sp_document_builder_finish (builder);
}

SpSegmentation *
test_segmentation_new (const char *outline)
{
  g_autoptr (SpDocument) document = test_document_new (outline, NULL);

  return sp_segmentation_new (document, NULL);
}

/* The text of all sentences. */
char *
test_sentences_dup (SpSegmentation *segmentation, const char *separator)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  GString *out = g_string_new (NULL);
  guint n_sentences;
  const SpSentence *sentences = sp_segmentation_get_sentences (segmentation, &n_sentences);

  for (guint i = 0; i < n_sentences; i++)
    {
      if (i > 0)
        g_string_append (out, separator);
      g_string_append_len (out, text + sentences[i].span.start, sp_span_length (sentences[i].span));
    }
  return g_string_free (out, FALSE);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files of a folder of the policies beside the checkout, sorted; %NULL if they are not there. */
GPtrArray *
test_policies_list (const char *folder)
{
  const char *shared = g_getenv ("SP_TEST_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "policies", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *paths;

  if (dir == NULL)
    return NULL;

  paths = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (paths, g_build_filename (path, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

/* The document, or %NULL if the file holds no text. */
SpDocument *
test_policy_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SpSource) source = sp_source_new_for_file (file, NULL, &error);
  SpDocument *document;

  g_assert_no_error (error);
  document = sp_importer_read (source, NULL, &error);
  if (document == NULL && g_error_matches (error, SP_ERROR, SP_ERROR_NO_TEXT))
    return NULL;
  g_assert_no_error (error);
  return document;
}
