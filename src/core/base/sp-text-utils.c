/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-text-utils.h"

#include <string.h>

/* One known count every so many bytes: a look-up walks at most that far. */
#define STRIDE 128

struct _SpOffsetMap
{
  char *text; /* (owned) */
  gsize length;
  gsize *code_points; /* (owned): code points before byte i * STRIDE */
};

static inline gboolean
starts_character (char byte)
{
  return (byte & 0xC0) != 0x80;
}

/**
 * sp_offset_map_new:
 * @text: valid UTF-8, copied
 * @length: in bytes
 *
 * Returns: (transfer full): a map for @text
 */
SpOffsetMap *
sp_offset_map_new (const char *text, gsize length)
{
  SpOffsetMap *self = g_new0 (SpOffsetMap, 1);
  gsize n_code_points = 0;

  self->text = g_strndup (text, length);
  self->length = length;
  self->code_points = g_new (gsize, length / STRIDE + 1);

  for (gsize i = 0; i <= length; i++)
    {
      if (i % STRIDE == 0)
        self->code_points[i / STRIDE] = n_code_points;
      if (i < length && starts_character (text[i]))
        n_code_points++;
    }

  return self;
}

void
sp_offset_map_free (SpOffsetMap *self)
{
  g_free (self->text);
  g_free (self->code_points);
  g_free (self);
}

/**
 * sp_offset_map_to_code_points:
 * @byte_offset: 0 to the length of the text, on a character boundary
 *
 * Returns: the number of code points before @byte_offset
 */
gsize
sp_offset_map_to_code_points (const SpOffsetMap *self, gsize byte_offset)
{
  gsize i = byte_offset / STRIDE;
  gsize n;

  g_return_val_if_fail (byte_offset <= self->length, 0);

  n = self->code_points[i];
  for (gsize at = i * STRIDE; at < byte_offset; at++)
    n += starts_character (self->text[at]);
  return n;
}

/* Most characters are ASCII, and need no table. */
static inline gboolean
is_space (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p));
}

/**
 * sp_text_collapse_spaces:
 * @text: UTF-8
 * @length: in bytes, or -1 if NUL-terminated
 *
 * Trims @text and turns each run of white space, no-break spaces included, into one blank.
 *
 * Returns: (transfer full): the new text
 */
char *
sp_text_collapse_spaces (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GString) out = g_string_sized_new (end - text);
  gboolean pending = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      if (is_space (p))
        {
          pending = out->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (out, ' ');
      pending = FALSE;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * sp_text_count_words:
 * @text: UTF-8
 * @length: in bytes, or -1 if NUL-terminated
 *
 * Returns: the number of runs of characters that are not white space
 */
guint
sp_text_count_words (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  gboolean inside = FALSE;
  guint n = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gboolean space = is_space (p);

      n += !space && !inside;
      inside = !space;
    }

  return n;
}
