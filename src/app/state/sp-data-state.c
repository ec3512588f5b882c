/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-data-state.h"

#include <glib/gi18n.h>

#include "sp-words.h"

/**
 * sp_data_column_kind_get_title:
 *
 * Returns: what stands above columns of that kind, translated; "" of one that needs none
 */
const char *
sp_data_column_kind_get_title (SpDataColumnKind kind)
{
  switch (kind)
    {
    case SP_DATA_COLUMN_PURPOSE:
      return _("Used for");
    case SP_DATA_COLUMN_RECIPIENT:
      return _("Shared with");
    case SP_DATA_COLUMN_SOLD:
    default:
      return "";
    }
}

static const char *
get_id (const SpConcept *concept)
{
  return concept != NULL ? concept->id : NULL;
}

static const char *
get_purpose_title (const SpConcept *purpose)
{
  return purpose != NULL ? _(purpose->title) : _("Not stated");
}

static const char *
get_recipient_title (const SpConcept *recipient)
{
  return recipient != NULL ? _(recipient->title) : _("The company itself");
}

/* Columns. */

static void
column_free (SpDataColumn *column)
{
  g_free (column->phrase);
  g_free (column);
}

/* Who gets it, unless the reader asked for one of them: then what for. */
static SpDataColumnKind
choose_kind (const SpDataFlow *flow, const SpStatement *statement, const SpDataFilter *filter)
{
  if (statement->action == SP_ACTION_SELL)
    return SP_DATA_COLUMN_SOLD;
  if (filter->by_recipient)
    return SP_DATA_COLUMN_PURPOSE;
  if (filter->by_purpose || flow->recipient != NULL)
    return SP_DATA_COLUMN_RECIPIENT;
  return SP_DATA_COLUMN_PURPOSE;
}

static const SpConcept *
choose_concept (SpDataColumnKind kind, const SpDataFlow *flow)
{
  switch (kind)
    {
    case SP_DATA_COLUMN_PURPOSE:
      return flow->purpose;
    case SP_DATA_COLUMN_RECIPIENT:
      return flow->recipient;
    case SP_DATA_COLUMN_SOLD:
    default:
      return NULL;
    }
}

static char *
describe_column (SpDataColumnKind kind, const SpConcept *concept)
{
  g_autofree char *lower = concept != NULL ? sp_words_dup_lower (_(concept->title)) : NULL;

  if (kind == SP_DATA_COLUMN_SOLD)
    return g_strdup (_("sold"));
  if (kind == SP_DATA_COLUMN_RECIPIENT)
    /* Translators: who receives data */
    return concept != NULL ? g_strdup_printf (_("shared with %s"), lower)
                           : g_strdup (_("used by the company itself"));
  /* Translators: what data are used for */
  return concept != NULL ? g_strdup_printf (_("used for “%s”"), lower)
                         : g_strdup (_("used without a stated purpose"));
}

static guint
find_column (GPtrArray *columns, SpDataColumnKind kind, const SpConcept *concept)
{
  SpDataColumn *column;

  for (guint i = 0; i < columns->len; i++)
    {
      column = g_ptr_array_index (columns, i);
      if (column->kind == kind && g_strcmp0 (column->id, get_id (concept)) == 0)
        return i;
    }
  column = g_new0 (SpDataColumn, 1);
  column->kind = kind;
  column->id = get_id (concept);
  column->title = kind == SP_DATA_COLUMN_SOLD        ? _("Sold")
                  : kind == SP_DATA_COLUMN_RECIPIENT ? get_recipient_title (concept)
                                                     : get_purpose_title (concept);
  column->phrase = describe_column (kind, concept);
  g_ptr_array_add (columns, column);
  return columns->len - 1;
}

/* By kind; what has no name first, then what most is said of, so that the first sight tells most. */
static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const SpDataColumn *x = *(const SpDataColumn *const *) a;
  const SpDataColumn *y = *(const SpDataColumn *const *) b;

  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  if ((x->id == NULL) != (y->id == NULL))
    return x->id == NULL ? -1 : 1;
  if (x->n_statements != y->n_statements)
    return x->n_statements > y->n_statements ? -1 : 1;
  return g_utf8_collate (x->title, y->title);
}

/* Rows. */

static void
clear_cell (SpDataCell *cell)
{
  g_array_unref (cell->statements);
  g_free (cell->spoken);
}

/* A row and how many cells it has, so that it can be freed. */
typedef struct
{
  SpDataRow row;
  guint n_cells;
  const SpConcept *data;
  gboolean is_alone; /* the only one of its group */
} FullRow;

static void
row_free (FullRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    clear_cell (&row->row.cells[i]);
  g_free (row->row.cells);
  g_free (row->row.words);
  g_free (row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FullRow *row_x = *(const FullRow *const *) a;
  const FullRow *row_y = *(const FullRow *const *) b;
  const SpConcept *x = row_x->data;
  const SpConcept *y = row_y->data;
  const SpConcept *x_group = sp_concept_get_group (x);
  const SpConcept *y_group = sp_concept_get_group (y);

  /* What is said of all data comes first. */
  if (x_group != y_group && (x_group->parent == NULL || y_group->parent == NULL))
    return x_group->parent == NULL ? -1 : 1;
  if (row_x->is_alone != row_y->is_alone)
    return row_x->is_alone ? 1 : -1;
  if (x_group != y_group && !row_x->is_alone)
    return g_utf8_collate (_(x_group->title), _(y_group->title));
  /* The whole before its parts. */
  if (x_group == y_group && (x == x_group || y == y_group))
    return x == y ? 0 : x == x_group ? -1 : 1;
  return g_utf8_collate (_(x->title), _(y->title));
}

static FullRow *
row_new (const SpConcept *data, guint n_cells)
{
  FullRow *self = g_new0 (FullRow, 1);

  self->data = data;
  self->n_cells = n_cells;
  self->row.title = self->row.name = _(data->title);
  self->row.is_sensitive = data->is_sensitive;
  self->row.state = SP_CELL_SILENT;
  self->row.cells = g_new0 (SpDataCell, n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      self->row.cells[i].state = SP_CELL_SILENT;
      self->row.cells[i].statements = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  return self;
}

static FullRow *
find_row (GPtrArray *rows, const SpConcept *data, guint n_cells)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FullRow *row = g_ptr_array_index (rows, i);

      if (row->data == data)
        return row;
    }
  g_ptr_array_add (rows, row_new (data, n_cells));
  return g_ptr_array_index (rows, rows->len - 1);
}

/* Cells. */

static gboolean
contains (const GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;
  return FALSE;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static void
enter (SpDataCell *cell, guint index, SpCellState state)
{
  cell->state = sp_cell_state_join (cell->state, state);
  if (!contains (cell->statements, index))
    g_array_append_val (cell->statements, index);
}

static gboolean
passes (const SpDataFlow *flow, const SpDataFilter *filter)
{
  return (!filter->by_recipient || g_strcmp0 (get_id (flow->recipient), filter->recipient) == 0)
         && (!filter->by_purpose || g_strcmp0 (get_id (flow->purpose), filter->purpose) == 0);
}

typedef void (*FlowFunc) (SpDataState *self, const SpDataFlow *flow, const SpDataFilter *filter,
                          guint index, const SpStatement *statement);

static void
for_each_statement (SpDataState *self, GPtrArray *data_map, GPtrArray *statements,
                    const SpDataFilter *filter, FlowFunc func)
{
  for (guint i = 0; i < data_map->len; i++)
    {
      const SpDataFlow *flow = g_ptr_array_index (data_map, i);

      for (guint j = 0; passes (flow, filter) && j < flow->statements->len; j++)
        {
          guint index = g_array_index (flow->statements, guint, j);

          func (self, flow, filter, index, g_ptr_array_index (statements, index));
        }
    }
}

static void
add_column (SpDataState *self, const SpDataFlow *flow, const SpDataFilter *filter, guint index,
            const SpStatement *statement)
{
  SpDataColumnKind kind = choose_kind (flow, statement, filter);
  guint position = find_column (self->columns, kind, choose_concept (kind, flow));

  ((SpDataColumn *) g_ptr_array_index (self->columns, position))->n_statements++;
}

static void
add_cell (SpDataState *self, const SpDataFlow *flow, const SpDataFilter *filter, guint index,
          const SpStatement *statement)
{
  SpDataColumnKind kind = choose_kind (flow, statement, filter);
  guint column = find_column (self->columns, kind, choose_concept (kind, flow));
  FullRow *row = find_row (self->rows, flow->data, self->columns->len);

  enter (&row->row.cells[column], index, sp_cell_state_judge (flow, statement));
}

/* Words. */

/* “used for: ”, “shared with: ” before the first of a run, else what stands between two. */
static const char *
get_lead (SpDataColumnKind kind, gboolean goes_on)
{
  if (goes_on)
    return ", ";
  if (kind == SP_DATA_COLUMN_PURPOSE)
    /* Translators: purposes follow */
    return _("used for: ");
  /* Translators: recipients of data follow */
  return kind == SP_DATA_COLUMN_RECIPIENT ? _("shared with: ") : "";
}

static void
append_phrases (GString *text, SpDataState *self, const SpDataRow *row, SpCellState state)
{
  const SpDataColumn *last = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const SpDataColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char *title = sp_words_dup_lower (column->title);
      gboolean is_named = column->id != NULL || column->kind == SP_DATA_COLUMN_SOLD;
      gboolean goes_on = last != NULL && last->kind == column->kind && last->id != NULL;

      if (row->cells[i].state != state)
        continue;
      if (last == NULL)
        g_string_append_printf (text, "%s%s – ", text->len > 0 ? ". " : "", sp_cell_state_get_title (state));
      else if (!goes_on)
        g_string_append (text, "; ");
      if (is_named)
        g_string_append_printf (text, "%s%s", get_lead (column->kind, goes_on), title);
      else
        g_string_append (text, column->phrase);
      last = column;
    }
}

static void
describe_row (SpDataState *self, SpDataRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint state = SP_CELL_AFFIRMED; state < SP_CELL_SILENT; state++)
    append_phrases (text, self, row, state);
  row->words = g_string_free (text, FALSE);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const SpDataColumn *column = g_ptr_array_index (self->columns, i);
      SpDataCell *cell = &row->cells[i];

      row->state = sp_cell_state_join (row->state, cell->state);
      g_array_sort (cell->statements, compare_indices);
      if (cell->state != SP_CELL_SILENT)
        /* Translators: a type of data, what is done with it, and “Yes”, “Denied” or “Unclear” */
        cell->spoken =
          g_strdup_printf (_("%s, %s: %s"), row->name, column->phrase, sp_cell_state_get_title (cell->state));
    }
}

static guint
count_rows_of (SpDataState *self, const SpConcept *group)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += sp_concept_get_group (((FullRow *) g_ptr_array_index (self->rows, i))->data) == group;
  return n;
}

/* What is said of all data is no kind among others. */
static void
find_lone_rows (SpDataState *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FullRow *row = g_ptr_array_index (self->rows, i);
      const SpConcept *group = sp_concept_get_group (row->data);

      row->is_alone = group->parent != NULL && count_rows_of (self, group) == 1;
    }
}

/* Groups of one row share a heading, after all others. */
static void
name_groups (SpDataState *self)
{
  const char *last = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      FullRow *row = g_ptr_array_index (self->rows, i);
      const SpConcept *group = sp_concept_get_group (row->data);
      const char *heading = row->is_alone ? _("Other data") : _(group->title);

      if (g_strcmp0 (heading, last) != 0)
        row->row.group = heading;
      if (row->data == group && !row->is_alone)
        row->row.title = _("In general");
      last = heading;
    }
}

/* What can be filtered by. */

static void
add_choice (GArray *choices, const SpConcept *concept, const char *title)
{
  SpDataChoice choice = { get_id (concept), title };

  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (g_array_index (choices, SpDataChoice, i).id, choice.id) == 0)
      return;
  g_array_append_val (choices, choice);
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const SpDataChoice *x = a, *y = b;

  if ((x->id == NULL) != (y->id == NULL))
    return x->id == NULL ? -1 : 1;
  return g_utf8_collate (x->title, y->title);
}

static void
list_choices (SpDataState *self, GPtrArray *data_map)
{
  self->recipients = g_array_new (FALSE, FALSE, sizeof (SpDataChoice));
  self->purposes = g_array_new (FALSE, FALSE, sizeof (SpDataChoice));
  for (guint i = 0; i < data_map->len; i++)
    {
      const SpDataFlow *flow = g_ptr_array_index (data_map, i);

      add_choice (self->recipients, flow->recipient, get_recipient_title (flow->recipient));
      add_choice (self->purposes, flow->purpose, get_purpose_title (flow->purpose));
    }
  g_array_sort (self->recipients, compare_choices);
  g_array_sort (self->purposes, compare_choices);
}

/**
 * sp_data_state_new:
 * @data_map: (element-type SpDataFlow)
 * @statements: (element-type SpStatement): what the flows point to
 * @filter: (nullable)
 *
 * With a recipient chosen the columns are purposes, with a purpose chosen they are recipients; else what
 * the company does itself stands before those who get the data from it.
 *
 * Returns: (transfer full): the map as a table; it points into @data_map
 */
SpDataState *
sp_data_state_new (GPtrArray *data_map, GPtrArray *statements, const SpDataFilter *filter)
{
  static const SpDataFilter no_filter = { 0 };
  SpDataState *self = g_new0 (SpDataState, 1);

  filter = filter != NULL ? filter : &no_filter;
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  list_choices (self, data_map);
  for_each_statement (self, data_map, statements, filter, add_column);
  g_ptr_array_sort (self->columns, compare_columns);
  for_each_statement (self, data_map, statements, filter, add_cell);
  find_lone_rows (self);
  g_ptr_array_sort (self->rows, compare_rows);
  name_groups (self);
  for (guint i = 0; i < self->rows->len; i++)
    describe_row (self, g_ptr_array_index (self->rows, i));
  return self;
}

/**
 * sp_data_state_free:
 *
 * Frees what sp_data_state_new() returned.
 */
void
sp_data_state_free (SpDataState *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->recipients);
  g_array_unref (self->purposes);
  g_free (self);
}

/**
 * sp_data_row_list_statements:
 *
 * Returns: (transfer full) (element-type guint): all behind a row, ascending, each once
 */
GArray *
sp_data_row_list_statements (const SpDataRow *row, guint n_columns)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_columns; i++)
    for (guint j = 0; j < row->cells[i].statements->len; j++)
      {
        guint index = g_array_index (row->cells[i].statements, guint, j);

        if (!contains (indices, index))
          g_array_append_val (indices, index);
      }
  g_array_sort (indices, compare_indices);
  return indices;
}
