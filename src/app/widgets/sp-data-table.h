/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-data-state.h"

G_BEGIN_DECLS

/**
 * SpStatementsFunc:
 * @statements: (element-type guint): of the cell
 *
 * Returns: (transfer floating): a list of them
 */
typedef GtkWidget *(*SpStatementsFunc) (const GArray *statements, gpointer user_data);

/**
 * SpDataTable:
 *
 * The map of data as a table: the names of rows and columns stay in sight while the cells scroll. A cell
 * that says something opens the list of its statements. Tab takes the cells as one; the arrow keys move
 * among them.
 */
#define SP_TYPE_DATA_TABLE (sp_data_table_get_type ())
G_DECLARE_FINAL_TYPE (SpDataTable, sp_data_table, SP, DATA_TABLE, AdwBin)

void sp_data_table_show (SpDataTable *self, const SpDataState *state, SpStatementsFunc func,
                         gpointer user_data);
void sp_data_table_clear (SpDataTable *self);

GtkWidget *sp_cell_image_new (SpCellState state);
GtkWidget *sp_sensitive_image_new (void);
GtkWidget *sp_cell_legend_new (void);

G_END_DECLS
