/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-preferences-window.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-dialogs.h"
#include "sp-gradual.h"
#include "sp-preferences-matters.h"
#include "sp-rows.h"

#define DIALOG_WIDTH 560
#define DIALOG_HEIGHT 680

static const char *const schemes[] = { "default", "light", "dark" };

static gboolean
scheme_to_index (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (g_value_get_string (from), schemes[i]) == 0)
      {
        g_value_set_uint (to, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
index_to_scheme (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  guint i = g_value_get_uint (from);

  if (i >= G_N_ELEMENTS (schemes))
    return FALSE;
  g_value_set_static_string (to, schemes[i]);
  return TRUE;
}

/* The row labels its switch too; @name once is enough. */
static void
bind_switch (SpPreferences *preferences, const char *property, GObject *toggle, const char *name)
{
  sp_accessible_set_name (toggle, name);
  g_object_bind_property (preferences, property, toggle, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
pack_chosen_cb (AdwComboRow *row, GParamSpec *pspec, SpPreferences *preferences)
{
  sp_preferences_set_pack (preferences, g_object_get_data (G_OBJECT (row), "pack"),
                           (SpPackChoice) adw_combo_row_get_selected (row));
}

static GtkWidget *
pack_row_new (SpPreferences *preferences, const SpPackInfo *pack)
{
  const char *const choices[] = {
    [SP_PACK_AS_SUGGESTED] = _("As the text suggests"),
    [SP_PACK_FIRST] = _("Always first"),
    [SP_PACK_HIDDEN] = _("Hidden"),
    NULL,
  };
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title", _(pack->title), "model", model,
                                 "selected", (guint) sp_preferences_get_pack (preferences, pack->id), NULL);

  sp_rows_quicken (row);
  g_object_set_data_full (G_OBJECT (row), "pack", g_strdup (pack->id), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (pack_chosen_cb), preferences, 0);
  return row;
}

/* The laws to choose from, kept with their group. */
typedef struct
{
  SpSession *session; /* (owned) */
  guint n_rows;       /* so far */
} Laws;

static void
laws_free (gpointer data)
{
  Laws *self = data;

  g_object_unref (self->session);
  g_free (self);
}

/* A row with choices takes some milliseconds. */
static gboolean
add_pack_cb (GtkWidget *group)
{
  Laws *self = g_object_get_data (G_OBJECT (group), "laws");
  const SpPackSet *packs = sp_knowledge_get_packs (sp_session_get_knowledge (self->session));

  if (self->n_rows < sp_pack_set_get_n_packs (packs))
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               pack_row_new (sp_session_get_preferences (self->session),
                                             sp_pack_set_get_pack (packs, self->n_rows++)));
  return self->n_rows < sp_pack_set_get_n_packs (packs);
}

/* Before the rules are read no law is known. */
static void
add_packs (GtkWidget *group, SpSession *session)
{
  const SpKnowledge *knowledge = sp_session_get_knowledge (session);
  Laws *laws;

  gtk_widget_set_visible (group, knowledge != NULL);
  if (knowledge == NULL)
    return;
  laws = g_new0 (Laws, 1);
  laws->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (group), "laws", laws, laws_free);
  sp_gradual_fill_later (group, add_pack_cb);
}

static gboolean
present_cb (gpointer user_data)
{
  GtkBuilder *builder = user_data;

  sp_dialogs_present (GTK_WIDGET (gtk_builder_get_object (builder, "dialog")),
                      g_object_get_data (G_OBJECT (builder), "parent"), DIALOG_WIDTH, DIALOG_HEIGHT);
  return G_SOURCE_REMOVE;
}

/* To make the dialog takes as long as to show it: each has a turn of the main loop. */
static void
present_later (GtkBuilder *builder, GtkWidget *parent)
{
  g_object_set_data_full (G_OBJECT (builder), "parent", g_object_ref (parent), g_object_unref);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, present_cb, g_object_ref (builder), g_object_unref);
}

/**
 * sp_preferences_window_present:
 *
 * Shows the preferences; each change holds at once.
 */
void
sp_preferences_window_present (GtkWidget *parent, SpSession *session)
{
  SpPreferences *preferences = sp_session_get_preferences (session);
  g_autoptr (GtkBuilder) builder = NULL;
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_type_ensure (SP_TYPE_PREFERENCES_DIALOG);
  builder = gtk_builder_new_from_resource ("/io/github/smallprint/Smallprint/ui/sp-preferences-window.ui");
  bind_switch (preferences, "keep-library", gtk_builder_get_object (builder, "keep_library"),
               _("Keep policies in the library"));
  bind_switch (preferences, "restore-session", gtk_builder_get_object (builder, "restore_session"),
               _("Open the last policy again"));
  g_object_bind_property_full (preferences, "color-scheme", gtk_builder_get_object (builder, "color_scheme"),
                               "selected", flags, scheme_to_index, index_to_scheme, NULL, NULL);
  add_packs (GTK_WIDGET (gtk_builder_get_object (builder, "laws")), session);
  sp_preferences_matters_show (builder, session);
  sp_rows_quicken (GTK_WIDGET (gtk_builder_get_object (builder, "dialog")));
  present_later (builder, parent);
}
