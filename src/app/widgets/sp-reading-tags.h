/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sp-words.h"

G_BEGIN_DECLS

#define SP_N_HEADING_TAGS 3

/**
 * SpReadingTags:
 * @shades: sentences, by what they speak of
 * @reason: words that spoke for a tag
 *
 * How the words of a policy are set. All belong to the buffer.
 */
typedef struct
{
  GtkTextTag *headings[SP_N_HEADING_TAGS];
  GtkTextTag *paragraph;
  GtkTextTag *item;
  GtkTextTag *dropped;
  GtkTextTag *shades[SP_N_CATEGORIES];
  GtkTextTag *selected;
  GtkTextTag *reason;
  GtkTextTag *evidence;
  GtkTextTag *match;
  GtkTextTag *current_match;
} SpReadingTags;

void sp_reading_tags_init (SpReadingTags *self, GtkTextBuffer *buffer);
void sp_reading_tags_update_colors (SpReadingTags *self, GtkWidget *widget);

G_END_DECLS
