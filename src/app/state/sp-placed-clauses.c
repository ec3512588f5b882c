/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clauses as one text, a line each, and where each of them stands in it. */
#include "sp-placed-clauses.h"

#define BULLET "•\u2002"

static void
append_words (GString *text, const char *words, gsize length)
{
  for (gsize i = 0; i < length; i++)
    /* A line that breaks on purpose stays in its paragraph. */
    if (words[i] == '\n')
      g_string_append (text, "\u2028");
    else
      g_string_append_c (text, words[i]);
}

/**
 * sp_placed_clauses_new:
 * @clauses: (element-type SpClause)
 * @text: (inout): empty; gains the text
 *
 * Returns: (transfer full) (element-type SpPlacedClause): where they stand, in their order
 */
GArray *
sp_placed_clauses_new (const GArray *clauses, GString *text)
{
  GArray *self = g_array_sized_new (FALSE, FALSE, sizeof (SpPlacedClause), clauses->len);
  guint n_characters = 0;

  for (guint i = 0; i < clauses->len; i++)
    {
      SpPlacedClause placed = { g_array_index (clauses, SpClause, i), 0, 0 };
      gsize length = sp_span_length (placed.clause.span);

      if (placed.clause.kind == SP_BLOCK_ITEM)
        {
          g_string_append (text, BULLET);
          n_characters += (guint) g_utf8_strlen (BULLET, -1);
        }
      placed.start = n_characters;
      append_words (text, placed.clause.text, length);
      n_characters += (guint) g_utf8_strlen (placed.clause.text, (gssize) length);
      placed.end = n_characters++;
      g_string_append_c (text, '\n');
      g_array_append_val (self, placed);
    }
  return self;
}

/* The first one at or after @value, by segment or by its end in the text: both ascend. */
static const SpPlacedClause *
find (const GArray *placed, guint value, gboolean by_segment)
{
  guint low = 0, high = placed->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const SpPlacedClause *one = &g_array_index (placed, SpPlacedClause, middle);

      if ((by_segment ? one->clause.segment : one->end) < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low < placed->len ? &g_array_index (placed, SpPlacedClause, low) : NULL;
}

/**
 * sp_placed_clauses_find_offset:
 * @offset: in characters of the text
 *
 * Returns: (nullable): the clause that stands there
 */
const SpPlacedClause *
sp_placed_clauses_find_offset (const GArray *placed, guint offset)
{
  return find (placed, offset, FALSE);
}

/**
 * sp_placed_clauses_find_segment:
 *
 * Returns: (nullable): the clause of @segment, if it is shown
 */
const SpPlacedClause *
sp_placed_clauses_find_segment (const GArray *placed, guint segment)
{
  const SpPlacedClause *found = find (placed, segment, TRUE);

  return found != NULL && found->clause.segment == segment ? found : NULL;
}

/**
 * sp_placed_clause_to_characters:
 * @byte: of the document
 *
 * Returns: where that stands in the text, in characters; within the clause
 */
guint
sp_placed_clause_to_characters (const SpPlacedClause *placed, gsize byte)
{
  SpSpan span = placed->clause.span;

  return placed->start
         + (guint) g_utf8_strlen (placed->clause.text, (gssize) (CLAMP (byte, span.start, span.end) - span.start));
}
