/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-encoding-dialog.h"

#include <glib/gi18n.h>

#include "sp-dialogs.h"

#define DIALOG_WIDTH 420
#define DIALOG_HEIGHT 560

/* What web pages and texts come in, the most frequent first. */
static const struct
{
  const char *charset;
  const char *title;
} encodings[] = {
  { NULL, N_("Decide for me") },
  { "utf-8", N_("Unicode (UTF-8)") },
  { "windows-1252", N_("Western European (Windows-1252)") },
  { "iso-8859-15", N_("Western European (ISO 8859-15)") },
  { "windows-1250", N_("Central European (Windows-1250)") },
  { "iso-8859-2", N_("Central European (ISO 8859-2)") },
  { "windows-1251", N_("Cyrillic (Windows-1251)") },
  { "koi8-r", N_("Cyrillic (KOI8-R)") },
  { "windows-1253", N_("Greek (Windows-1253)") },
  { "windows-1254", N_("Turkish (Windows-1254)") },
  { "windows-1255", N_("Hebrew (Windows-1255)") },
  { "windows-1256", N_("Arabic (Windows-1256)") },
  { "gb18030", N_("Chinese, simplified (GB 18030)") },
  { "big5", N_("Chinese, traditional (Big5)") },
  { "cp932", N_("Japanese (Shift JIS)") },
  { "euc-jp", N_("Japanese (EUC-JP)") },
  { "cp949", N_("Korean (EUC-KR)") },
  { "utf-16", N_("Unicode (UTF-16)") },
};

static void
chosen_cb (GtkWidget *row, SpSession *session)
{
  sp_session_import_again (session, g_object_get_data (G_OBJECT (row), "charset"));
  gtk_widget_activate_action (row, "dialog.close", NULL);
}

static GtkWidget *
row_new (SpSession *session, guint i, gboolean is_current)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(encodings[i].title), "activatable", TRUE, NULL);

  if (is_current)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  g_object_set_data (G_OBJECT (row), "charset", (gpointer) encodings[i].charset);
  g_signal_connect_object (row, "activated", G_CALLBACK (chosen_cb), session, 0);
  return row;
}

/**
 * sp_encoding_dialog_present:
 *
 * Asks how the file that is shown is encoded, and reads it again.
 */
void
sp_encoding_dialog_present (GtkWidget *parent, SpSession *session)
{
  const SpSource *source = sp_analysis_get_source (sp_session_get_analysis (session));
  g_autoptr (GtkBuilder) builder = NULL;
  AdwPreferencesGroup *group;

  g_type_ensure (SP_TYPE_PREFERENCES_DIALOG);
  builder = gtk_builder_new_from_resource ("/io/github/smallprint/Smallprint/ui/sp-encoding-dialog.ui");
  group = ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "encodings"));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    adw_preferences_group_add (group, row_new (session, i,
                                               g_strcmp0 (source->charset, encodings[i].charset) == 0));
  sp_dialogs_present (GTK_WIDGET (gtk_builder_get_object (builder, "dialog")), parent, DIALOG_WIDTH, DIALOG_HEIGHT);
}
