/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-importer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-charset.h"
#include "sp-document-builder.h"
#include "sp-error.h"
#include "sp-front-matter.h"
#include "sp-html-reader.h"
#include "sp-hygiene.h"
#include "sp-limits.h"
#include "sp-markdown-reader.h"
#include "sp-media-type.h"
#include "sp-text-reader.h"

typedef gboolean (*ReadFunc) (SpDocumentBuilder *builder, const char *text, gsize length,
                              GCancellable *cancellable, GError **error);

static const struct
{
  const char *media_type;
  ReadFunc read;
} readers[] = {
  { SP_MEDIA_TYPE_HTML, sp_html_reader_read },
  { SP_MEDIA_TYPE_MARKDOWN, sp_markdown_reader_read },
  { SP_MEDIA_TYPE_TEXT, sp_text_reader_read },
};

static ReadFunc
find_reader (const char *media_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (readers[i].media_type, media_type))
      return readers[i].read;
  g_assert_not_reached ();
}

static gboolean
check_size (const SpSource *source, GError **error)
{
  if (g_bytes_get_size (source->bytes) <= SP_LIMIT_SOURCE_BYTES)
    return TRUE;

  g_set_error (error, SP_ERROR, SP_ERROR_TOO_LARGE,
               /* Translators: “It” is the file; %u is a number of mebibytes. */
               _("It is larger than %u MiB. Save only the policy itself and open that."),
               SP_LIMIT_SOURCE_BYTES / (1024 * 1024));
  return FALSE;
}

static gboolean
set_no_text (GError **error)
{
  g_set_error_literal (error, SP_ERROR, SP_ERROR_NO_TEXT,
                       /* Translators: “It” is the file. */
                       _("It holds no text. If it was saved from a web page, open the page again, wait "
                         "until the policy shows, and save or copy it once more."));
  return FALSE;
}

static void
note_decoding (SpDocumentBuilder *builder, const SpDecoded *decoded)
{
  if (decoded->guessed)
    {
      /* Translators: %s is a charset, as “windows-1252”. */
      g_autofree char *message = g_strdup_printf (_("The file does not say how its characters are encoded; "
                                                    "they were read as %s. Import it again with another "
                                                    "encoding if letters look wrong."),
                                                  decoded->charset);

      sp_document_builder_note (builder, "encoding-guessed", NULL, 0, 0, message);
    }
  if (decoded->n_replaced > 0)
    {
      g_autofree char *message
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u byte was no readable character and was replaced.",
                                          "%u bytes were no readable characters and were replaced.",
                                          decoded->n_replaced),
                             decoded->n_replaced);

      sp_document_builder_note (builder, "characters-replaced", NULL, 0, 0, message);
    }
}

static gboolean
read_blocks (const SpSource *source, SpDocumentBuilder *builder, GCancellable *cancellable,
             GError **error)
{
  g_autoptr (SpDecoded) decoded = sp_charset_decode (source, error);
  const char *media_type;
  gsize n_matter;

  if (decoded == NULL)
    return FALSE;
  n_matter = sp_front_matter_read (builder, decoded->text->str, decoded->text->len);
  g_string_erase (decoded->text, 0, n_matter);
  media_type = sp_media_type_sniff (source, decoded->text->str, decoded->text->len);
  sp_document_builder_set_charset (builder, decoded->charset);
  sp_document_builder_set_media_type (builder, media_type);
  note_decoding (builder, decoded);

  return find_reader (media_type) (builder, decoded->text->str, decoded->text->len, cancellable, error)
         && sp_hygiene_run (builder, cancellable, error);
}

/**
 * sp_importer_read:
 *
 * Reads a source into a document: decides type and charset, picks a reader, repairs the text.
 * Any thread; blocks.
 *
 * Errors: %SP_ERROR_UNSUPPORTED, %SP_ERROR_ENCODING, %SP_ERROR_PARSE, %SP_ERROR_NO_TEXT,
 * %SP_ERROR_TOO_LARGE, %SP_ERROR_TOO_DEEP, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the document
 */
SpDocument *
sp_importer_read (const SpSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpDocumentBuilder) builder = sp_document_builder_new (source);

  if (!check_size (source, error) || !sp_media_type_check_readable (source, error)
      || !read_blocks (source, builder, cancellable, error))
    return NULL;

  if (sp_document_builder_get_blocks (builder)->len == 0)
    {
      set_no_text (error);
      return NULL;
    }
  return sp_document_builder_finish (builder);
}

/**
 * sp_importer_get_extensions:
 *
 * Returns: (transfer none) (array zero-terminated=1): how names of readable files end, without the
 *   stop, in lower case. A file named by a person is read whatever its name.
 */
const char *const *
sp_importer_get_extensions (void)
{
  static const char *const extensions[]
    = { "html", "htm", "xhtml", "md", "markdown", "txt", "text", NULL };

  return extensions;
}

/**
 * sp_importer_knows_name:
 * @name: a file name
 *
 * Tells whether a file is picked when a folder is walked.
 *
 * Returns: whether @name ends in one of the extensions, in any case
 */
gboolean
sp_importer_knows_name (const char *name)
{
  const char *stop = strrchr (name, '.');
  g_autofree char *extension = stop != NULL && stop > name ? g_ascii_strdown (stop + 1, -1) : NULL;

  return extension != NULL && g_strv_contains (sp_importer_get_extensions (), extension);
}
