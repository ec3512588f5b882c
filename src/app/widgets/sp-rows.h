/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-point.h"
#include "sp-quote.h"

G_BEGIN_DECLS

/**
 * SpFillFunc:
 * @row: what was unfolded
 *
 * Puts in what stands below a row, once somebody wants to see it.
 */
typedef void (*SpFillFunc) (AdwExpanderRow *row, gpointer user_data);

GtkWidget *sp_heading_new (const char *text);
GtkWidget *sp_chip_label_new (const char *text);
GtkWidget *sp_icon_image_new (const char *icon_name, const char *style_class, const char *text);
GtkWidget *sp_mark_image_new (SpMark mark);
GtkWidget *sp_category_image_new (SpCategory category);
GtkWidget *sp_point_row_new (const SpPoint *point);
GtkWidget *sp_limit_row_new (const SpPoint *point);
GtkWidget *sp_property_row_new (const char *name, const char *value);
GtkWidget *sp_quote_row_new (const char *text, const SpEvidence *evidence);
GtkWidget *sp_statement_row_new (const char *words, const char *quote, const SpEvidence *evidence);
GtkWidget *sp_prose_row_new (const char *heading, const char *text);
GtkWidget *sp_unfolding_row_new (const char *title, const char *subtitle, const char *spoken,
                                 GtkWidget *image, SpFillFunc fill, gpointer user_data);
void       sp_rows_quicken (GtkWidget *widget);
void       sp_row_set_spoken (GtkWidget *row, const char *text);
void       sp_row_focus (GtkWidget *row);
void       sp_lead_to_evidence (GtkActionable *actionable, const SpEvidence *evidence);
void       sp_expander_row_add_quotes (AdwExpanderRow *row, const GPtrArray *quotes);
GtkWidget *sp_boxed_list_new (const char *name);

G_END_DECLS
