/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-source.h"

#include <glib/gi18n-lib.h>

#include "sp-error.h"
#include "sp-limits.h"

G_DEFINE_BOXED_TYPE (SpSource, sp_source, sp_source_copy, sp_source_free)

/**
 * sp_source_new:
 * @name: a base name, valid UTF-8
 * @media_type: (nullable): as "text/html"
 *
 * Returns: (transfer full): a source that shares @bytes
 */
SpSource *
sp_source_new (GBytes *bytes, const char *name, const char *media_type)
{
  SpSource *self = g_new0 (SpSource, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->media_type = g_strdup (media_type);
  return self;
}

static gboolean
check_size (goffset size, GError **error)
{
  if (size <= SP_LIMIT_SOURCE_BYTES)
    return TRUE;

  g_set_error (error, SP_ERROR, SP_ERROR_TOO_LARGE,
               /* Translators: “It” is the file; %u is a number of mebibytes. */
               _("It is larger than %u MiB. Save only the policy itself and open that."),
               SP_LIMIT_SOURCE_BYTES / (1024 * 1024));
  return FALSE;
}

/**
 * sp_source_new_for_stream:
 * @name: a base name, valid UTF-8
 *
 * Reads a stream to its end, such as standard input. Blocks.
 *
 * Errors: %G_IO_ERROR if it cannot be read, %SP_ERROR_TOO_LARGE over the limit of 64 MiB (an
 * endless stream is read no further than that).
 *
 * Returns: (transfer full): the stream's bytes
 */
SpSource *
sp_source_new_for_stream (GInputStream *stream, const char *name, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  gssize n;

  do
    {
      guint8 buffer[65536];

      n = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (content, buffer, n);
      if (!check_size (content->len, error))
        return NULL;
    }
  while (n > 0);

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  return sp_source_new (bytes, name, NULL);
}

/**
 * sp_source_new_for_file:
 *
 * Reads a file. Blocks; worker threads only, in the desktop program.
 *
 * Errors: %G_IO_ERROR if it cannot be read, %SP_ERROR_TOO_LARGE over the limit of 64 MiB (a pipe or
 * an endless device is read no further than that).
 *
 * Returns: (transfer full): the file's bytes and display name
 */
SpSource *
sp_source_new_for_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  const char *name;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                            "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  name = g_file_info_get_display_name (info);
  if (!check_size (g_file_info_get_size (info), error))
    return NULL;

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  return sp_source_new_for_stream (G_INPUT_STREAM (stream), name, cancellable, error);
}

/**
 * sp_source_describe_error:
 * @error: why something could not be read
 *
 * Returns: (transfer none): what went wrong, for people who know which file it was: without its path, which is
 *   the machine's
 */
const char *
sp_source_describe_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return _("There is no such file.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _("You may not read it. Check the permissions of the file and its folder.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _("It is a folder.");
  return error->message;
}

SpSource *
sp_source_copy (const SpSource *self)
{
  SpSource *copy = sp_source_new (self->bytes, self->name, self->media_type);

  copy->charset = g_strdup (self->charset);
  return copy;
}

void
sp_source_free (SpSource *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->charset);
  g_free (self);
}
