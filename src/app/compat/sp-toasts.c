/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-toasts.h"

#include <glib/gi18n.h>

/* Time to notice a slip, and to reach the button by keyboard. */
#define UNDO_SECONDS 12

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
 * sp_toasts_undo_new:
 * @text: what was done
 *
 * Returns: (transfer full): a toast that stays a while, with a button “Undo” that does nothing yet
 */
AdwToast *
sp_toasts_undo_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  return toast;
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

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  AdwToastOverlay *found = ADW_IS_TOAST_OVERLAY (widget) ? ADW_TOAST_OVERLAY (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_overlay (child);
  return found;
}

/**
 * sp_toasts_show_in_preferences:
 * @dialog: a #SpPreferencesDialog
 * @toast: (transfer full): a toast
 *
 * As sp_toasts_show(), over the preferences.
 */
void
sp_toasts_show_in_preferences (GtkWidget *dialog, AdwToast *toast)
{
  sp_toasts_show (find_overlay (dialog), toast);
}
