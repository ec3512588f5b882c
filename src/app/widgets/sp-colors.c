/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named colours of style.css for what draws itself: they follow light, dark and high contrast. */
#include "config.h"

#include "sp-colors.h"

/**
 * sp_color_lookup:
 *
 * Returns: whether style.css knows @name
 */
gboolean
sp_color_lookup (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  return gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color);
}

/**
 * sp_category_get_color:
 *
 * Looks up the hue of a tag.
 */
void
sp_category_get_color (GtkWidget *widget, SpCategory category, GdkRGBA *color)
{
  g_autofree char *name = g_strdup_printf ("tag_%s", sp_category_get_id (category));

  g_strdelimit (name, "-", '_');
  if (!sp_color_lookup (widget, name, color))
    *color = (GdkRGBA) { 0.5f, 0.5f, 0.5f, 1.0f };
}
