/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-compression.h"

static GInputStream *
convert (GBytes *bytes, GConverter *converter)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);

  return g_converter_input_stream_new (memory, converter);
}

/**
 * sp_bytes_compress:
 *
 * Errors: %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): @bytes as gzip
 */
GBytes *
sp_bytes_compress (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GInputStream) stream = convert (bytes, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) result = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (result, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, cancellable, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (result));
}

/**
 * sp_bytes_decompress:
 * @size: how many bytes come out; no more than that is ever held
 *
 * Errors: %G_IO_ERROR_INVALID_DATA if @bytes is no gzip of @size bytes, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): what was compressed
 */
GBytes *
sp_bytes_decompress (GBytes *bytes, gsize size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = convert (bytes, G_CONVERTER (decompressor));
  g_autofree guint8 *data = g_malloc (size + 1);
  gsize n_read;

  /* One byte more than expected shows a stream that is too long. */
  if (!g_input_stream_read_all (stream, data, size + 1, &n_read, cancellable, error))
    return NULL;
  if (n_read == size)
    return g_bytes_new_take (g_steal_pointer (&data), size);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "wrong size");
  return NULL;
}
