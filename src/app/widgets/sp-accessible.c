/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-accessible.h"

/**
 * sp_accessible_set_name:
 * @accessible: (type GtkAccessible): a widget or another accessible object
 *
 * Names it for assistive technology. Newer GTK says that a button is labelled by the words on it, which
 * goes before any name: where the name says more than the words do, that has to give way.
 */
void
sp_accessible_set_name (gpointer accessible, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
