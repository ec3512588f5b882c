/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-progress.h"

#define MIN_INTERVAL_MS 100

struct _SpProgress
{
  GObject parent_instance;

  GMainContext *context; /* (owned): where notifications arrive */

  GMutex lock;
  double fraction;     /* (mutex lock) */
  char *message;       /* (mutex lock) (owned) (nullable) */
  gboolean pending;    /* (mutex lock): a notification is on its way */
};

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpProgress, sp_progress, G_TYPE_OBJECT)

static gboolean
notify_cb (gpointer user_data)
{
  SpProgress *self = user_data;

  g_mutex_lock (&self->lock);
  self->pending = FALSE;
  g_mutex_unlock (&self->lock);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  return G_SOURCE_REMOVE;
}

static void
schedule_notification (SpProgress *self)
{
  g_autoptr (GSource) source = g_timeout_source_new (MIN_INTERVAL_MS);

  g_source_set_callback (source, notify_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
sp_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SpProgress *self = SP_PROGRESS (object);

  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, sp_progress_get_fraction (self));
      break;
    case PROP_MESSAGE:
      g_value_take_string (value, sp_progress_dup_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sp_progress_finalize (GObject *object)
{
  SpProgress *self = SP_PROGRESS (object);

  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self->message);
  G_OBJECT_CLASS (sp_progress_parent_class)->finalize (object);
}

static void
sp_progress_class_init (SpProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sp_progress_get_property;
  object_class->finalize = sp_progress_finalize;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_progress_init (SpProgress *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
}

/**
 * sp_progress_new:
 *
 * Its notifications arrive in the caller's thread-default main context, at most ten a second.
 *
 * Returns: (transfer full): progress at 0
 */
SpProgress *
sp_progress_new (void)
{
  return g_object_new (SP_TYPE_PROGRESS, NULL);
}

/**
 * sp_progress_report:
 * @self: (nullable): %NULL does nothing
 * @fraction: 0..1
 * @message: what is being done, translated
 *
 * May be called from any thread.
 */
void
sp_progress_report (SpProgress *self, double fraction, const char *message)
{
  gboolean schedule;

  if (self == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->fraction = CLAMP (fraction, 0.0, 1.0);
  g_free (self->message);
  self->message = g_strdup (message);
  schedule = !self->pending;
  self->pending = TRUE;
  g_mutex_unlock (&self->lock);

  if (schedule)
    schedule_notification (self);
}

/**
 * sp_progress_get_fraction:
 *
 * Returns: 0..1; from any thread
 */
double
sp_progress_get_fraction (SpProgress *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->fraction;
}

/**
 * sp_progress_dup_message:
 *
 * Returns: (transfer full) (nullable): what is being done; from any thread
 */
char *
sp_progress_dup_message (SpProgress *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_strdup (self->message);
}
