/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-correct-dialog.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-clause-details.h"
#include "sp-dialogs.h"
#include "sp-rows.h"
#include "sp-toolbar-view.h"

#define DIALOG_WIDTH 420
#define DIALOG_HEIGHT 620

/* Lives as long as its widget. */
typedef struct
{
  GtkWidget *widget;  /* (unowned) */
  SpSession *session; /* (owned) */
  guint segment;
  GtkCheckButton *checks[SP_N_CATEGORIES]; /* (unowned) */
} Dialog;

static void
dialog_free (gpointer data)
{
  g_object_unref (((Dialog *) data)->session);
  g_free (data);
}

static void
save_cb (GtkButton *button, Dialog *dialog)
{
  guint categories = 0;

  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    if (gtk_check_button_get_active (dialog->checks[i]))
      categories |= 1u << i;
  sp_session_correct_tags (dialog->session, dialog->segment, &categories);
  gtk_widget_activate_action (dialog->widget, "dialog.close", NULL);
}

static void
forget_cb (GtkButton *button, Dialog *dialog)
{
  sp_session_correct_tags (dialog->session, dialog->segment, NULL);
  gtk_widget_activate_action (dialog->widget, "dialog.close", NULL);
}

static GtkWidget *
check_row_new (Dialog *dialog, SpCategory category, gboolean active)
{
  const char *title = sp_category_get_title (category);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, NULL);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sp_category_image_new (category));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  /* GTK 4.8 warns of labels that assistive technology has not met before. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  sp_accessible_set_name (check, title);
  dialog->checks[category] = GTK_CHECK_BUTTON (check);
  return row;
}

/**
 * sp_correct_dialog_present:
 * @segment: a clause of what is shown
 *
 * Asks what a clause speaks of.
 */
void
sp_correct_dialog_present (GtkWidget *parent, SpSession *session, guint segment)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (SpClauseDetails) details = sp_clause_details_new (sp_session_get_analysis (session), segment);
  Dialog *dialog = g_new0 (Dialog, 1);
  GtkWidget *forget;

  g_type_ensure (SP_TYPE_DIALOG);
  g_type_ensure (SP_TYPE_TOOLBAR_VIEW);
  builder = gtk_builder_new_from_resource ("/io/github/smallprint/Smallprint/ui/sp-correct-dialog.ui");
  forget = GTK_WIDGET (gtk_builder_get_object (builder, "forget"));
  dialog->widget = GTK_WIDGET (gtk_builder_get_object (builder, "dialog"));
  dialog->session = g_object_ref (session);
  dialog->segment = segment;
  g_object_set_data_full (G_OBJECT (dialog->widget), "dialog", dialog, dialog_free);
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    gtk_list_box_append (GTK_LIST_BOX (gtk_builder_get_object (builder, "tags")),
                         check_row_new (dialog, i, (details->categories >> i) & 1));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "quote")), details->quote);
  gtk_widget_set_visible (forget, details->is_corrected);
  g_signal_connect (forget, "clicked", G_CALLBACK (forget_cb), dialog);
  g_signal_connect (gtk_builder_get_object (builder, "save"), "clicked", G_CALLBACK (save_cb), dialog);
  sp_dialogs_present (dialog->widget, parent, DIALOG_WIDTH, DIALOG_HEIGHT);
}
