/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-preferences-window.h"

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

/**
 * sp_preferences_window_present:
 *
 * Shows the preferences; each change holds at once.
 */
void
sp_preferences_window_present (GtkWindow *parent, SpPreferences *preferences)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/smallprint/Smallprint/ui/sp-preferences-window.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (preferences, "keep-library", gtk_builder_get_object (builder, "keep_library"),
                          "active", flags);
  g_object_bind_property_full (preferences, "color-scheme", gtk_builder_get_object (builder, "color_scheme"),
                               "selected", flags, scheme_to_index, index_to_scheme, NULL, NULL);
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
