/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an older version made is made again, one policy after another while nothing else is to be done,
 * so that lists and search speak of what this version sees. */
#include "config.h"

#include "sp-session-private.h"

/* Between two of them, for all else that wants the library or the analyzer. */
#define PAUSE_MS 40

static SpPolicy *
find_outdated (SpSession *self)
{
  GListModel *policies = G_LIST_MODEL (self->policies);

  for (guint i = self->refresh.position; i < g_list_model_get_n_items (policies); i++)
    {
      g_autoptr (SpPolicy) policy = g_list_model_get_item (policies, i);
      SpLibraryEntry *entry = sp_policy_get_entry (policy);

      self->refresh.position = i + 1;
      if (entry != NULL && sp_library_entry_get_is_outdated (entry))
        return g_steal_pointer (&policy);
    }
  return NULL;
}

static gboolean
next_cb (gpointer user_data)
{
  SpSession *self = user_data;

  self->refresh.source = 0;
  _sp_session_refresh_next (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_next (SpSession *self)
{
  if (self->policies != NULL && self->refresh.source == 0)
    self->refresh.source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, next_cb, self, NULL);
}

/* Shows the new figures in the row, whose place and words of the reader it keeps. */
static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autoptr (SpLibraryEntry) entry = sp_library_add_finish (SP_LIBRARY (object), result, NULL);
  g_autoptr (SpPolicy) policy = NULL;

  if (self->policies == NULL || entry == NULL)
    return;
  policy = _sp_session_find_policy (self, sp_library_entry_get_sha256 (entry));
  if (policy != NULL)
    _sp_session_set_entry (self, policy, entry);
}

/* Keeps @analysis in the place of the older one behind @policy, if there is one. */
void
_sp_session_refresh (SpSession *self, SpPolicy *policy, SpAnalysis *analysis)
{
  SpLibraryEntry *entry = sp_policy_get_entry (policy);

  if (self->library != NULL && entry != NULL && sp_library_entry_get_is_outdated (entry))
    sp_library_add_async (self->library, analysis, NULL, added_cb, g_object_ref (self));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpPolicy) policy = user_data;
  SpSession *self = SP_SESSION (object);
  g_autoptr (SpAnalysis) analysis = _sp_session_read_finish (self, result, NULL);

  if (analysis != NULL && self->policies != NULL)
    _sp_session_refresh (self, policy, analysis);
  wait_for_next (self);
}

/* Goes on with the next one that an older version made. */
void
_sp_session_refresh_next (SpSession *self)
{
  g_autoptr (SpPolicy) policy = NULL;

  if (self->library == NULL)
    return;
  if (self->analyzer == NULL || sp_session_get_busy (self))
    {
      wait_for_next (self);
      return;
    }
  policy = find_outdated (self);
  if (policy != NULL)
    _sp_session_read_async (self, policy, NULL, read_cb, g_object_ref (policy));
}

void
_sp_session_clear_refresh (SpSession *self)
{
  g_clear_handle_id (&self->refresh.source, g_source_remove);
}
