/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-dialogs-private.h"

#include <glib/gi18n.h>

/**
 * sp_dialogs_about:
 * @details: Pango markup about the program
 *
 * Shows who made it and what it may do.
 */
void
sp_dialogs_about (GtkWidget *parent, const char *details)
{
  static const char *const developers[] = { "The Smallprint authors", NULL };
  GtkWidget *about = _sp_dialogs_about_new ();

  g_object_set (about, "application-name", "Smallprint", "application-icon", SP_APPLICATION_ID, "version",
                SP_VERSION, "developer-name", _("The Smallprint authors"), "developers", developers,
                "license-type", GTK_LICENSE_GPL_3_0, "comments", details, NULL);
  sp_dialogs_present (about, parent, 0, 0);
}

/**
 * sp_dialogs_ensure_shortcuts:
 * @resource_path: of a description with a "help_overlay"
 *
 * Sees to it that "win.show-help-overlay" works. GTK would read the description for each window that
 * opens, and few people ask for it.
 */
void
sp_dialogs_ensure_shortcuts (GtkApplicationWindow *window, const char *resource_path)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_application_window_get_help_overlay (window) != NULL)
    return;
  builder = gtk_builder_new_from_resource (resource_path);
  gtk_application_window_set_help_overlay (
    window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
}
