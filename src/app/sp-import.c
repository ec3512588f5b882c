/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-import.h"

#include "sp-offer.h"

struct _SpImport
{
  GObject parent_instance;

  GFile *file;      /* (owned) (nullable) */
  SpSource *source; /* (owned) (nullable): exactly one of the two */
  char *name;       /* (owned) */
  SpImportState state;
  char *message; /* (owned) (nullable): what went wrong and what to do */
  double progress;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpImport, sp_import, G_TYPE_OBJECT)

static void
sp_import_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SpImport *self = SP_IMPORT (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sp_import_finalize (GObject *object)
{
  SpImport *self = SP_IMPORT (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->source, sp_source_free);
  g_free (self->name);
  g_free (self->message);
  G_OBJECT_CLASS (sp_import_parent_class)->finalize (object);
}

static void
sp_import_class_init (SpImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sp_import_get_property;
  object_class->finalize = sp_import_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, SP_IMPORT_WAITING, SP_IMPORT_FAILED, SP_IMPORT_WAITING, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_import_init (SpImport *self)
{
}

/**
 * sp_import_new_for_file:
 * @name: what people see
 *
 * Returns: (transfer full): a waiting import
 */
SpImport *
sp_import_new_for_file (GFile *file, const char *name)
{
  SpImport *self = g_object_new (SP_TYPE_IMPORT, NULL);

  self->file = g_object_ref (file);
  self->name = g_strdup (name);
  return self;
}

/**
 * sp_import_new_for_source:
 *
 * Returns: (transfer full): a waiting import
 */
SpImport *
sp_import_new_for_source (const SpSource *source)
{
  SpImport *self = g_object_new (SP_TYPE_IMPORT, NULL);

  self->source = sp_source_copy (source);
  self->name = g_strdup (source->name);
  return self;
}

/**
 * sp_import_get_file:
 *
 * Returns: (nullable): the file, unless it came in as text
 */
GFile *
sp_import_get_file (SpImport *self)
{
  return self->file;
}

/**
 * sp_import_get_can_retry:
 *
 * Returns: whether it may be read at another time: not what came in as text, nor what is on the web
 */
gboolean
sp_import_get_can_retry (SpImport *self)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;

  return uri != NULL && !sp_offer_is_web_address (uri);
}

/**
 * sp_import_get_source:
 *
 * Returns: (nullable): the text, unless it is a file
 */
const SpSource *
sp_import_get_source (SpImport *self)
{
  return self->source;
}

/**
 * sp_import_get_name:
 *
 * Returns: what people see
 */
const char *
sp_import_get_name (SpImport *self)
{
  return self->name;
}

/**
 * sp_import_get_state:
 *
 * Returns: how far it is
 */
SpImportState
sp_import_get_state (SpImport *self)
{
  return self->state;
}

/**
 * sp_import_get_message:
 *
 * Returns: (nullable): what went wrong and what to do
 */
const char *
sp_import_get_message (SpImport *self)
{
  return self->message;
}

/**
 * sp_import_set_state:
 * @message: (nullable): what went wrong and what to do
 *
 * Moves it on.
 */
void
sp_import_set_state (SpImport *self, SpImportState state, const char *message)
{
  g_autofree char *old = self->message;

  self->state = state;
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * sp_import_set_progress:
 * @progress: 0..1
 *
 * Says how far it is.
 */
void
sp_import_set_progress (SpImport *self, double progress)
{
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}
