/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SpGutterMark:
 * @start: first character of the clause in the text view's buffer
 * @end: one past its last character
 * @colors: (nullable): names of colours of style.css, the edges from the text outwards; NULL-terminated
 * @icon_names: (nullable): icons beside its first line, in the same order
 *
 * How one clause is marked at its edge.
 */
typedef struct
{
  guint start;
  guint end;
  const char *colors[4];
  const char *icon_names[3];
} SpGutterMark;

/**
 * SpClauseGutter:
 *
 * The left edge of a text view: coloured bars along the clauses, and icons beside their first lines.
 */
#define SP_TYPE_CLAUSE_GUTTER (sp_clause_gutter_get_type ())
G_DECLARE_FINAL_TYPE (SpClauseGutter, sp_clause_gutter, SP, CLAUSE_GUTTER, GtkWidget)

SpClauseGutter *sp_clause_gutter_new (void);

void sp_clause_gutter_attach (SpClauseGutter *self, GtkTextView *view);
void sp_clause_gutter_set_marks (SpClauseGutter *self, GArray *marks);

G_END_DECLS
