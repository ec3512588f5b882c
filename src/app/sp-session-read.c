/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a row of the library to its analysis: what the reader objected to and the bytes are loaded, and
 * the bytes analysed again, which takes milliseconds. */
#include "config.h"

#include "sp-session-private.h"

static void
analyzed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SpAnalysis *analysis = sp_analyzer_analyze_finish (SP_ANALYZER (object), result, &error);

  if (analysis != NULL)
    g_task_return_pointer (task, analysis, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SpSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SpSource) source = sp_library_load_finish (SP_LIBRARY (object), result, &error);

  if (source == NULL)
    g_task_return_error (task, error);
  else if (self->analyzer == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closing");
  else
    sp_analyzer_analyze_async (self->analyzer, source, NULL, g_task_get_cancellable (task), analyzed_cb,
                               g_object_ref (task));
}

static void
review_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SpPolicy *policy = g_task_get_task_data (task);

  /* Without it the policy can be read all the same. */
  _sp_session_take_review (policy, SP_LIBRARY (object), result);
  sp_library_load_async (SP_LIBRARY (object), sp_library_entry_get_id (sp_policy_get_entry (policy)),
                         g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
}

/* Analyses @policy again, or takes the analysis of one that is not kept. Needs the analyzer. */
void
_sp_session_read_async (SpSession *self, SpPolicy *policy, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SpLibraryEntry *entry = sp_policy_get_entry (policy);

  g_task_set_source_tag (task, _sp_session_read_async);
  g_task_set_task_data (task, g_object_ref (policy), g_object_unref);
  if (entry == NULL)
    g_task_return_pointer (task, g_object_ref (sp_policy_get_analysis (policy)), g_object_unref);
  else
    sp_library_load_review_async (self->library, sp_library_entry_get_id (entry), cancellable,
                                  review_loaded_cb, g_object_ref (task));
}

/* Returns: (transfer full): the analysis, without what the reader says */
SpAnalysis *
_sp_session_read_finish (SpSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
