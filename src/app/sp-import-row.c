/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of what waits, runs or failed, above the library. */
#include "config.h"

#include "sp-import-row.h"

#include "sp-accessible.h"
#include "sp-rows.h"

#include <glib/gi18n.h>

#define LINE_CHARS 16

static GtkWidget *
icon_button_new (SpImport *import, const char *icon_name, const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  /* Translators: what a button does, and the name of a file */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), text, sp_import_get_name (import));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  sp_accessible_set_name (button, spoken);
  return button;
}

static void
retry_cb (GtkButton *button, SpSession *session)
{
  sp_session_retry (session, g_object_get_data (G_OBJECT (button), "import"));
}

static void
drop_cb (GtkButton *button, SpSession *session)
{
  sp_session_drop_import (session, g_object_get_data (G_OBJECT (button), "import"));
}

static GtkWidget *
add_button (AdwActionRow *row, SpImport *import, SpSession *session, const char *icon_name, const char *text,
            GCallback callback)
{
  GtkWidget *button = icon_button_new (import, icon_name, text);

  g_object_set_data (G_OBJECT (button), "import", import);
  g_signal_connect_object (button, "clicked", callback, session, 0);
  adw_action_row_add_suffix (row, button);
  return button;
}

static char *
dup_subtitle (SpImport *import)
{
  double progress;

  switch (sp_import_get_state (import))
    {
    case SP_IMPORT_RUNNING:
      g_object_get (import, "progress", &progress, NULL);
      /* Translators: a file is being read; how much of it is done, in percent */
      return g_strdup_printf (_("Reading, %d%%"), (int) (progress * 100));
    case SP_IMPORT_FAILED:
      return g_strdup (sp_import_get_message (import));
    case SP_IMPORT_WAITING:
    default:
      return g_strdup (_("Waiting"));
    }
}

/* Not each step of the progress. */
static void
speak (SpImport *import, GtkWidget *row, const char *subtitle)
{
  gboolean is_running = sp_import_get_state (import) == SP_IMPORT_RUNNING;
  /* Translators: the name of a file, and what becomes of it */
  g_autofree char *spoken
    = g_strdup_printf (_("%s: %s"), sp_import_get_name (import), is_running ? _("Reading") : subtitle);

  sp_row_set_spoken (row, spoken);
}

static void
update_row_cb (SpImport *import, GParamSpec *pspec, AdwActionRow *row)
{
  GtkWidget *retry = g_object_get_data (G_OBJECT (row), "retry");
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");
  g_autofree char *subtitle = dup_subtitle (import);
  gboolean failed = sp_import_get_state (import) == SP_IMPORT_FAILED;

  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                failed ? "sp-severity-serious-symbolic" : "sp-tag-retention-symbolic");
  adw_action_row_set_subtitle (row, subtitle);
  if (pspec == NULL || !g_str_equal (pspec->name, "progress"))
    speak (import, GTK_WIDGET (row), subtitle);
  gtk_widget_set_visible (retry, failed && sp_import_get_can_retry (import));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), failed);
}

/* How high the queue has to be is asked at the natural width of its rows: that of the sidebar. */
static void
limit_width (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_max_width_chars (GTK_LABEL (widget), LINE_CHARS);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    limit_width (child);
}

/**
 * sp_import_row_new:
 *
 * Returns: (transfer floating): a row that shows @import, can stop it, and read it again once it failed
 */
GtkWidget *
sp_import_row_new (SpImport *import, SpSession *session)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 sp_import_get_name (import), "title-lines", 2, "subtitle-lines", 3, NULL);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *retry;

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  retry = add_button (ADW_ACTION_ROW (row), import, session, "view-refresh-symbolic", _("Try Again"),
                      G_CALLBACK (retry_cb));
  add_button (ADW_ACTION_ROW (row), import, session, "window-close-symbolic", _("Remove from Queue"),
              G_CALLBACK (drop_cb));

  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "retry", retry);
  g_object_set_data_full (G_OBJECT (row), "import", g_object_ref (import), g_object_unref);
  g_signal_connect_object (import, "notify::state", G_CALLBACK (update_row_cb), row, 0);
  g_signal_connect_object (import, "notify::progress", G_CALLBACK (update_row_cb), row, 0);
  update_row_cb (import, NULL, ADW_ACTION_ROW (row));
  limit_width (row);
  return row;
}

/**
 * sp_import_row_get_import:
 *
 * Returns: what @row shows
 */
SpImport *
sp_import_row_get_import (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "import");
}
