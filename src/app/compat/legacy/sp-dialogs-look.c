/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before AdwDialog: windows of their own above the one that asks. */
#include "config.h"

#include "sp-dialogs-private.h"

G_DECLARE_FINAL_TYPE (SpDialog, sp_dialog, SP, DIALOG, AdwWindow)
G_DECLARE_FINAL_TYPE (SpPreferencesDialog, sp_preferences_dialog, SP, PREFERENCES_DIALOG, AdwPreferencesWindow)

struct _SpDialog
{
  AdwWindow parent_instance;
};

struct _SpPreferencesDialog
{
  AdwPreferencesWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SpDialog, sp_dialog, ADW_TYPE_WINDOW)
G_DEFINE_FINAL_TYPE (SpPreferencesDialog, sp_preferences_dialog, ADW_TYPE_PREFERENCES_WINDOW)

static void
close_cb (GtkWidget *dialog, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
sp_dialog_class_init (SpDialogClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "dialog.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "dialog.close", NULL);
}

static void
sp_dialog_init (SpDialog *self)
{
}

static void
sp_preferences_dialog_class_init (SpPreferencesDialogClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "dialog.close", NULL, close_cb);
}

static void
sp_preferences_dialog_init (SpPreferencesDialog *self)
{
}

void
sp_dialogs_present (GtkWidget *dialog, GtkWidget *parent, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (dialog);

  if (width > 0)
    gtk_window_set_default_size (window, width, height);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (window);
}

GtkWidget *
_sp_dialogs_about_new (void)
{
  return GTK_WIDGET (adw_about_window_new ());
}
