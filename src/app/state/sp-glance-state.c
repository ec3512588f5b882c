/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data map in small, as the label on a packet: one row for each group of data. */
#include "config.h"

#include "sp-glance-state.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const column_titles[] = {
  [SP_GLANCE_USED] = N_("Used"),
  [SP_GLANCE_MARKETING] = N_("Marketing"),
  [SP_GLANCE_SHARED] = N_("Shared"),
  [SP_GLANCE_SOLD] = N_("Sold"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (column_titles) == SP_N_GLANCE_COLUMNS);

/**
 * sp_glance_column_get_title:
 *
 * Returns: a word, translated
 */
const char *
sp_glance_column_get_title (SpGlanceColumn column)
{
  return _(column_titles[column]);
}

static void
row_free (SpGlanceRow *row)
{
  g_free (row->words);
  g_free (row);
}

static SpGlanceRow *
find_row (GPtrArray *rows, const SpConcept *group)
{
  SpGlanceRow *row;

  for (guint i = 0; i < rows->len; i++)
    {
      row = g_ptr_array_index (rows, i);
      if (row->group == group)
        return row;
    }
  row = g_new0 (SpGlanceRow, 1);
  row->group = group;
  row->title = _(group->title);
  for (guint i = 0; i < SP_N_GLANCE_COLUMNS; i++)
    row->cells[i] = SP_CELL_SILENT;
  g_ptr_array_add (rows, row);
  return row;
}

static gboolean
is_marketing (const SpConcept *purpose)
{
  for (; purpose != NULL; purpose = purpose->parent)
    if (strstr (purpose->id, "marketing") != NULL || strstr (purpose->id, "advertising") != NULL)
      return TRUE;
  return FALSE;
}

static void
join (SpGlanceRow *row, SpGlanceColumn column, SpCellState state)
{
  row->cells[column] = sp_cell_state_join (row->cells[column], state);
}

static void
enter (SpGlanceRow *row, const SpDataFlow *flow, const SpStatement *statement)
{
  SpCellState state = sp_cell_state_judge (flow, statement);

  row->is_sensitive = row->is_sensitive || flow->data->is_sensitive;
  if (is_marketing (flow->purpose))
    join (row, SP_GLANCE_MARKETING, state);
  if (statement->action == SP_ACTION_SELL)
    join (row, SP_GLANCE_SOLD, state);
  else if (flow->recipient != NULL || statement->action == SP_ACTION_SHARE)
    join (row, SP_GLANCE_SHARED, state);
  else if (!is_marketing (flow->purpose))
    join (row, SP_GLANCE_USED, state);
}

static void
describe (SpGlanceRow *row)
{
  GString *text = g_string_new (row->title);

  for (guint i = 0; i < SP_N_GLANCE_COLUMNS; i++)
    /* Translators: what is done with data, as “Shared”, and “Yes”, “Denied”, “Unclear” or “Not said” */
    g_string_append_printf (text, _(", %s: %s"), sp_glance_column_get_title (i),
                            sp_cell_state_get_title (row->cells[i]));
  row->words = g_string_free (text, FALSE);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SpGlanceRow *x = *(const SpGlanceRow *const *) a;
  const SpGlanceRow *y = *(const SpGlanceRow *const *) b;

  if (x->is_sensitive != y->is_sensitive)
    return x->is_sensitive ? -1 : 1;
  return g_utf8_collate (x->title, y->title);
}

/**
 * sp_glance_new:
 * @data_map: (element-type SpDataFlow)
 * @statements: (element-type SpStatement): what the flows point to
 *
 * Returns: (transfer full) (element-type SpGlanceRow): groups with sensitive data first
 */
GPtrArray *
sp_glance_new (GPtrArray *data_map, GPtrArray *statements)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  for (guint i = 0; i < data_map->len; i++)
    {
      const SpDataFlow *flow = g_ptr_array_index (data_map, i);
      SpGlanceRow *row = find_row (rows, sp_concept_get_group (flow->data));

      for (guint j = 0; j < flow->statements->len; j++)
        enter (row, flow, g_ptr_array_index (statements, g_array_index (flow->statements, guint, j)));
    }
  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    describe (g_ptr_array_index (rows, i));
  return rows;
}
