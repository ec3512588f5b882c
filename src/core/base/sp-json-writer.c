/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-json-writer.h"

#include <math.h>
#include <string.h>

struct _SpJsonWriter
{
  GString *out;
  guint depth;
  gboolean pretty;
  gboolean needs_comma; /* the open container already has a value */
};

/**
 * sp_json_writer_new:
 * @pretty: two blanks of indentation a level and a final line feed; else one line without
 *
 * Returns: (transfer full): an empty writer
 */
SpJsonWriter *
sp_json_writer_new (gboolean pretty)
{
  SpJsonWriter *self = g_new0 (SpJsonWriter, 1);

  self->out = g_string_new (NULL);
  self->pretty = pretty;
  return self;
}

void
sp_json_writer_free (SpJsonWriter *self)
{
  g_string_free (self->out, TRUE);
  g_free (self);
}

/**
 * sp_json_writer_finish:
 * @self: every container closed; empty afterwards
 * @length: (out) (optional): bytes
 *
 * Returns: (transfer full): the text
 */
char *
sp_json_writer_finish (SpJsonWriter *self, gsize *length)
{
  GString *out = self->out;

  g_return_val_if_fail (self->depth == 0, NULL);

  if (self->pretty)
    g_string_append_c (out, '\n');
  if (length != NULL)
    *length = out->len;
  self->out = g_string_new (NULL);
  self->needs_comma = FALSE;
  return g_string_free (out, FALSE);
}

static inline gboolean
needs_escape (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

static void
append_escape (GString *out, guchar c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf (out, "\\%c", c);
  else if (c == '\n')
    g_string_append (out, "\\n");
  else if (c == '\t')
    g_string_append (out, "\\t");
  else
    g_string_append_printf (out, "\\u%04x", c);
}

static void
append_escaped (GString *out, const char *value, gsize length)
{
  gsize done = 0;

  g_string_append_c (out, '"');
  for (gsize i = 0; i < length; i++)
    if (needs_escape (value[i]))
      {
        g_string_append_len (out, value + done, i - done);
        append_escape (out, value[i]);
        done = i + 1;
      }
  g_string_append_len (out, value + done, length - done);
  g_string_append_c (out, '"');
}

static void
begin_value (SpJsonWriter *self, const char *name)
{
  if (self->needs_comma)
    g_string_append_c (self->out, ',');
  if (self->pretty && self->depth > 0)
    g_string_append_printf (self->out, "\n%*s", (int) self->depth * 2, "");
  if (name != NULL)
    {
      append_escaped (self->out, name, strlen (name));
      g_string_append (self->out, self->pretty ? ": " : ":");
    }
  self->needs_comma = TRUE;
}

static void
begin_container (SpJsonWriter *self, const char *name, char bracket)
{
  begin_value (self, name);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->needs_comma = FALSE;
}

static void
end_container (SpJsonWriter *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (self->pretty && self->needs_comma)
    g_string_append_printf (self->out, "\n%*s", (int) self->depth * 2, "");
  g_string_append_c (self->out, bracket);
  self->needs_comma = TRUE;
}

void
sp_json_writer_begin_object (SpJsonWriter *self, const char *name)
{
  begin_container (self, name, '{');
}

void
sp_json_writer_end_object (SpJsonWriter *self)
{
  end_container (self, '}');
}

void
sp_json_writer_begin_array (SpJsonWriter *self, const char *name)
{
  begin_container (self, name, '[');
}

void
sp_json_writer_end_array (SpJsonWriter *self)
{
  end_container (self, ']');
}

/**
 * sp_json_writer_string:
 * @value: (nullable): UTF-8; %NULL writes null
 */
void
sp_json_writer_string (SpJsonWriter *self, const char *name, const char *value)
{
  if (value == NULL)
    sp_json_writer_null (self, name);
  else
    sp_json_writer_string_len (self, name, value, strlen (value));
}

/**
 * sp_json_writer_string_len:
 * @length: in bytes
 */
void
sp_json_writer_string_len (SpJsonWriter *self, const char *name, const char *value, gsize length)
{
  begin_value (self, name);
  append_escaped (self->out, value, length);
}

void
sp_json_writer_int (SpJsonWriter *self, const char *name, gint64 value)
{
  char digits[20];
  guint n = sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    digits[--n] = '0' + rest % 10;
  while ((rest /= 10) > 0);

  begin_value (self, name);
  if (value < 0)
    g_string_append_c (self->out, '-');
  g_string_append_len (self->out, digits + n, sizeof digits - n);
}

/**
 * sp_json_writer_double:
 * @decimals: 0 to 6; trailing zeros are cut down to one ("0.5", "12.0"). NaN writes null.
 */
void
sp_json_writer_double (SpJsonWriter *self, const char *name, double value, guint decimals)
{
  char format[8];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  if (isnan (value))
    {
      sp_json_writer_null (self, name);
      return;
    }

  g_snprintf (format, sizeof format, "%%.%uf", MAX (decimals, 1));
  value = sp_round (value, decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, value == 0.0 ? 0.0 : value);
  for (end = buffer + strlen (buffer) - 1; *end == '0' && end[-1] != '.'; end--)
    *end = '\0';

  begin_value (self, name);
  g_string_append (self->out, buffer);
}

void
sp_json_writer_boolean (SpJsonWriter *self, const char *name, gboolean value)
{
  begin_value (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

void
sp_json_writer_null (SpJsonWriter *self, const char *name)
{
  begin_value (self, name);
  g_string_append (self->out, "null");
}

/**
 * sp_round:
 * @decimals: 0 to 6
 *
 * Rounds half up, once, as every shown figure is. The tiny addition keeps sums such as 0.15 + 0.1,
 * a hair below their decimal value, on the side where a reader who adds by hand expects them.
 *
 * Returns: the rounded value
 */
double
sp_round (double value, guint decimals)
{
  static const double powers[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 };
  double scale = powers[MIN (decimals, G_N_ELEMENTS (powers) - 1)];

  return floor (value * scale + 0.5 + 1e-9) / scale;
}
