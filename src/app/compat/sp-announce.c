/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-announce.h"

/**
 * sp_announce:
 * @widget: what it is about
 *
 * Has assistive technology say what changed elsewhere than where the focus is. Before GTK 4.14 nothing can
 * be said so: there the label that changes is read by its role.
 */
void
sp_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  if (*text != '\0' && gtk_widget_get_mapped (widget))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}
