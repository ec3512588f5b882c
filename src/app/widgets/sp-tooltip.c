/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tooltips of what is made while a page is seen, by the hundred. Each text that a widget is given makes GTK
 * ask the display where the pointer is, and show the tooltip if it happens to be there: here the text is
 * handed over once the pointer comes to rest. */
#include "config.h"

#include "sp-tooltip.h"

#define KEY "sp-tooltip"

static gboolean
query_cb (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (widget), KEY));
  return TRUE;
}

/**
 * sp_tooltip_set:
 *
 * Sets what is shown while the pointer rests on @widget, and how assistive technology describes it.
 */
void
sp_tooltip_set (GtkWidget *widget, const char *text)
{
  if (g_object_get_data (G_OBJECT (widget), KEY) == NULL)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
  g_object_set_data_full (G_OBJECT (widget), KEY, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
