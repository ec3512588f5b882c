/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-outline-state.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sp-clauses-state.h"

/* How many tags a summary names: the most frequent ones. */
#define MAX_NAMED 3

static void
section_free (SpSection *self)
{
  g_free (self->title);
  g_free (self);
}

static SpSection *
section_new (const SpClause *clause)
{
  SpSection *self = g_new0 (SpSection, 1);

  self->segment = clause->segment;
  if (clause->kind != SP_BLOCK_HEADING)
    {
      self->level = 1;
      self->title = g_strdup (_("Beginning"));
      return self;
    }
  self->level = MAX (clause->level, 1);
  self->title = g_strndup (clause->text, sp_span_length (clause->span));
  g_strdelimit (self->title, "\n", ' ');
  return self;
}

static void
count_clause (SpSection *self, const SpClause *clause)
{
  self->n_clauses++;
  self->marks |= clause->marks;
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    self->category_counts[i] += (clause->categories >> i) & 1;
}

/**
 * sp_outline_new:
 *
 * Returns: (transfer full) (element-type SpSection): the sections of @analysis, in reading order; what
 *   stands before the first heading is one too
 */
GPtrArray *
sp_outline_new (SpAnalysis *analysis)
{
  const SpClauseFilter all = { 0 };
  g_autoptr (SpClausesState) state = sp_clauses_state_new (analysis, &all);
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);

  for (guint i = 0; i < state->clauses->len; i++)
    {
      const SpClause *clause = &g_array_index (state->clauses, SpClause, i);

      if (clause->kind == SP_BLOCK_HEADING || sections->len == 0)
        g_ptr_array_add (sections, section_new (clause));
      if (clause->kind != SP_BLOCK_HEADING)
        count_clause (g_ptr_array_index (sections, sections->len - 1), clause);
    }
  return sections;
}

/**
 * sp_outline_find:
 *
 * Returns: the index of the section that @segment stands in; 0 before the first one
 */
guint
sp_outline_find (const GPtrArray *sections, guint segment)
{
  guint low = 0, high = sections->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (((const SpSection *) g_ptr_array_index (sections, middle))->segment <= segment)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static int
find_most (const guint counts[SP_N_CATEGORIES], guint named)
{
  int most = -1;

  for (int i = 0; i < SP_N_CATEGORIES; i++)
    if (counts[i] > 0 && !(named & (1u << i)) && (most < 0 || counts[i] > counts[most]))
      most = i;
  return most;
}

/**
 * sp_section_dup_summary:
 *
 * Returns: (transfer full): “5 clauses: Shares 3, Your choices 1”: the twin of its bar
 */
char *
sp_section_dup_summary (const SpSection *self)
{
  GString *summary = g_string_new (NULL);
  guint named = 0;

  g_string_append_printf (summary, ngettext ("%u clause", "%u clauses", self->n_clauses), self->n_clauses);
  for (guint i = 0; i < MAX_NAMED; i++)
    {
      int most = find_most (self->category_counts, named);

      if (most < 0)
        break;
      named |= 1u << most;
      g_string_append_printf (summary, "%s%s %u", i == 0 ? ": " : ", ", sp_category_get_title (most),
                              self->category_counts[most]);
    }
  return g_string_free (summary, FALSE);
}

/**
 * sp_section_equal:
 *
 * Returns: whether both lines show the same
 */
gboolean
sp_section_equal (const SpSection *a, const SpSection *b)
{
  return a->segment == b->segment && a->level == b->level && g_str_equal (a->title, b->title)
         && a->n_clauses == b->n_clauses && a->marks == b->marks
         && memcmp (a->category_counts, b->category_counts, sizeof a->category_counts) == 0;
}
