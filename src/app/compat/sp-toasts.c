/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-toasts.h"

#include <glib/gi18n.h>

/* libadwaita 1.2 names the button of a toast twice (“Undo Undo”), and its closing cross not at all. */
static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    {
      const char *label = gtk_button_get_label (GTK_BUTTON (widget));

      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label != NULL ? label : _("Close the Message"), -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

/**
 * sp_toasts_show:
 * @toast: (transfer full): a toast
 *
 * Shows @toast with buttons that assistive technology can name.
 */
void
sp_toasts_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  GtkWidget *child = adw_toast_overlay_get_child (overlay);

  adw_toast_overlay_add_toast (overlay, toast);
  for (GtkWidget *shown = gtk_widget_get_first_child (GTK_WIDGET (overlay)); shown != NULL;
       shown = gtk_widget_get_next_sibling (shown))
    if (shown != child)
      name_buttons (shown);
}
