/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-session-private.h"

#include <glib/gi18n.h>

#include "sp-paths.h"

enum
{
  PROP_0,
  PROP_ANALYSIS,
  PROP_POLICY,
  PROP_PROBLEM,
  PROP_BUSY,
  PROP_PAGE,
  PROP_BREAKDOWN,
  PROP_CAN_GO_BACK,
  PROP_CAN_UNDO,
  PROP_LIBRARY_PROBLEM,
  N_PROPS,
};

enum
{
  EVIDENCE_REQUESTED,
  FINDING_DISMISSED,
  MESSAGE,
  POLICY_REMOVED,
  PROGRESSED,
  QUEUE_ENDED,
  REVIEW_CHANGED,
  SEARCHED,
  TAGS_CORRECTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SpSession, sp_session, G_TYPE_OBJECT)

static void
load_knowledge_in_thread (GTask *task, gpointer source, gpointer model_path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_auto (GStrv) packs = sp_paths_list_packs ();
  SpKnowledge *knowledge
    = sp_knowledge_new_with_packs (model_path, (const char *const *) packs, &error);

  if (knowledge == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, knowledge, (GDestroyNotify) sp_knowledge_unref);
}

static void load_knowledge (SpSession *self, const char *model_path);

/* What was asked for before anything could be analysed. */
static void
show_wanted (SpSession *self)
{
  g_autoptr (SpPolicy) wanted = g_steal_pointer (&self->shown.wanted);

  if (wanted != NULL && self->shown.policy == NULL)
    sp_session_show_policy (self, wanted);
}

static void
knowledge_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SpSession *self = SP_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpKnowledge) knowledge = g_task_propagate_pointer (G_TASK (result), &error);

  if (knowledge == NULL && g_task_get_task_data (G_TASK (result)) != NULL)
    {
      /* Cue words tag too, only with less confidence. */
      _sp_session_tell (self, _("The tagging model cannot be used: %s"), error->message);
      load_knowledge (self, NULL);
      return;
    }
  if (knowledge == NULL)
    {
      _sp_session_tell (self, _("The rules cannot be read: %s"), error->message);
      return;
    }
  for (const char *const *refused = sp_knowledge_get_refused_packs (knowledge); *refused != NULL; refused++)
    _sp_session_tell (self, _("A legal pack of yours is left out: %s"), *refused);
  self->analyzer = sp_analyzer_new (knowledge);
  self->knowledge = g_steal_pointer (&knowledge);
  show_wanted (self);
  _sp_session_start_next (self);
}

static void
load_knowledge (SpSession *self, const char *model_path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, knowledge_loaded_cb, NULL);

  g_task_set_source_tag (task, load_knowledge);
  g_task_set_task_data (task, g_strdup (model_path), g_free);
  g_task_run_in_thread (task, load_knowledge_in_thread);
}

static void
sp_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SpSession *self = SP_SESSION (object);

  switch (id)
    {
    case PROP_ANALYSIS:
      g_value_set_object (value, self->shown.analysis);
      break;
    case PROP_POLICY:
      g_value_set_object (value, self->shown.policy);
      break;
    case PROP_PROBLEM:
      g_value_set_object (value, self->shown.problem);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, sp_session_get_busy (self));
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_BREAKDOWN:
      g_value_set_int (value, self->breakdown);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, sp_session_get_can_go_back (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->removed->len > 0 || _sp_session_can_undo_change (self));
      break;
    case PROP_LIBRARY_PROBLEM:
      g_value_set_string (value, self->library_problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sp_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE)
    sp_session_set_page (SP_SESSION (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_session_dispose (GObject *object)
{
  SpSession *self = SP_SESSION (object);

  g_cancellable_cancel (self->shown.cancellable);
  _sp_session_clear_queue (self);
  _sp_session_clear_refresh (self);
  _sp_session_clear_search (self);
  _sp_session_clear_removal (self);
  _sp_session_clear_library (self);
  _sp_session_clear_review (self);
  g_clear_object (&self->shown.cancellable);
  g_clear_object (&self->shown.analysis);
  g_clear_object (&self->shown.policy);
  g_clear_object (&self->shown.problem);
  g_clear_object (&self->shown.wanted);
  g_clear_pointer (&self->shown.restored_page, g_free);
  g_clear_object (&self->analyzer);
  g_clear_pointer (&self->knowledge, sp_knowledge_unref);
  g_clear_object (&self->preferences);
  _sp_session_clear_places (self);
  G_OBJECT_CLASS (sp_session_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  signals[EVIDENCE_REQUESTED] = g_signal_new ("evidence-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT64,
                                              G_TYPE_UINT64);
  signals[FINDING_DISMISSED] = g_signal_new ("finding-dismissed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REVIEW_CHANGED] = g_signal_new ("review-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);
  signals[POLICY_REMOVED] = g_signal_new ("policy-removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROGRESSED] = g_signal_new ("progressed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[QUEUE_ENDED] = g_signal_new ("queue-ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[TAGS_CORRECTED] = g_signal_new ("tags-corrected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SEARCHED] = g_signal_new ("searched", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    0);
}

static void
sp_session_class_init (SpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sp_session_get_property;
  object_class->set_property = sp_session_set_property;
  object_class->dispose = sp_session_dispose;

  properties[PROP_ANALYSIS] = g_param_spec_object ("analysis", NULL, NULL, SP_TYPE_ANALYSIS, read);
  properties[PROP_POLICY] = g_param_spec_object ("policy", NULL, NULL, SP_TYPE_POLICY, read);
  properties[PROP_PROBLEM] = g_param_spec_object ("problem", NULL, NULL, SP_TYPE_IMPORT, read);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "overview",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                 | G_PARAM_STATIC_STRINGS);
  properties[PROP_BREAKDOWN] = g_param_spec_int ("breakdown", NULL, NULL, SP_SESSION_NO_BREAKDOWN,
                                                 SP_N_DIMENSIONS, SP_SESSION_NO_BREAKDOWN, read);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, read);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  properties[PROP_LIBRARY_PROBLEM] = g_param_spec_string ("library-problem", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (klass));
}

static void
sp_session_init (SpSession *self)
{
  _sp_session_init_places (self);
  _sp_session_init_queue (self);
  _sp_session_init_library (self);
  _sp_session_init_review (self);
  _sp_session_init_removal (self);
  _sp_session_init_search (self);
  _sp_session_init_notes (self);
}

/**
 * sp_session_new:
 * @library_path: (nullable): the database, or %NULL to keep nothing
 * @model_path: (nullable): the weights of the tagger
 *
 * Knowledge and library are loaded in the background; what is opened meanwhile waits.
 *
 * Returns: (transfer full): a session that shows nothing
 */
SpSession *
sp_session_new (SpPreferences *preferences, const char *library_path, const char *model_path)
{
  SpSession *self = g_object_new (SP_TYPE_SESSION, NULL);

  self->preferences = g_object_ref (preferences);
  load_knowledge (self, model_path);
  self->library_path = g_strdup (library_path);
  if (library_path != NULL)
    _sp_session_open_library (self);
  return self;
}

/**
 * sp_session_get_preferences:
 *
 * Returns: what the reader chose
 */
SpPreferences *
sp_session_get_preferences (SpSession *self)
{
  return self->preferences;
}

/**
 * sp_session_get_knowledge:
 *
 * Returns: (nullable): the rules, once they are read
 */
const SpKnowledge *
sp_session_get_knowledge (SpSession *self)
{
  return self->knowledge;
}

/**
 * sp_session_get_analyzer:
 *
 * Returns: (nullable): what analyses, once the rules are read
 */
SpAnalyzer *
sp_session_get_analyzer (SpSession *self)
{
  return self->analyzer;
}

/**
 * sp_session_get_imports:
 *
 * Returns: (element-type SpImport): what waits, runs or failed
 */
GListModel *
sp_session_get_imports (SpSession *self)
{
  return G_LIST_MODEL (self->queue.imports);
}

/**
 * sp_session_get_policies:
 *
 * Returns: (element-type SpPolicy): the library, the latest first
 */
GListModel *
sp_session_get_policies (SpSession *self)
{
  return G_LIST_MODEL (self->policies);
}

/**
 * sp_session_get_analysis:
 *
 * Returns: (nullable): what is shown
 */
SpAnalysis *
sp_session_get_analysis (SpSession *self)
{
  return self->shown.analysis;
}

/**
 * sp_session_get_policy:
 *
 * Returns: (nullable): the row of what is shown
 */
SpPolicy *
sp_session_get_policy (SpSession *self)
{
  return self->shown.policy;
}

/**
 * sp_session_get_problem:
 *
 * Returns: (nullable): the failed import that is shown
 */
SpImport *
sp_session_get_problem (SpSession *self)
{
  return self->shown.problem;
}

/* The same text, seen in another way: nobody has to go elsewhere for that. */
void
_sp_session_replace_analysis (SpSession *self, SpAnalysis *analysis)
{
  if (g_set_object (&self->shown.analysis, analysis))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANALYSIS]);
}

/* Shows @analysis (nothing if NULL) as the one of @policy. */
void
_sp_session_show (SpSession *self, SpPolicy *policy, SpAnalysis *analysis)
{
  gboolean is_new = analysis != self->shown.analysis;
  g_autoptr (SpAnalysis) laid = NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&self->shown.problem, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  if (g_set_object (&self->shown.policy, policy))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POLICY]);
  if (is_new)
    {
      _sp_session_forget_places (self);
      _sp_session_forget_changes (self);
      laid = _sp_session_lay_review (self, policy, analysis);
      _sp_session_replace_analysis (self, laid);
      sp_session_set_page (self, "overview");
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * sp_session_show_problem:
 *
 * Shows why @import failed.
 */
void
sp_session_show_problem (SpSession *self, SpImport *import)
{
  if (g_set_object (&self->shown.problem, import))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

void
_sp_session_notify_busy (SpSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
_sp_session_notify_can_undo (SpSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

void
_sp_session_set_library_problem (SpSession *self, const char *message)
{
  g_autofree char *old = self->library_problem;

  self->library_problem = g_strdup (message);
  if (g_strcmp0 (old, message) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY_PROBLEM]);
}

void
_sp_session_notify_progress (SpSession *self)
{
  g_signal_emit (self, signals[PROGRESSED], 0);
}

void
_sp_session_notify_queue_ended (SpSession *self)
{
  g_signal_emit (self, signals[QUEUE_ENDED], 0, self->queue.n_done, self->queue.n_failed);
}

void
_sp_session_tell (SpSession *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_signal_emit (self, signals[MESSAGE], 0, text);
}
