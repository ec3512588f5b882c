/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file is: by its content first, then by what the caller knows, then by its name. */

#include "config.h"

#include "sp-media-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-charset-guess.h"
#include "sp-error.h"

/* How much of a file is looked at. */
#define SNIFF_BYTES 65536
#define BINARY_BYTES 8192

/* Telling marks that make a text Markdown, or HTML without its <html>. */
#define MARKDOWN_MARKS 3
#define HTML_MARKS 3

/* Files known by their first bytes that no reader here takes. */
typedef struct
{
  const char *magic;
  guint n_magic;
  guint offset;
  const char *what; /* (translatable) */
} Unsupported;

static const Unsupported unsupported[] = {
  { "%PDF-", 5, 0, N_("a PDF document") },
  { "PK\3\4", 4, 0, N_("a packed document (as DOCX, ODT or EPUB) or an archive") },
  { "{\\rtf", 5, 0, N_("an RTF document") },
  { "\xD0\xCF\x11\xE0", 4, 0, N_("an old Office document") },
  { "\x89PNG", 4, 0, N_("a picture") },
  { "\xFF\xD8\xFF", 3, 0, N_("a picture") },
  { "GIF8", 4, 0, N_("a picture") },
  { "WEBP", 4, 8, N_("a picture") },
  { "II*\0", 4, 0, N_("a picture") },
  { "MM\0*", 4, 0, N_("a picture") },
  { "ftyp", 4, 4, N_("a picture or video") },
  { "%!PS", 4, 0, N_("a PostScript document") },
  { "\x1F\x8B", 2, 0, N_("a compressed file") },
  { "BZh", 3, 0, N_("a compressed file") },
  { "\xFD" "7zXZ", 5, 0, N_("a compressed file") },
  { "7z\xBC\xAF", 4, 0, N_("an archive") },
  { "Rar!", 4, 0, N_("an archive") },
  { "\x7F" "ELF", 4, 0, N_("a program") },
  { "MZ\x90", 3, 0, N_("a program") },
  { "SQLite format 3", 15, 0, N_("a database") },
  { "OggS", 4, 0, N_("a sound or video file") },
  { "ID3", 3, 0, N_("a sound file") },
};

static gboolean
refuse (const char *what, GError **error)
{
  g_set_error (error, SP_ERROR, SP_ERROR_UNSUPPORTED,
               /* Translators: “It” is the file; %s is what it is, as “a picture”. */
               _("It is %s, which cannot be read here. Open it in its own program, select the "
                 "whole policy, copy it and paste it here, or save it as a web page or text."),
               what);
  return FALSE;
}

/* Control characters that no text has; UTF-16 and UTF-32 mostly announce themselves by a mark. */
static gboolean
looks_binary (const guchar *data, gsize length)
{
  gsize n = MIN (length, BINARY_BYTES);
  gsize n_controls = 0;

  if (n >= 2 && ((data[0] == 0xFF && data[1] == 0xFE) || (data[0] == 0xFE && data[1] == 0xFF)))
    return FALSE;
  if (n >= 4 && memcmp (data, "\0\0\xFE\xFF", 4) == 0)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    n_controls += data[i] < 0x20 && strchr ("\t\n\v\f\r\x1b", data[i] == 0 ? 1 : data[i]) == NULL;
  return n_controls > 0 && n_controls * 50 >= n;
}

/**
 * sp_media_type_check_readable:
 *
 * Refuses what is no text.
 *
 * Errors: %SP_ERROR_UNSUPPORTED, saying what the file is and what to do.
 *
 * Returns: whether there may be text in it
 */
gboolean
sp_media_type_check_readable (const SpSource *source, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (source->bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (unsupported); i++)
    {
      const Unsupported *row = &unsupported[i];

      if (length >= row->offset + row->n_magic
          && memcmp (data + row->offset, row->magic, row->n_magic) == 0)
        return refuse (_(row->what), error);
    }

  /* Whoever chose a charset knows that this is text. */
  if (source->charset == NULL && length > 0 && looks_binary ((const guchar *) data, length)
      && sp_charset_guess_utf16 (data, length) == NULL)
    return refuse (_("no text but binary data"), error);
  return TRUE;
}

static gboolean
has_prefix_nocase (const char *text, const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* White space, comments and declarations that may stand before the first element. */
static const char *
skip_prologue (const char *p)
{
  while (TRUE)
    {
      const char *end;

      p += strspn (p, " \t\n\r\f");
      if (g_str_has_prefix (p, "<!--"))
        end = strstr (p, "-->");
      else if (g_str_has_prefix (p, "<?"))
        end = strchr (p, '>');
      else
        return p;
      if (end == NULL)
        return p;
      p = strchr (end, '>') + 1;
    }
}

static gboolean
starts_as_html (const char *text)
{
  static const char *const starts[] = { "<!doctype html", "<html", "<head", "<body", "<meta",
                                        "<title", "<!-- saved from url" };
  const char *p = skip_prologue (text);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (has_prefix_nocase (p, starts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_tag (const char *text)
{
  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p + 1, '<'))
    if (g_ascii_isalpha (p[1]))
      return TRUE;
  return FALSE;
}

/* Tags of blocks, and of what wraps them, in the first part of a text. */
static guint
count_html_marks (const char *text, gsize length)
{
  static const char *const tags[] = { "p>", "p ", "br>", "br ", "br/", "div", "li>", "ul>", "ol>",
                                      "h1", "h2", "h3", "h4", "table", "td>", "strong>", "b>",
                                      "span" };
  const char *end = text + MIN (length, SNIFF_BYTES);
  guint n = 0;

  for (const char *p = memchr (text, '<', end - text); p != NULL && n < 100;
       p = memchr (p, '<', end - p))
    {
      p++;
      if (*p == '/')
        p++;
      for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
        if (has_prefix_nocase (p, tags[i]))
          {
            n++;
            break;
          }
    }
  return n;
}

static gboolean
is_underline (const char *line, gsize length)
{
  while (length > 0 && line[length - 1] == ' ')
    length--;
  return length >= 3 && (strspn (line, "=") >= length || strspn (line, "-") >= length);
}

static guint
count_line_marks (const char *line, gsize length, gboolean after_text)
{
  gsize n_hashes = strspn (line, "#");
  guint n = 0;

  if (n_hashes >= 1 && n_hashes <= 6 && line[n_hashes] == ' ')
    n += 2;
  if (after_text && is_underline (line, length))
    n += 2;
  if (g_strstr_len (line, length, "](") != NULL)
    n++;
  if (length >= 6 && g_str_has_prefix (line + strspn (line, " *-"), "**")
      && g_strstr_len (line + 2, length - 2, "**") != NULL)
    n++;
  return n;
}

static guint
count_markdown_marks (const char *text, gsize length)
{
  const char *end = text + MIN (length, SNIFF_BYTES);
  gboolean after_text = FALSE;
  guint n = 0;

  for (const char *line = text; line < end && n < 100;)
    {
      const char *stop = memchr (line, '\n', end - line);
      gsize n_line = (stop != NULL ? stop : end) - line;

      n += count_line_marks (line, n_line, after_text);
      after_text = n_line > 0 && line[strspn (line, " \t")] != '\n';
      line += n_line + 1;
    }
  return n;
}

static const char *
type_of_name (const char *name)
{
  static const char *const types[][2] = {
    { ".html", SP_MEDIA_TYPE_HTML },       { ".htm", SP_MEDIA_TYPE_HTML },
    { ".xhtml", SP_MEDIA_TYPE_HTML },      { ".md", SP_MEDIA_TYPE_MARKDOWN },
    { ".markdown", SP_MEDIA_TYPE_MARKDOWN },
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (lower, types[i][0]))
      return types[i][1];
  return NULL;
}

static const char *
type_of_hint (const char *media_type)
{
  static const char *const types[][2] = {
    { "text/html", SP_MEDIA_TYPE_HTML },
    { "application/xhtml", SP_MEDIA_TYPE_HTML },
    { "text/markdown", SP_MEDIA_TYPE_MARKDOWN },
    { "text/x-markdown", SP_MEDIA_TYPE_MARKDOWN },
  };

  for (guint i = 0; media_type != NULL && i < G_N_ELEMENTS (types); i++)
    if (has_prefix_nocase (media_type, types[i][0]))
      return types[i][1];
  return NULL;
}

/**
 * sp_media_type_sniff:
 * @text: (array length=length): the decoded text, NUL-terminated
 *
 * Decides how a text is to be read.
 *
 * Returns: (transfer none): one of the media types above
 */
const char *
sp_media_type_sniff (const SpSource *source, const char *text, gsize length)
{
  const char *known = type_of_hint (source->media_type);
  guint n_html, n_markdown;

  if (starts_as_html (text))
    return SP_MEDIA_TYPE_HTML;
  if (known == NULL)
    known = type_of_name (source->name);

  n_html = count_html_marks (text, length);
  if (g_strcmp0 (known, SP_MEDIA_TYPE_MARKDOWN) == 0)
    return known;
  if (g_strcmp0 (known, SP_MEDIA_TYPE_HTML) == 0 && has_tag (text))
    return known;
  n_markdown = count_markdown_marks (text, length);
  if (n_markdown >= MARKDOWN_MARKS && n_markdown >= n_html)
    return SP_MEDIA_TYPE_MARKDOWN;
  return n_html >= HTML_MARKS ? SP_MEDIA_TYPE_HTML : SP_MEDIA_TYPE_TEXT;
}
