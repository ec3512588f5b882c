/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sp-words.h"

G_BEGIN_DECLS

/**
 * SpTagBar:
 *
 * A thin bar in the hues of the tags, each as long as its share. Only for the eye: whoever shows it
 * says the same in words beside it.
 */
#define SP_TYPE_TAG_BAR (sp_tag_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpTagBar, sp_tag_bar, SP, TAG_BAR, GtkWidget)

GtkWidget *sp_tag_bar_new (void);
void       sp_tag_bar_set_counts (SpTagBar *self, const guint counts[SP_N_CATEGORIES]);

G_END_DECLS
