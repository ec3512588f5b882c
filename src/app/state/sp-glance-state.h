/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-cell.h"

G_BEGIN_DECLS

/**
 * SpGlanceColumn:
 * @SP_GLANCE_USED: collected or used by the company
 * @SP_GLANCE_MARKETING: for marketing or advertising, whoever does it
 * @SP_GLANCE_SHARED: goes to others
 */
typedef enum
{
  SP_GLANCE_USED,
  SP_GLANCE_MARKETING,
  SP_GLANCE_SHARED,
  SP_GLANCE_SOLD,
} SpGlanceColumn;

#define SP_N_GLANCE_COLUMNS 4

const char *sp_glance_column_get_title (SpGlanceColumn column);

/**
 * SpGlanceRow:
 * @title: a group of data
 * @words: the row as a sentence
 */
typedef struct
{
  const SpConcept *group;
  const char *title;
  gboolean is_sensitive;
  SpCellState cells[SP_N_GLANCE_COLUMNS];
  char *words;
} SpGlanceRow;

GPtrArray *sp_glance_new (GPtrArray *data_map, GPtrArray *statements);

G_END_DECLS
