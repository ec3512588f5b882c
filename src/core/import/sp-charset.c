/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes to UTF-8. What decides, in this order: the reader's own choice, a byte order mark, valid
 * UTF-8 with a multi-byte character (saved pages often keep a stale declaration), what the file or
 * its sender declares if that decodes, a charset that the text plainly is in, and windows-1252, which
 * decodes anything. */

#include "config.h"

#include "sp-charset.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-charset-guess.h"
#include "sp-error.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* UTF-8 is damaged, rather than no UTF-8, with more characters than this to each bad byte. */
#define MIN_CHARACTERS_PER_BAD 10

/* How far into a file a declaration is looked for. */
#define DECLARATION_WINDOW 4096

/* A declared charset is right though one byte in so many beyond ASCII does not decode. */
#define MIN_GOOD_PER_BAD 100

/* windows-1252 where it differs from ISO 8859-1; the five free bytes stay control characters. */
static const guint16 windows_1252_high[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

/* What browsers take for windows-1252. */
static const char *const windows_1252_names[] = {
  "ansi", "ascii", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "windows-1252", NULL,
};

gunichar
sp_charset_from_windows_1252 (guchar byte)
{
  return byte >= 0x80 && byte < 0xA0 ? windows_1252_high[byte - 0x80] : byte;
}

/**
 * sp_charset_to_windows_1252:
 *
 * Returns: the byte of @character, the C1 control characters included, or -1 if it has none
 */
int
sp_charset_to_windows_1252 (gunichar character)
{
  if (character < 0x100)
    return character;
  for (guint i = 0; i < G_N_ELEMENTS (windows_1252_high); i++)
    if (windows_1252_high[i] == character)
      return 0x80 + i;
  return -1;
}

void
sp_decoded_free (SpDecoded *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->charset);
  g_free (self);
}

static SpDecoded *
new_decoded (const char *charset, gsize size)
{
  SpDecoded *self = g_new0 (SpDecoded, 1);

  self->text = g_string_sized_new (size + 1);
  self->charset = g_strdup (charset);
  return self;
}

static SpDecoded *
decode_windows_1252 (const char *data, gsize length)
{
  SpDecoded *self = new_decoded ("windows-1252", length);

  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] < 0x80)
      g_string_append_c (self->text, data[i]);
    else
      g_string_append_unichar (self->text, sp_charset_from_windows_1252 (data[i]));
  return self;
}

static SpDecoded *
decode_utf8 (const char *data, gsize length)
{
  SpDecoded *self = new_decoded ("utf-8", length);
  const char *end = data + length;
  const char *bad;

  while (!g_utf8_validate_len (data, end - data, &bad))
    {
      g_string_append_len (self->text, data, bad - data);
      g_string_append (self->text, *bad == '\0' ? "" : REPLACEMENT);
      self->n_replaced++;
      data = bad + 1;
    }
  g_string_append_len (self->text, data, end - data);
  return self;
}

/* Any other charset, by iconv. Bytes that do not convert become U+FFFD. */
static SpDecoded *
decode_by_iconv (const char *charset, const char *data, gsize length)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  SpDecoded *self;
  char *in = (char *) data;

  if (converter == (GIConv) -1)
    return NULL;

  self = new_decoded (charset, length + length / 2);
  while (length > 0)
    {
      char buffer[4096];
      char *out = buffer;
      gsize room = sizeof buffer;
      gsize result = g_iconv (converter, &in, &length, &out, &room);

      g_string_append_len (self->text, buffer, out - buffer);
      if (result != (gsize) -1 || out > buffer)
        continue;
      g_string_append (self->text, REPLACEMENT);
      self->n_replaced++;
      in++;
      length--;
    }
  g_iconv_close (converter);

  /* iconv may let characters through that UTF-8 proper has not. */
  if (!g_utf8_validate_len (self->text->str, self->text->len, NULL))
    {
      SpDecoded *clean = decode_utf8 (self->text->str, self->text->len);

      clean->n_replaced += self->n_replaced;
      g_free (clean->charset);
      clean->charset = g_strdup (charset);
      sp_decoded_free (self);
      return clean;
    }
  return self;
}

/* What browsers take for a larger charset than its name says. */
static const char *
widen (const char *charset)
{
  static const char *const wider[][2] = {
    { "gb2312", "gb18030" }, { "gbk", "gb18030" }, { "x-gbk", "gb18030" }, { "shift_jis", "cp932" },
    { "shift-jis", "cp932" }, { "x-sjis", "cp932" }, { "euc-kr", "cp949" }, { "ks_c_5601-1987", "cp949" },
    { "iso-8859-9", "windows-1254" }, { "tis-620", "windows-874" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wider); i++)
    if (g_str_equal (charset, wider[i][0]))
      return wider[i][1];
  return charset;
}

static SpDecoded *
decode_as (const char *charset, const char *data, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (charset, -1);

  if (g_str_equal (lower, "utf-8") || g_str_equal (lower, "utf8"))
    return decode_utf8 (data, length);
  if (g_strv_contains (windows_1252_names, lower))
    return decode_windows_1252 (data, length);
  return decode_by_iconv (widen (lower), data, length);
}

static SpDecoded *
decode_marked (const char *data, gsize length)
{
  static const struct
  {
    const char *mark;
    gsize size;
    const char *charset;
  } marks[] = {
    { "\xEF\xBB\xBF", 3, "utf-8" },
    { "\xFF\xFE\0\0", 4, "utf-32le" },
    { "\0\0\xFE\xFF", 4, "utf-32be" },
    { "\xFF\xFE", 2, "utf-16le" },
    { "\xFE\xFF", 2, "utf-16be" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].size && memcmp (data, marks[i].mark, marks[i].size) == 0)
      return decode_as (marks[i].charset, data + marks[i].size, length - marks[i].size);
  return NULL;
}

/* Counts what speaks for and against UTF-8. A character cut off by the end of the file is no error. */
static void
weigh_utf8 (const char *data, gsize length, gsize *n_multibyte, gsize *n_invalid)
{
  const char *end = data + length;

  *n_multibyte = 0;
  *n_invalid = 0;
  for (const char *p = data; p < end;)
    {
      gunichar character = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char_validated (p, end - p);

      if (character == (gunichar) -2)
        return;
      if (character == (gunichar) -1)
        {
          ++*n_invalid;
          p++;
          continue;
        }
      *n_multibyte += character >= 0x80;
      p = g_utf8_next_char (p);
    }
}

/* The value that follows @name and "=" in @head: charset=utf-8, encoding="utf-8". */
static char *
find_declared_value (const char *head, const char *name)
{
  for (const char *p = strstr (head, name); p != NULL; p = strstr (p, name))
    {
      gsize n;

      p += strlen (name);
      p += strspn (p, " \t\r\n");
      if (*p != '=')
        continue;
      p++;
      p += strspn (p, " \t\r\n\"'\\");
      n = strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789-_:.+");
      if (n > 0)
        return g_strndup (p, n);
    }
  return NULL;
}

/* What the sender or the file itself says: the media type, a meta element, an XML declaration. */
static char *
find_declared (const SpSource *source, const char *data, gsize length)
{
  g_autofree char *head = g_ascii_strdown (data, MIN (length, DECLARATION_WINDOW));
  char *charset = NULL;

  if (source->media_type != NULL)
    {
      g_autofree char *type = g_ascii_strdown (source->media_type, -1);

      charset = find_declared_value (type, "charset");
    }
  if (charset == NULL && strstr (head, "<meta") != NULL)
    charset = find_declared_value (strstr (head, "<meta"), "charset");
  if (charset == NULL && g_str_has_prefix (head, "<?xml"))
    charset = find_declared_value (head, "encoding");
  return charset;
}

static SpDecoded *
decode_guessed (const char *data, gsize length)
{
  const char *charset = sp_charset_guess (data, length);
  SpDecoded *decoded = charset != NULL ? decode_by_iconv (charset, data, length) : NULL;

  if (decoded != NULL && decoded->n_replaced == 0)
    return decoded;
  g_clear_pointer (&decoded, sp_decoded_free);
  return decode_windows_1252 (data, length);
}

static SpDecoded *
decode_undeclared (const char *data, gsize length, gsize n_multibyte, gsize n_invalid)
{
  SpDecoded *decoded;

  /* A few bad bytes in much good UTF-8 are damage; windows-1252 would garble the rest. */
  if (n_invalid == 0 || n_multibyte > MIN_CHARACTERS_PER_BAD * n_invalid)
    return decode_utf8 (data, length);

  decoded = decode_guessed (data, length);
  decoded->guessed = TRUE;
  return decoded;
}

static SpDecoded *
decide_and_decode (const SpSource *source, const char *data, gsize length)
{
  g_autofree char *declared = NULL;
  gsize n_multibyte, n_invalid;
  const char *utf16 = sp_charset_guess_utf16 (data, length);
  SpDecoded *decoded = decode_marked (data, length);

  if (decoded != NULL)
    return decoded;
  if (utf16 != NULL)
    return decode_by_iconv (utf16, data, length);

  weigh_utf8 (data, length, &n_multibyte, &n_invalid);
  if (n_invalid == 0 && n_multibyte > 0)
    return decode_utf8 (data, length);

  declared = find_declared (source, data, length);
  if (declared != NULL && !g_str_has_prefix (declared, "utf"))
    {
      decoded = decode_as (declared, data, length);
      if (decoded != NULL && decoded->n_replaced * MIN_GOOD_PER_BAD <= n_invalid)
        return decoded;
      g_clear_pointer (&decoded, sp_decoded_free);
    }
  return decode_undeclared (data, length, n_multibyte, n_invalid);
}

/* Drops NULs, makes every line end a line feed. In place: the text never grows. */
static void
clean_lines (SpDecoded *self)
{
  char *out = self->text->str;
  const char *end = self->text->str + self->text->len;

  for (const char *p = self->text->str; p < end; p++)
    {
      if (*p == '\0')
        {
          self->n_replaced++;
          continue;
        }
      if (*p == '\r')
        {
          if (p + 1 == end || p[1] != '\n')
            *out++ = '\n';
          continue;
        }
      *out++ = *p;
    }
  g_string_truncate (self->text, out - self->text->str);
}

/**
 * sp_charset_decode:
 *
 * Decodes a source, after its own charset if the reader chose one, else after the file.
 *
 * Errors: %SP_ERROR_ENCODING if the chosen charset is not known.
 *
 * Returns: (transfer full): its text
 */
SpDecoded *
sp_charset_decode (const SpSource *source, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (source->bytes, &length);
  SpDecoded *decoded;

  /* An empty GBytes has no data at all. */
  if (data == NULL)
    data = "";
  if (source->charset != NULL)
    decoded = decode_as (source->charset, data, length);
  else
    decoded = decide_and_decode (source, data, length);

  if (decoded == NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_ENCODING,
                   /* Translators: “It” is the file; %s is a charset. */
                   _("It cannot be read as “%s”: that encoding is not known. Choose another."),
                   source->charset);
      return NULL;
    }

  if (g_str_has_prefix (decoded->text->str, "\xEF\xBB\xBF"))
    g_string_erase (decoded->text, 0, 3);
  clean_lines (decoded);
  return decoded;
}
