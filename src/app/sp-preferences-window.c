/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-preferences-window.h"

#include <glib/gi18n.h>

#include "sp-deal-breakers.h"
#include "sp-emphasis.h"

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

static const char *const dimension_rows[SP_N_DIMENSIONS] = {
  [SP_DIMENSION_TRANSPARENCY] = "transparency",
  [SP_DIMENSION_PROTECTION] = "protection",
  [SP_DIMENSION_CLARITY] = "clarity",
};

static void
get_usual_weights (SpSession *session, double usual[SP_N_DIMENSIONS])
{
  const SpRubric *rubric = sp_knowledge_get_rubric (sp_session_get_knowledge (session));

  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    usual[i] = sp_rubric_get_weight (rubric, i);
}

static void
emphasis_changed_cb (AdwComboRow *changed, GParamSpec *pspec, SpSession *session)
{
  AdwComboRow *const *rows = g_object_get_data (G_OBJECT (changed), "rows");
  SpProfile *old = sp_session_get_profile (session);
  g_autoptr (SpProfile) base = old != NULL ? sp_profile_ref (old) : sp_profile_new ();
  g_autoptr (SpProfile) profile = NULL;
  SpEmphasis emphases[SP_N_DIMENSIONS];
  double usual[SP_N_DIMENSIONS], weights[SP_N_DIMENSIONS];

  get_usual_weights (session, usual);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    emphases[i] = (SpEmphasis) adw_combo_row_get_selected (rows[i]);
  profile = sp_profile_set_weights (base, sp_emphasis_to_weights (usual, emphases, weights) ? weights : NULL);
  sp_session_keep_profile (session, profile);
}

static void
show_emphases (GtkBuilder *builder, SpSession *session)
{
  SpProfile *profile = sp_session_get_profile (session);
  AdwComboRow **rows = g_new0 (AdwComboRow *, SP_N_DIMENSIONS);
  SpEmphasis emphases[SP_N_DIMENSIONS] = { SP_EMPHASIS_AS_IS, SP_EMPHASIS_AS_IS, SP_EMPHASIS_AS_IS };
  double usual[SP_N_DIMENSIONS], weights[SP_N_DIMENSIONS];

  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    rows[i] = ADW_COMBO_ROW (gtk_builder_get_object (builder, dimension_rows[i]));
  g_object_set_data_full (gtk_builder_get_object (builder, "window"), "rows", rows, g_free);
  get_usual_weights (session, usual);
  if (profile != NULL && sp_profile_get_weights (profile, weights))
    sp_emphasis_from_weights (usual, weights, emphases);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      adw_combo_row_set_selected (rows[i], emphases[i]);
      g_object_set_data (G_OBJECT (rows[i]), "rows", rows);
      g_signal_connect_object (rows[i], "notify::selected", G_CALLBACK (emphasis_changed_cb), session, 0);
    }
}

static void
deal_breaker_switched_cb (GtkSwitch *toggle, GParamSpec *pspec, SpSession *session)
{
  const char *finding = g_object_get_data (G_OBJECT (toggle), "finding");
  g_autoptr (SpProfile) profile = sp_deal_breakers_choose (sp_session_get_profile (session), finding,
                                                           gtk_switch_get_active (toggle));

  sp_session_keep_profile (session, profile);
}

static GtkWidget *
deal_breaker_row_new (SpSession *session, const SpDetector *detector)
{
  SpProfile *profile = sp_session_get_profile (session);
  const char *title = _(detector->title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);
  GtkWidget *toggle = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (toggle),
                         profile != NULL && sp_profile_get_deal_breaker (profile, detector->id) != 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  /* GTK 4.8 warns of labels that assistive technology has not met before. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (toggle), "finding", g_strdup (detector->id), g_free);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (deal_breaker_switched_cb), session, 0);
  return row;
}

static void
show_deal_breakers (AdwPreferencesGroup *group, SpSession *session)
{
  const SpKnowledge *knowledge = sp_session_get_knowledge (session);
  g_autoptr (GPtrArray) detectors = sp_deal_breakers_list (sp_knowledge_get_registry (knowledge));

  for (guint i = 0; i < detectors->len; i++)
    adw_preferences_group_add (group, deal_breaker_row_new (session, detectors->pdata[i]));
}

/* Before the rules are read there is nothing to choose from. */
static void
show_profile (GtkBuilder *builder, SpSession *session)
{
  GtkWidget *matters = GTK_WIDGET (gtk_builder_get_object (builder, "matters"));
  GtkWidget *deal_breakers = GTK_WIDGET (gtk_builder_get_object (builder, "deal_breakers"));
  gboolean is_ready = sp_session_get_knowledge (session) != NULL;

  gtk_widget_set_sensitive (matters, is_ready);
  gtk_widget_set_visible (deal_breakers, is_ready);
  if (!is_ready)
    return;
  show_emphases (builder, session);
  show_deal_breakers (ADW_PREFERENCES_GROUP (deal_breakers), session);
}

/**
 * sp_preferences_window_present:
 *
 * Shows the preferences; each change holds at once.
 */
void
sp_preferences_window_present (GtkWindow *parent, SpSession *session)
{
  SpPreferences *preferences = sp_session_get_preferences (session);
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/smallprint/Smallprint/ui/sp-preferences-window.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (preferences, "keep-library", gtk_builder_get_object (builder, "keep_library"),
                          "active", flags);
  g_object_bind_property (preferences, "restore-session",
                          gtk_builder_get_object (builder, "restore_session"), "active", flags);
  g_object_bind_property_full (preferences, "color-scheme", gtk_builder_get_object (builder, "color_scheme"),
                               "selected", flags, scheme_to_index, index_to_scheme, NULL, NULL);
  show_profile (builder, session);
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
