/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SpFlow:
 *
 * Sets its children one after another and begins a new line where one does not fit, as words in a
 * paragraph, with "line-spacing" between lines. Lines beyond "max-lines" are hidden. With
 * "column-width" it sets them in columns of at least that width instead, each child into the column
 * that is shortest so far.
 */
#define SP_TYPE_FLOW (sp_flow_get_type ())
G_DECLARE_FINAL_TYPE (SpFlow, sp_flow, SP, FLOW, GtkWidget)

void sp_flow_append (SpFlow *self, GtkWidget *child);
void sp_flow_clear (SpFlow *self);

G_END_DECLS
