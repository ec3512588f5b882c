/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-cell.h"

G_BEGIN_DECLS

/**
 * SpDataFilter:
 * @by_recipient: show only what goes to @recipient
 * @recipient: (nullable): the id of an entity; %NULL for the company itself
 * @by_purpose: show only what is for @purpose
 * @purpose: (nullable): the id of a purpose; %NULL for what has none stated
 */
typedef struct
{
  gboolean by_recipient;
  const char *recipient;
  gboolean by_purpose;
  const char *purpose;
} SpDataFilter;

/**
 * SpDataColumnKind:
 *
 * What stands above a run of columns.
 */
typedef enum
{
  SP_DATA_COLUMN_PURPOSE,
  SP_DATA_COLUMN_RECIPIENT,
  SP_DATA_COLUMN_SOLD,
} SpDataColumnKind;

/**
 * SpDataColumn:
 * @id: (nullable): of the concept
 * @title: a word or two
 * @phrase: the same within a sentence: “shared with advertisers”
 * @n_statements: how often it is spoken of
 */
typedef struct
{
  SpDataColumnKind kind;
  const char *id;
  const char *title;
  char *phrase;
  guint n_statements;
} SpDataColumn;

/**
 * SpDataCell:
 * @statements: (element-type guint): indices of what was said, ascending; empty where it is silent
 * @spoken: (nullable): data, column and state in one sentence; %NULL where it is silent
 */
typedef struct
{
  SpCellState state;
  GArray *statements;
  char *spoken;
} SpDataCell;

/**
 * SpDataRow:
 * @group: (nullable): the heading above it, where a new group begins
 * @title: the type of data, as it stands below its group
 * @name: the same where it stands alone
 * @state: what all of its cells make together
 * @words: the row as a sentence
 * @cells: one for each column
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *name;
  gboolean is_sensitive;
  SpCellState state;
  char *words;
  SpDataCell *cells;
} SpDataRow;

/**
 * SpDataChoice:
 * @id: (nullable): of a recipient or purpose
 */
typedef struct
{
  const char *id;
  const char *title;
} SpDataChoice;

/**
 * SpDataState:
 * @columns: (element-type SpDataColumn): the same kind together
 * @rows: (element-type SpDataRow): by group
 * @recipients: (element-type SpDataChoice): all there are, whatever the filter
 * @purposes: (element-type SpDataChoice): likewise
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *rows;
  GArray *recipients;
  GArray *purposes;
} SpDataState;

SpDataState *sp_data_state_new (GPtrArray *data_map, GPtrArray *statements, const SpDataFilter *filter);
void         sp_data_state_free (SpDataState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDataState, sp_data_state_free)

const char *sp_data_column_kind_get_title (SpDataColumnKind kind);

GArray *sp_data_row_list_statements (const SpDataRow *row, guint n_columns);

G_END_DECLS
