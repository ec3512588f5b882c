/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-toasts.h"

#include <glib/gi18n.h>

/* Time to notice a slip, and to reach the button by keyboard. */
#define UNDO_SECONDS 12

/* What goes wrong takes a sentence to say. */
#define MAX_LINES 4

/* libadwaita 1.2 names the button of a toast twice (“Undo Undo”), and its closing cross not at all; and it cuts
 * the words after the first line. */
static void
prepare (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_object_set (widget, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", MAX_LINES, NULL);
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
    prepare (child);
}

/* One that has to wait for another is made later. */
static void
children_changed_cb (GListModel *children, guint position, guint n_removed, guint n_added, AdwToastOverlay *overlay)
{
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GtkWidget) shown = g_list_model_get_item (children, position + i);

      if (shown != adw_toast_overlay_get_child (overlay))
        prepare (shown);
    }
}

static void
watch (AdwToastOverlay *overlay)
{
  GListModel *children;

  if (g_object_get_data (G_OBJECT (overlay), "sp-children") != NULL)
    return;
  children = gtk_widget_observe_children (GTK_WIDGET (overlay));
  g_signal_connect_object (children, "items-changed", G_CALLBACK (children_changed_cb), overlay, 0);
  g_object_set_data_full (G_OBJECT (overlay), "sp-children", children, g_object_unref);
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
 * Shows @toast with all its words, and with buttons that assistive technology can name.
 */
void
sp_toasts_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  watch (overlay);
  adw_toast_overlay_add_toast (overlay, toast);
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
