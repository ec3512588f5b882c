/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-reading-tags.h"

#include "sp-colors.h"

#define SHADE_ALPHA 0.1f

/**
 * sp_reading_tags_init:
 *
 * Makes the tags in @buffer, the later ones on top of the earlier.
 */
void
sp_reading_tags_init (SpReadingTags *self, GtkTextBuffer *buffer)
{
  static const double scales[SP_N_HEADING_TAGS] = { 1.5, 1.25, 1.1 };

  for (guint i = 0; i < SP_N_HEADING_TAGS; i++)
    self->headings[i] =
      gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale", scales[i],
                                  "pixels-above-lines", 18, "pixels-below-lines", 3, NULL);
  /* As much above as below, or what is marked would not look marked in its middle. */
  self->paragraph = gtk_text_buffer_create_tag (buffer, NULL, "pixels-above-lines", 5, "pixels-below-lines", 5,
                                                "line-height", 1.25f, NULL);
  self->item = gtk_text_buffer_create_tag (buffer, NULL, "left-margin", 36, "indent", -14,
                                           "pixels-above-lines", 3, "pixels-below-lines", 3, "line-height",
                                           1.25f, NULL);
  self->dropped = gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.9, "pixels-above-lines", 2,
                                              "pixels-below-lines", 2, NULL);
  self->selected = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    self->shades[i] = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->reason = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->evidence = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->match = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->current_match = gtk_text_buffer_create_tag (buffer, NULL, NULL);
}

static void
set_color (GtkWidget *widget, GtkTextTag *tag, const char *property, const char *name)
{
  GdkRGBA color;

  if (sp_color_lookup (widget, name, &color))
    g_object_set (tag, property, &color, NULL);
}

/**
 * sp_reading_tags_update_colors:
 * @widget: whose colours they take
 *
 * Text tags take no CSS: the named colours of style.css are looked up again whenever they change.
 */
void
sp_reading_tags_update_colors (SpReadingTags *self, GtkWidget *widget)
{
  set_color (widget, self->dropped, "foreground-rgba", "dropped_fg_color");
  set_color (widget, self->selected, "paragraph-background-rgba", "selected_clause_bg_color");
  set_color (widget, self->evidence, "background-rgba", "evidence_bg_color");
  set_color (widget, self->match, "background-rgba", "match_bg_color");
  set_color (widget, self->current_match, "background-rgba", "current_match_bg_color");
  set_color (widget, self->current_match, "foreground-rgba", "current_match_fg_color");
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    {
      GdkRGBA color;

      sp_category_get_color (widget, i, &color);
      color.alpha = SHADE_ALPHA;
      g_object_set (self->shades[i], "background-rgba", &color, NULL);
    }
}
