/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpChoiceRow:
 *
 * A row of a list with a few words, of which one is chosen. Lighter than a row with a list that pops up,
 * so that there may be dozens.
 *
 * Properties: "chosen" (which of the words, from 0).
 */
#define SP_TYPE_CHOICE_ROW (sp_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (SpChoiceRow, sp_choice_row, SP, CHOICE_ROW, AdwActionRow)

/**
 * SpChoice:
 * @label: a sign or a short word
 * @name: the same in full, as tooltip and for assistive technology
 */
typedef struct
{
  const char *label;
  const char *name;
} SpChoice;

GtkWidget *sp_choice_row_new (const char *title, const char *subtitle, const SpChoice *choices, guint n_choices);
guint      sp_choice_row_get_chosen (SpChoiceRow *self);
void       sp_choice_row_set_chosen (SpChoiceRow *self, guint chosen);

G_END_DECLS
