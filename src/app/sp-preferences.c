/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-preferences.h"

enum
{
  PROP_0,
  PROP_KEEP_LIBRARY,
  PROP_COLOR_SCHEME,
  PROP_FIRST_PACKS,
  PROP_HIDDEN_PACKS,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_TEXT_ZOOM,
  PROP_RESTORE_SESSION,
  PROP_LAST_POLICY,
  PROP_LAST_PAGE,
  N_PROPS,
};

struct _SpPreferences
{
  GObject parent_instance;

  GSettings *settings;     /* (owned) (nullable): without our schema */
  GValue values[N_PROPS];  /* (owned): by property */
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpPreferences, sp_preferences, G_TYPE_OBJECT)

static void
sp_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_copy (&SP_PREFERENCES (object)->values[id], value);
}

static void
sp_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GValue *own = &SP_PREFERENCES (object)->values[id];

  if (!G_IS_VALUE (own))
    g_value_init (own, pspec->value_type);
  g_value_copy (value, own);
}

static void
sp_preferences_finalize (GObject *object)
{
  SpPreferences *self = SP_PREFERENCES (object);

  g_clear_object (&self->settings);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_value_unset (&self->values[i]);
  G_OBJECT_CLASS (sp_preferences_parent_class)->finalize (object);
}

static void
sp_preferences_class_init (SpPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sp_preferences_get_property;
  object_class->set_property = sp_preferences_set_property;
  object_class->finalize = sp_preferences_finalize;

  properties[PROP_KEEP_LIBRARY] = g_param_spec_boolean ("keep-library", NULL, NULL, TRUE, flags);
  properties[PROP_COLOR_SCHEME] = g_param_spec_string ("color-scheme", NULL, NULL, "default", flags);
  properties[PROP_FIRST_PACKS] = g_param_spec_boxed ("first-packs", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_HIDDEN_PACKS] = g_param_spec_boxed ("hidden-packs", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 0, G_MAXINT, 1180, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 0, G_MAXINT, 740, flags);
  properties[PROP_WINDOW_MAXIMIZED] =
    g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT_ZOOM] = g_param_spec_int ("text-zoom", NULL, NULL, 10, 1000, 100, flags);
  properties[PROP_RESTORE_SESSION] = g_param_spec_boolean ("restore-session", NULL, NULL, TRUE, flags);
  properties[PROP_LAST_POLICY] = g_param_spec_string ("last-policy", NULL, NULL, "", flags);
  properties[PROP_LAST_PAGE] = g_param_spec_string ("last-page", NULL, NULL, "overview", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_preferences_init (SpPreferences *self)
{
}

/* GSettings ends the program where a schema is missing, so look first. */
static GSettings *
find_settings (const char *schema_dir)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (schema_dir != NULL)
    own = g_settings_schema_source_new_from_directory (schema_dir, source, TRUE, NULL);
  if (own != NULL)
    source = own;
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SP_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * sp_preferences_new:
 * @schema_dir: (nullable): where a compiled schema may lie, looked at before the installed ones
 *
 * Returns: (transfer full): the preferences
 */
SpPreferences *
sp_preferences_new (const char *schema_dir)
{
  SpPreferences *self = g_object_new (SP_TYPE_PREFERENCES, NULL);

  self->settings = find_settings (schema_dir);
  for (guint i = PROP_0 + 1; self->settings != NULL && i < N_PROPS; i++)
    g_settings_bind (self->settings, properties[i]->name, self, properties[i]->name,
                     G_SETTINGS_BIND_DEFAULT);
  return self;
}

/**
 * sp_preferences_get_keep_library:
 *
 * Returns: whether policies stay in the library
 */
gboolean
sp_preferences_get_keep_library (SpPreferences *self)
{
  return g_value_get_boolean (&self->values[PROP_KEEP_LIBRARY]);
}

/**
 * sp_preferences_get_color_scheme:
 *
 * Returns: "default", "light" or "dark"
 */
const char *
sp_preferences_get_color_scheme (SpPreferences *self)
{
  return g_value_get_string (&self->values[PROP_COLOR_SCHEME]);
}

static const char *const *
get_packs (SpPreferences *self, guint id)
{
  static const char *const none[] = { NULL };
  const char *const *packs = g_value_get_boxed (&self->values[id]);

  return packs != NULL ? packs : none;
}

/* Puts @pack on a list, at its end, or takes it off. */
static void
list_pack (SpPreferences *self, guint id, const char *pack, gboolean listed)
{
  const char *const *packs = get_packs (self, id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  if (g_strv_contains (packs, pack) == listed)
    return;
  for (guint i = 0; packs[i] != NULL; i++)
    if (!g_str_equal (packs[i], pack))
      g_strv_builder_add (builder, packs[i]);
  if (listed)
    g_strv_builder_add (builder, pack);
  changed = g_strv_builder_end (builder);
  g_object_set (self, properties[id]->name, changed, NULL);
}

/**
 * sp_preferences_get_pack:
 * @pack: as "gdpr"
 *
 * Returns: what the reader wants to see of that law
 */
SpPackChoice
sp_preferences_get_pack (SpPreferences *self, const char *pack)
{
  if (g_strv_contains (get_packs (self, PROP_FIRST_PACKS), pack))
    return SP_PACK_FIRST;
  return g_strv_contains (get_packs (self, PROP_HIDDEN_PACKS), pack) ? SP_PACK_HIDDEN : SP_PACK_AS_SUGGESTED;
}

/**
 * sp_preferences_set_pack:
 * @pack: as "gdpr"
 *
 * Says what the reader wants to see of that law.
 */
void
sp_preferences_set_pack (SpPreferences *self, const char *pack, SpPackChoice choice)
{
  list_pack (self, PROP_FIRST_PACKS, pack, choice == SP_PACK_FIRST);
  list_pack (self, PROP_HIDDEN_PACKS, pack, choice == SP_PACK_HIDDEN);
}

/**
 * sp_preferences_get_first_packs:
 *
 * Returns: (array zero-terminated=1): the laws that are always shown first, in the order in which they
 *   were chosen
 */
const char *const *
sp_preferences_get_first_packs (SpPreferences *self)
{
  return get_packs (self, PROP_FIRST_PACKS);
}

/**
 * sp_preferences_get_hidden_packs:
 *
 * Returns: (array zero-terminated=1): the laws that are not shown
 */
const char *const *
sp_preferences_get_hidden_packs (SpPreferences *self)
{
  return get_packs (self, PROP_HIDDEN_PACKS);
}

/**
 * sp_preferences_get_report_options:
 *
 * Returns: reports with the laws that the reader wants to see; the lists in it are those of @self
 */
SpReportOptions
sp_preferences_get_report_options (SpPreferences *self)
{
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;

  options.packs = sp_preferences_get_first_packs (self);
  options.hidden_packs = sp_preferences_get_hidden_packs (self);
  return options;
}
