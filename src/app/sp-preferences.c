/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-preferences.h"

struct _SpPreferences
{
  GObject parent_instance;

  GSettings *settings; /* (owned) (nullable): without our schema */

  gboolean keep_library;
  char *color_scheme; /* (owned) */
  int window_width;
  int window_height;
  gboolean window_maximized;
  int text_zoom;
};

enum
{
  PROP_0,
  PROP_KEEP_LIBRARY,
  PROP_COLOR_SCHEME,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_TEXT_ZOOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpPreferences, sp_preferences, G_TYPE_OBJECT)

static void
sp_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SpPreferences *self = SP_PREFERENCES (object);

  switch (id)
    {
    case PROP_KEEP_LIBRARY:
      g_value_set_boolean (value, self->keep_library);
      break;
    case PROP_COLOR_SCHEME:
      g_value_set_string (value, self->color_scheme);
      break;
    case PROP_WINDOW_WIDTH:
      g_value_set_int (value, self->window_width);
      break;
    case PROP_WINDOW_HEIGHT:
      g_value_set_int (value, self->window_height);
      break;
    case PROP_WINDOW_MAXIMIZED:
      g_value_set_boolean (value, self->window_maximized);
      break;
    case PROP_TEXT_ZOOM:
      g_value_set_int (value, self->text_zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sp_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SpPreferences *self = SP_PREFERENCES (object);

  switch (id)
    {
    case PROP_KEEP_LIBRARY:
      self->keep_library = g_value_get_boolean (value);
      break;
    case PROP_COLOR_SCHEME:
      g_free (self->color_scheme);
      self->color_scheme = g_value_dup_string (value);
      break;
    case PROP_WINDOW_WIDTH:
      self->window_width = g_value_get_int (value);
      break;
    case PROP_WINDOW_HEIGHT:
      self->window_height = g_value_get_int (value);
      break;
    case PROP_WINDOW_MAXIMIZED:
      self->window_maximized = g_value_get_boolean (value);
      break;
    case PROP_TEXT_ZOOM:
      self->text_zoom = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sp_preferences_finalize (GObject *object)
{
  SpPreferences *self = SP_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_free (self->color_scheme);
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
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 0, G_MAXINT, 1100, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 0, G_MAXINT, 740, flags);
  properties[PROP_WINDOW_MAXIMIZED] =
    g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT_ZOOM] = g_param_spec_int ("text-zoom", NULL, NULL, 10, 1000, 100, flags);
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
  return self->keep_library;
}

/**
 * sp_preferences_get_color_scheme:
 *
 * Returns: "default", "light" or "dark"
 */
const char *
sp_preferences_get_color_scheme (SpPreferences *self)
{
  return self->color_scheme;
}
