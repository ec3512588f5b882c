/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-dialogs-private.h"

G_DECLARE_FINAL_TYPE (SpDialog, sp_dialog, SP, DIALOG, AdwDialog)
G_DECLARE_FINAL_TYPE (SpPreferencesDialog, sp_preferences_dialog, SP, PREFERENCES_DIALOG, AdwPreferencesDialog)

struct _SpDialog
{
  AdwDialog parent_instance;
};

struct _SpPreferencesDialog
{
  AdwPreferencesDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (SpDialog, sp_dialog, ADW_TYPE_DIALOG)
G_DEFINE_FINAL_TYPE (SpPreferencesDialog, sp_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
close_cb (GtkWidget *dialog, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (dialog));
}

static void
sp_dialog_class_init (SpDialogClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "dialog.close", NULL, close_cb);
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
  if (width > 0)
    {
      adw_dialog_set_content_width (ADW_DIALOG (dialog), width);
      adw_dialog_set_content_height (ADW_DIALOG (dialog), height);
    }
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

GtkWidget *
_sp_dialogs_about_new (void)
{
  return GTK_WIDGET (adw_about_dialog_new ());
}
