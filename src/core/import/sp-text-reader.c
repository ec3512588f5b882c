/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain text: paragraphs parted by blank lines or, where lines are not wrapped, by line ends. Lines
 * that begin with a bullet or a number are items. Headings are told by shape in a hygiene pass. */

#include "config.h"

#include "sp-text-reader.h"

#include <string.h>

#include "sp-limits.h"
#include "sp-reader-utils.h"

/* A text counts as wrapped if its longest line has so many columns … */
#define MIN_WRAPPED_COLUMNS 40
#define MAX_WRAPPED_COLUMNS 132
/* … and so many lines, and this share of those that another one follows, come near to the longest. */
#define MIN_FULL_LINES 3
#define MIN_FULL_SHARE 0.5
#define MAX_RAGGED_COLUMNS 15

#define MAX_LIST_DEPTH 16

typedef struct
{
  const char *start; /* without white space */
  const char *end;
  guint indent;
  guint n_columns;
  gsize n_marker; /* bytes of a bullet or number in front, with the blank after it */
} Line;

typedef struct
{
  SpDocumentBuilder *builder;
  guint width;            /* columns the text is wrapped at; 0 if it is not */
  SpDraftBlock *block;    /* (owned) (nullable): open */
  Line last;              /* the last line of it */
  guint indents[MAX_LIST_DEPTH];
  guint depth;            /* of the list that is open */
} Reader;

static gboolean
is_blank (const Line *line)
{
  return line->start == line->end;
}

static gsize
measure_bullet (const char *p)
{
  static const char *const bullets[] = { "-", "*", "•", "·", "◦", "▪", "‣", "●", "○", "■", "–",
                                         "\xEF\x82\xB7" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize n = strlen (bullets[i]);

      if (g_str_has_prefix (p, bullets[i]) && (p[n] == ' ' || p[n] == '\t'))
        return n + strspn (p + n, " \t");
    }
  return 0;
}

/* Bytes of "1.", "2.1", "(a)", "iv)" at @p, or 0. */
static gsize
measure_number (const char *p)
{
  gboolean bracket = *p == '(';
  gsize n = bracket;
  gsize n_digits = strspn (p + n, "0123456789");

  if (n_digits > 3)
    return 0;
  if (n_digits > 0)
    {
      n += strspn (p + n, "0123456789.");
      if (p[n] == ')')
        return n + 1;
      return !bracket && (p[n - 1] == '.' || n > n_digits) ? n : 0;
    }
  if (!g_ascii_isalpha (p[n]))
    return 0;
  n += MAX (1, strspn (p + n, "ivx"));
  return p[n] == ')' || (p[n] == '.' && !bracket) ? n + 1 : 0;
}

/* Bytes of a bullet or number at the start of a line, with the blanks after it, or 0. */
static gsize
measure_marker (const char *p, const char *end)
{
  gsize n = measure_bullet (p);

  if (n > 0)
    return n;
  n = measure_number (p);
  if (n == 0 || p + n >= end || (p[n] != ' ' && p[n] != '\t'))
    return 0;
  return n + strspn (p + n, " \t");
}

static Line
read_line (const char *start, const char *end)
{
  Line line = { start, end, 0, 0, 0 };

  for (; line.start < end && g_ascii_isspace (*line.start); line.start++)
    line.indent += *line.start == '\t' ? 4 : 1;
  while (line.end > line.start && g_ascii_isspace (line.end[-1]))
    line.end--;
  line.n_columns = g_utf8_strlen (line.start, line.end - line.start);
  if (!is_blank (&line))
    line.n_marker = MIN (measure_marker (line.start, line.end), (gsize) (line.end - line.start));
  return line;
}

/* The column at which the text is wrapped by hand, 0 if its lines are paragraphs. */
static guint
measure_width (const char *text, gsize length)
{
  const char *end = text + length;
  guint longest = 0;
  guint n_lines = 0;
  guint n_full = 0;
  guint before = 0; /* columns of the line before, 0 if it is blank */

  for (guint round = 0; round < 2; round++)
    for (const char *p = text; p < end;)
      {
        const char *stop = memchr (p, '\n', end - p);
        Line line = read_line (p, stop != NULL ? stop : end);
        guint columns = is_blank (&line) ? 0 : line.indent + line.n_columns;

        p = (stop != NULL ? stop : end) + 1;
        if (round == 0)
          longest = MAX (longest, columns);
        else if (columns > 0 && before > 0 && line.n_marker == 0)
          {
            n_lines++;
            n_full += before + MAX_RAGGED_COLUMNS >= longest;
          }
        if (longest > MAX_WRAPPED_COLUMNS)
          return 0;
        before = columns;
      }

  return longest >= MIN_WRAPPED_COLUMNS && n_full >= MIN_FULL_LINES && n_full >= MIN_FULL_SHARE * n_lines ? longest : 0;
}

static gboolean
ends_sentence (const Line *line)
{
  return strchr (".!?:;", line->end[-1]) != NULL;
}

/* Whether the line goes on with what was broken off before it. */
static gboolean
continues (const Reader *self, const Line *line)
{
  const Line *last = &self->last;
  gsize n_word = strcspn (line->start, " \t\n");
  gunichar first = g_utf8_get_char (line->start);

  if (line->n_marker > 0)
    return FALSE;
  if (self->width == 0)
    return !ends_sentence (last) && (g_unichar_islower (first) || strchr (".,;)", *line->start) != NULL);
  if (last->indent + last->n_columns + 1 + n_word > self->width)
    return TRUE;
  return !ends_sentence (last) && (g_unichar_islower (first) || last->n_columns * 10 >= self->width * 8);
}

static void
close_block (Reader *self)
{
  if (self->block != NULL)
    sp_document_builder_take_block (self->builder, g_steal_pointer (&self->block));
}

/* The depth of an item by its indent: deeper than the one before, back to an earlier one, or equal. */
static guint
enter_item (Reader *self, guint indent)
{
  while (self->depth > 0 && self->indents[self->depth - 1] > indent)
    self->depth--;
  if ((self->depth == 0 || self->indents[self->depth - 1] < indent) && self->depth < MAX_LIST_DEPTH)
    self->indents[self->depth++] = indent;
  return self->depth;
}

static void
add_line (Reader *self, const Line *line)
{
  gsize length = line->end - line->start;

  if (self->block != NULL && continues (self, line))
    {
      g_string_append_c (self->block->text, ' ');
      g_string_append_len (self->block->text, line->start, length);
      self->last = *line;
      return;
    }

  close_block (self);
  if (line->n_marker > 0)
    self->block = sp_draft_block_new (SP_BLOCK_ITEM, enter_item (self, line->indent), line->start, length);
  else
    {
      self->depth = 0;
      self->block = sp_draft_block_new (SP_BLOCK_PARAGRAPH, 0, line->start, length);
    }
  self->block->n_marker = line->n_marker;
  self->last = *line;
}

/**
 * sp_text_reader_read:
 * @text: valid UTF-8
 *
 * Reads plain text into blocks.
 *
 * Errors: %SP_ERROR_TOO_LARGE, %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether it succeeded
 */
gboolean
sp_text_reader_read (SpDocumentBuilder *builder, const char *text, gsize length,
                     GCancellable *cancellable, GError **error)
{
  Reader reader = { .builder = builder, .width = measure_width (text, length) };
  const char *end = text + length;
  gboolean ok = TRUE;

  for (const char *p = text; ok && p < end;)
    {
      const char *stop = memchr (p, '\n', end - p);
      Line line = read_line (p, stop != NULL ? stop : end);

      p = (stop != NULL ? stop : end) + 1;
      if (is_blank (&line))
        close_block (&reader);
      else
        add_line (&reader, &line);
      ok = sp_reader_check (builder, cancellable, error);
    }

  close_block (&reader);
  return ok;
}
