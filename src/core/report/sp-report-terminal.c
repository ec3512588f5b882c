/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-report-terminal-private.h"

#include <string.h>

struct _SpTerminal
{
  GString *out;
  guint width;
  guint column; /* where the open line stands */
  gboolean color;
};

SpTerminal *
sp_terminal_new (guint width, gboolean color)
{
  SpTerminal *self = g_new0 (SpTerminal, 1);

  self->out = g_string_new (NULL);
  self->width = width;
  self->color = color;
  return self;
}

void
sp_terminal_free (SpTerminal *self)
{
  g_string_free (self->out, TRUE);
  g_free (self);
}

/* The lines so far; the terminal is empty afterwards. */
GBytes *
sp_terminal_finish (SpTerminal *self)
{
  GString *out = self->out;

  self->out = g_string_new (NULL);
  self->column = 0;
  return g_string_free_to_bytes (out);
}

guint
sp_terminal_get_width (const SpTerminal *self)
{
  return self->width;
}

/* Whether the terminal is to see a character at all: an escape or a change of direction would let a
 * document speak to the terminal instead of the reader. */
static gboolean
is_shown (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT && type != G_UNICODE_LINE_SEPARATOR
         && type != G_UNICODE_PARAGRAPH_SEPARATOR && type != G_UNICODE_SURROGATE;
}

static guint
count_columns_of (gunichar c)
{
  if (!is_shown (c) || g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
count_columns (const char *text, const char *end)
{
  guint n = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    n += count_columns_of (g_utf8_get_char (p));
  return n;
}

guint
sp_terminal_count_columns (const char *text)
{
  return count_columns (text, text + strlen (text));
}

/* The start of @text that fits into so many columns, with “…” if something is cut off. */
char *
sp_terminal_fit (const char *text, guint n_columns)
{
  const char *p = text;
  guint n = 0;

  if (sp_terminal_count_columns (text) <= n_columns)
    return g_strdup (text);

  while (n + count_columns_of (g_utf8_get_char (p)) < n_columns)
    {
      n += count_columns_of (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return g_strdup_printf ("%.*s…", (int) (p - text), text);
}

static void
begin_style (SpTerminal *self, SpTerminalStyle style)
{
  static const char *const codes[] = { "1", "2", "31", "32", "33" };

  if (!self->color)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (style & (1 << i))
      g_string_append_printf (self->out, "\033[%sm", codes[i]);
}

static void
end_style (SpTerminal *self, SpTerminalStyle style)
{
  if (self->color && style != SP_TERMINAL_PLAIN)
    g_string_append (self->out, "\033[0m");
}

static void
add_characters (SpTerminal *self, const char *text, const char *end)
{
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (is_shown (g_utf8_get_char (p)))
      g_string_append_len (self->out, p, g_utf8_next_char (p) - p);
  self->column += count_columns (text, end);
}

/* Adds words to the open line, whatever its width. */
void
sp_terminal_add (SpTerminal *self, SpTerminalStyle style, const char *text)
{
  begin_style (self, style);
  add_characters (self, text, text + strlen (text));
  end_style (self, style);
}

void
sp_terminal_end_line (SpTerminal *self)
{
  g_string_append_c (self->out, '\n');
  self->column = 0;
}

/* Where the line that begins at @text has to end so as to take @n_columns at most: at a blank, or
 * inside a word that is longer than a line. */
static const char *
find_line_end (const char *text, guint n_columns)
{
  const char *p = text;
  const char *last_blank = NULL;
  guint n = 0;

  while (*p != '\0')
    {
      n += count_columns_of (g_utf8_get_char (p));
      if (*p == ' ')
        last_blank = p;
      else if (n > n_columns)
        break;
      p = g_utf8_next_char (p);
    }

  if (*p == '\0')
    return p;
  if (last_blank != NULL && last_blank > text)
    return last_blank;
  return p > text ? p : g_utf8_next_char (p);
}

static void
add_lines (SpTerminal *self, SpTerminalStyle style, const char *next_prefix, const char *text)
{
  while (*text == ' ')
    text++;
  while (TRUE)
    {
      guint n_columns = self->width > self->column ? self->width - self->column : 1;
      const char *end = find_line_end (text, n_columns);
      const char *last = end;

      while (last > text && last[-1] == ' ')
        last--;
      begin_style (self, style);
      add_characters (self, text, last);
      end_style (self, style);
      sp_terminal_end_line (self);
      for (text = end; *text == ' ';)
        text++;
      if (*text == '\0')
        return;
      sp_terminal_add (self, SP_TERMINAL_PLAIN, next_prefix);
    }
}

/* Ends the open line with @text, which is wrapped under its own first word. */
void
sp_terminal_add_rest (SpTerminal *self, SpTerminalStyle style, const char *text)
{
  g_autofree char *prefix = g_strnfill (self->column, ' ');

  add_lines (self, style, prefix, text);
}

/* Wraps one paragraph; its line feeds count as blanks to the caller, who joins them before. */
void
sp_terminal_add_paragraph (SpTerminal *self, SpTerminalStyle style, const char *first_prefix,
                           const char *next_prefix, const char *text)
{
  sp_terminal_add (self, style, first_prefix);
  add_lines (self, style, next_prefix, text);
}
