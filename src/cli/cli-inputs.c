/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-inputs.h"

#include <string.h>

#include "cli-lines.h"
#include "cli-utils.h"

struct _CliInputs
{
  GPtrArray *files; /* (owned) (element-type CliInput) (nullable): %NULL if documents are read */
  guint next;
  gboolean has_folder;
  CliLines lines;
};

void
cli_input_free (CliInput *self)
{
  g_free (self->path);
  g_free (self->name);
  g_clear_pointer (&self->source, sp_source_free);
  g_clear_error (&self->error);
  g_free (self);
}

static CliInput *
add_file (CliInputs *self, const char *path)
{
  CliInput *input = g_new0 (CliInput, 1);

  input->path = g_strdup (path);
  input->name = cli_dup_name (path);
  g_ptr_array_add (self->files, input);
  return input;
}

/* Names by their bytes: the order is the same in every locale and on every file system. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_folder (const char *path, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  GPtrArray *names;
  const char *name;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Hidden files are left out, and links to folders, which may lead round in a circle. */
static void
walk_folder (CliInputs *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = list_folder (path, &error);

  if (names == NULL)
    {
      add_file (self, path)->error = g_error_new (
        G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "The folder cannot be read: %s", error->message);
      return;
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          if (sp_importer_knows_name (names->pdata[i]))
            add_file (self, child);
        }
      else if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        walk_folder (self, child);
    }
}

static void
add_folder (CliInputs *self, const char *path)
{
  guint n_before = self->files->len;

  self->has_folder = TRUE;
  walk_folder (self, path);
  if (self->files->len == n_before)
    add_file (self, path)->error
      = g_error_new (SP_ERROR, SP_ERROR_NO_TEXT, "The folder holds no file that can be read. Types are "
                                                 "HTML, Markdown and plain text.");
}

CliInputs *
cli_inputs_new_for_paths (char **paths)
{
  CliInputs *self = g_new0 (CliInputs, 1);

  self->files = g_ptr_array_new ();
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      add_folder (self, paths[i]);
    else
      add_file (self, paths[i]);
  return self;
}

CliInputs *
cli_inputs_new_for_documents (void)
{
  return g_new0 (CliInputs, 1);
}

void
cli_inputs_free (CliInputs *self)
{
  for (guint i = self->next; self->files != NULL && i < self->files->len; i++)
    cli_input_free (self->files->pdata[i]);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  cli_lines_clear (&self->lines);
  g_free (self);
}

/* Whether there may be more than one: the form of the results does not hang on what a folder holds. */
gboolean
cli_inputs_are_several (const CliInputs *self)
{
  return self->files == NULL || self->has_folder || self->files->len > 1;
}

/* How many there are, 0 if nobody knows. */
guint
cli_inputs_count (const CliInputs *self)
{
  return self->files != NULL ? self->files->len : 0;
}

static GBytes *
decode_content (const char *content, const char *base64, GError **error)
{
  gsize length;
  guchar *data;

  if (content != NULL)
    return g_bytes_new (content, strlen (content));
  if (base64 != NULL)
    {
      data = g_base64_decode (base64, &length);
      return g_bytes_new_take (data, length);
    }
  g_set_error (error, SP_ERROR, SP_ERROR_PARSE, "“content” or “content_base64” is missing.");
  return NULL;
}

static void
read_document (CliInput *input, const CliLines *line)
{
  static const char *const names[] = { "name", "media_type", "content", "content_base64", NULL };
  char *values[G_N_ELEMENTS (names)] = { NULL };
  g_autoptr (GBytes) bytes = NULL;

  if (!g_utf8_validate (line->text, line->length, NULL))
    g_set_error (&input->error, SP_ERROR, SP_ERROR_ENCODING, "The line is not UTF-8.");
  else if (sp_json_read_strings (line->text, line->length, names, values, &input->error))
    bytes = decode_content (values[2], values[3], &input->error);

  input->name = values[0] != NULL ? g_strdup (values[0]) : g_strdup_printf ("line %u", line->number);
  if (bytes != NULL)
    input->source = sp_source_new (bytes, input->name, values[1]);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_free (values[i]);
}

/* Returns: (transfer full) (nullable): the next one */
CliInput *
cli_inputs_next (CliInputs *self)
{
  CliInput *input;

  if (self->files != NULL)
    return self->next < self->files->len ? self->files->pdata[self->next++] : NULL;
  if (!cli_lines_next (&self->lines))
    return NULL;

  input = g_new0 (CliInput, 1);
  read_document (input, &self->lines);
  return input;
}
