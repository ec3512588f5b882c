/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-corpus.h"

#include <string.h>

#include "sp-json-private.h"

/* Readers of one segment in OPP-115. */
#define N_READERS 3.0

/* The other sets that are used, in a fixed order. */
const char *const sp_corpus_foreign_sets[] = { "appcorp", "goppc150", "gdpr200", "c3pa", NULL };

typedef gboolean (*LineFunc) (JsonObject *line, gpointer user_data, GError **error);

static void
free_piece (gpointer data)
{
  SpPiece *piece = data;

  g_free (piece->text);
  g_free (piece);
}

static void
free_example (gpointer data)
{
  SpExample *example = data;

  g_ptr_array_unref (example->pieces);
  g_free (example->policy);
  g_free (example->text);
  g_free (example);
}

static void
free_foreign_example (gpointer data)
{
  SpForeignExample *example = data;

  g_free (example->text);
  g_ptr_array_unref (example->labels);
  g_free (example);
}

static GInputStream *
open_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  g_autoptr (GZlibDecompressor) decompressor = NULL;

  if (stream == NULL || !g_str_has_suffix (path, ".gz"))
    return g_steal_pointer (&stream);
  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  return g_converter_input_stream_new (stream, G_CONVERTER (decompressor));
}

static gboolean
read_line (const char *line, LineFunc func, gpointer user_data, GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse (line, -1, error);

  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "an object is expected");
      return FALSE;
    }
  return func (json_node_get_object (root), user_data, error);
}

/* Calls @func for each line of a file of JSON Lines, unpacked if its name ends in .gz. */
static gboolean
read_lines (const char *path, LineFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GInputStream) stream = open_file (path, error);
  g_autoptr (GDataInputStream) lines = NULL;

  if (stream == NULL)
    return FALSE;
  lines = g_data_input_stream_new (stream);
  for (guint number = 1;; number++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autofree char *line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, &local_error);

      if (line == NULL && local_error == NULL)
        return TRUE;
      if (line != NULL && line[0] == '\0')
        continue;
      if (line == NULL || !read_line (line, func, user_data, &local_error))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s:%u: ", path,
                                      number);
          return FALSE;
        }
    }
}

static const char *
get_text (JsonObject *line, const char *member, GError **error)
{
  const char *text = sp_json_get_string (line, member);

  if (text == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a string “%s” is missing",
                 member);
  return text;
}

static void
read_labels (JsonObject *line, SpExample *example)
{
  JsonArray *labels = sp_json_get_array (line, "labels");
  guint n = labels != NULL ? json_array_get_length (labels) : 0;

  for (guint i = 0; i < n; i++)
    {
      SpCategory category;

      if (sp_category_parse (json_array_get_string_element (labels, i), &category))
        example->labels |= 1U << category;
    }
}

/* Without votes the labels stand for all readers. */
static void
read_votes (JsonObject *line, SpExample *example)
{
  JsonObject *votes = sp_json_get_object (line, "votes");
  g_autoptr (GList) names = votes != NULL ? json_object_get_members (votes) : NULL;

  for (guint i = 0; i < SP_N_CATEGORIES && votes == NULL; i++)
    example->targets[i] = example->labels >> i & 1;
  for (GList *l = names; l != NULL; l = l->next)
    {
      SpCategory category;

      if (sp_category_parse (l->data, &category))
        example->targets[category] =
          CLAMP (sp_json_get_double (votes, l->data, 0.0) / N_READERS, 0.0, 1.0);
    }
}

static gboolean
add_example (JsonObject *line, gpointer user_data, GError **error)
{
  const char *text = get_text (line, "segment", error);
  SpExample *example;

  if (text == NULL)
    return FALSE;
  example = g_new0 (SpExample, 1);
  example->pieces = g_ptr_array_new_with_free_func (free_piece);
  example->policy = g_strdup (sp_json_get_string (line, "policy"));
  example->number = (int) sp_json_get_double (line, "seg", -1);
  example->text = g_strdup (text);
  read_labels (line, example);
  read_votes (line, example);
  g_ptr_array_add (user_data, example);
  return TRUE;
}

/**
 * sp_corpus_read_examples:
 * @path: JSON Lines `{"policy","segment","labels","votes"}`
 *
 * Errors: %G_IO_ERROR, %SP_ERROR_PARSE, with file and line.
 *
 * Returns: (transfer full) (element-type SpExample): the annotated segments, in the file's order
 */
GPtrArray *
sp_corpus_read_examples (const char *path, GError **error)
{
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func (free_example);

  if (!read_lines (path, add_example, examples, error))
    return NULL;
  return g_steal_pointer (&examples);
}

static char *
name_place (const char *policy, int number)
{
  return g_strdup_printf ("%s %d", policy, number);
}

static char *
slice_characters (const char *text, double start, double end)
{
  glong length = g_utf8_strlen (text, -1);

  if (start < 0 || end > length || end - start < 8 || (start == 0 && end == length))
    return NULL;
  return g_utf8_substring (text, (glong) start, (glong) end);
}

/* The longest of the marked values of one practice: it shows best what the practice is. */
static char *
dup_longest_value (JsonObject *attributes, const char *text)
{
  g_autoptr (GList) names = json_object_get_members (attributes);
  double start = 0, end = 0;

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *value = sp_json_get_object (attributes, l->data);
      double from = value != NULL ? sp_json_get_double (value, "start", -1) : -1;
      double to = value != NULL ? sp_json_get_double (value, "end", -1) : -1;

      if (from >= 0 && to - from > end - start)
        {
          start = from;
          end = to;
        }
    }
  return slice_characters (text, start, end);
}

static gboolean
add_piece (JsonObject *line, gpointer user_data, GError **error)
{
  GHashTable *examples = user_data;
  const char *policy = sp_json_get_string (line, "policy");
  const char *label = sp_json_get_string (line, "label");
  JsonObject *attributes = sp_json_get_object (line, "attributes");
  g_autofree char *place = name_place (policy, (int) sp_json_get_double (line, "seg", -1));
  SpExample *example = g_hash_table_lookup (examples, place);
  SpCategory category;
  SpPiece *piece;
  char *text;

  if (example == NULL || attributes == NULL || label == NULL ||
      !sp_category_parse (label, &category))
    return TRUE;
  text = dup_longest_value (attributes, example->text);
  if (text == NULL)
    return TRUE;

  piece = g_new (SpPiece, 1);
  *piece = (SpPiece) { text, category };
  g_ptr_array_add (example->pieces, piece);
  return TRUE;
}

/**
 * sp_corpus_read_pieces:
 * @aux_dir: a folder with opp115/attributes.jsonl.gz
 * @examples: (element-type SpExample): what readers marked in these is added to them
 *
 * Errors: %G_IO_ERROR, %SP_ERROR_PARSE, with file and line.
 *
 * Returns: whether it could be read
 */
gboolean
sp_corpus_read_pieces (const char *aux_dir, GPtrArray *examples, GError **error)
{
  g_autofree char *path = g_build_filename (aux_dir, "opp115", "attributes.jsonl.gz", NULL);
  g_autoptr (GHashTable) by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < examples->len; i++)
    {
      SpExample *example = examples->pdata[i];

      if (example->policy != NULL && example->number >= 0)
        g_hash_table_insert (by_place, name_place (example->policy, example->number), example);
    }
  return read_lines (path, add_piece, by_place, error);
}

static void
take_foreign (GPtrArray *examples, const char *text, GPtrArray *labels)
{
  SpForeignExample *example = g_new0 (SpForeignExample, 1);

  example->text = g_strdup (text);
  example->labels = labels;
  g_ptr_array_add (examples, example);
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

static gboolean
add_appcorp (JsonObject *line, gpointer user_data, GError **error)
{
  const char *text = get_text (line, "text", error);
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  add_name (labels, sp_json_get_string (line, "label"));
  if (text != NULL)
    take_foreign (user_data, text, labels);
  return text != NULL;
}

static gboolean
add_goppc150 (JsonObject *line, gpointer user_data, GError **error)
{
  const char *text = get_text (line, "text", error);
  JsonArray *codes = sp_json_get_array (line, "labels");
  GPtrArray *labels;

  if (text == NULL || g_strcmp0 (sp_json_get_string (line, "type"), "paragraph") != 0)
    return text != NULL;
  labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    add_name (labels, json_array_get_string_element (codes, i));
  take_foreign (user_data, text, labels);
  return TRUE;
}

static gboolean
add_gdpr200 (JsonObject *line, gpointer user_data, GError **error)
{
  const char *text = get_text (line, "passage", error);
  JsonArray *annotations = sp_json_get_array (line, "annotations");
  GPtrArray *labels;

  if (text == NULL || g_strcmp0 (sp_json_get_string (line, "type"), "headline") == 0)
    return text != NULL;
  labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; annotations != NULL && i < json_array_get_length (annotations); i++)
    add_name (labels, sp_json_get_string (json_array_get_object_element (annotations, i),
                                          "requirement"));
  take_foreign (user_data, text, labels);
  return TRUE;
}

static gboolean
add_c3pa (JsonObject *line, gpointer user_data, GError **error)
{
  const char *text = get_text (line, "text", error);
  JsonObject *names = sp_json_get_object (line, "labels");
  g_autoptr (GList) members = names != NULL ? json_object_get_members (names) : NULL;
  GPtrArray *labels;

  if (text == NULL)
    return FALSE;
  labels = g_ptr_array_new_with_free_func (g_free);
  for (GList *l = members; l != NULL; l = l->next)
    add_name (labels, l->data);
  take_foreign (user_data, text, labels);
  return TRUE;
}

/**
 * sp_corpus_read_foreign:
 * @aux_dir: a folder of annotated sets
 * @set: one of sp_corpus_foreign_sets
 *
 * Errors: %G_IO_ERROR, %SP_ERROR_PARSE.
 *
 * Returns: (transfer full) (element-type SpForeignExample): its passages, in the file's order
 */
GPtrArray *
sp_corpus_read_foreign (const char *aux_dir, const char *set, GError **error)
{
  static const struct
  {
    const char *set;
    const char *file;
    LineFunc func;
  } sets[] = {
    { "appcorp", "paragraphs.jsonl.gz", add_appcorp },
    { "goppc150", "segments.jsonl.gz", add_goppc150 },
    { "gdpr200", "passages.jsonl.gz", add_gdpr200 },
    { "c3pa", "annotations.jsonl.gz", add_c3pa },
  };
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func (free_foreign_example);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (g_str_equal (set, sets[i].set))
      {
        g_autofree char *path = g_build_filename (aux_dir, set, sets[i].file, NULL);

        if (!read_lines (path, sets[i].func, examples, error))
          return NULL;
      }
  return g_steal_pointer (&examples);
}
