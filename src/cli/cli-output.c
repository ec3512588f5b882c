/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-output.h"

#include <string.h>

#include "cli-utils.h"

struct _CliOutput
{
  Cli *cli;
  const SpReportFormat *format;
  char *folder;         /* (owned) (nullable): a file for each report goes there */
  char *file;           /* (owned) (nullable): all goes there, at the end */
  GByteArray *collected; /* (owned): for @file */
  GHashTable *names;    /* (owned): those taken in @folder */
  guint n_reports;
};

static gboolean
is_folder (const char *path)
{
  return g_str_has_suffix (path, G_DIR_SEPARATOR_S) || g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* Whether reports of this format can follow one another in one stream. */
static gboolean
can_be_joined (const SpReportFormat *format)
{
  return g_str_equal (format->id, "jsonl") || g_str_equal (format->id, "text");
}

static gboolean
choose_place (CliOutput *self, const char *path, gboolean several)
{
  if (path == NULL)
    {
      if (several && !can_be_joined (self->format))
        cli_refuse (self->cli, "Several results in %s need a folder: -o FOLDER.", self->format->title);
      else if (self->format->is_binary && cli_has_terminal_output ())
        cli_refuse (self->cli, "%s is nothing for a terminal: -o FILE.%s.", self->format->title,
                    self->format->extension);
      else
        return TRUE;
      return FALSE;
    }

  if (is_folder (path))
    self->folder = g_strdup (path);
  else if (!several || g_str_equal (self->format->id, "jsonl"))
    self->file = g_strdup (path);
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      cli_refuse (self->cli, "%s is no folder, and there are several results.", path);
      return FALSE;
    }
  else
    self->folder = g_strdup (path);
  return TRUE;
}

/* @path: (nullable): of -o. Complains of wrong usage and is %NULL. */
CliOutput *
cli_output_new (Cli *cli, const SpReportFormat *format, const char *path, gboolean several)
{
  g_autoptr (CliOutput) self = g_new0 (CliOutput, 1);

  self->cli = cli;
  self->format = format;
  self->collected = g_byte_array_new ();
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!choose_place (self, path, several))
    return NULL;
  return g_steal_pointer (&self);
}

void
cli_output_free (CliOutput *self)
{
  g_free (self->folder);
  g_free (self->file);
  g_byte_array_unref (self->collected);
  g_hash_table_unref (self->names);
  g_free (self);
}

/* Whether reports are printed as they come. */
gboolean
cli_output_is_stream (const CliOutput *self)
{
  return self->folder == NULL && self->file == NULL;
}

/* "policy.html" → "policy.json", the second of that name "policy-2.json". */
static char *
dup_free_name (CliOutput *self, const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');
  char *result;

  if (dot != NULL && dot > base)
    *dot = '\0';
  result = g_strdup_printf ("%s.%s", base, self->format->extension);
  for (guint i = 2; g_hash_table_contains (self->names, result); i++)
    {
      g_free (result);
      result = g_strdup_printf ("%s-%u.%s", base, i, self->format->extension);
    }
  g_hash_table_add (self->names, g_strdup (result));
  return result;
}

static gboolean
write_in_folder (CliOutput *self, const char *name, GBytes *report)
{
  g_autofree char *file = dup_free_name (self, name);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);

  if (g_mkdir_with_parents (self->folder, 0777) != 0)
    {
      cli_complain (self->cli, "%s: the folder cannot be made.", self->folder);
      return FALSE;
    }
  return cli_write_file (self->cli, path, report);
}

/* A blank line between reports that people read. */
static gboolean
print (CliOutput *self, GBytes *report)
{
  g_autoptr (GBytes) gap = g_bytes_new_static ("\n", 1);

  if (self->n_reports++ > 0 && g_str_equal (self->format->id, "text")
      && !cli_write_output (self->cli, gap))
    return FALSE;
  /* A line is seen as soon as its file is done. */
  return cli_write_output (self->cli, report) && cli_flush_output (self->cli);
}

/* @name: of the input */
gboolean
cli_output_add (CliOutput *self, const char *name, GBytes *report)
{
  if (self->folder != NULL)
    return write_in_folder (self, name, report);
  return cli_output_add_line (self, report);
}

/* Adds to the stream or file what has no file of its own: the line of an input that failed. */
gboolean
cli_output_add_line (CliOutput *self, GBytes *line)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (line, &length);

  if (self->folder != NULL)
    return TRUE;
  if (self->file == NULL)
    return print (self, line);
  g_byte_array_append (self->collected, data, length);
  return TRUE;
}

/* Puts the one file in its place. */
gboolean
cli_output_finish (CliOutput *self)
{
  g_autoptr (GBytes) all = NULL;

  if (self->file == NULL)
    return TRUE;
  all = g_byte_array_free_to_bytes (g_steal_pointer (&self->collected));
  self->collected = g_byte_array_new ();
  return cli_write_file (self->cli, self->file, all);
}
