/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as the session sees it: what is kept, opened again, removed and brought back. */
#include "config.h"

#include "sp-session-private.h"

#include <glib/gi18n.h>

/* A removed policy and where it stood. */
typedef struct
{
  SpPolicy *policy; /* (owned) */
  guint position;
} Removed;

static void
removed_clear (gpointer data)
{
  g_object_unref (((Removed *) data)->policy);
}

static gboolean
is_alive (SpSession *self)
{
  return self->policies != NULL;
}

static SpPolicy *
find_policy (SpSession *self, const char *sha256, guint *position)
{
  GListModel *policies = G_LIST_MODEL (self->policies);

  for (guint i = 0; i < g_list_model_get_n_items (policies); i++)
    {
      g_autoptr (SpPolicy) policy = g_list_model_get_item (policies, i);

      if (g_strcmp0 (sp_policy_get_sha256 (policy), sha256) == 0)
        {
          *position = i;
          return g_steal_pointer (&policy);
        }
    }
  return NULL;
}

/* On top; one that is there already is replaced, so that no policy stands in the list twice. */
static void
put_policy (SpSession *self, SpPolicy *policy)
{
  guint position = 0;
  g_autoptr (SpPolicy) old = find_policy (self, sp_policy_get_sha256 (policy), &position);

  g_list_store_splice (self->policies, position, old != NULL, (gpointer *) &policy, 1);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = sp_library_list_finish (SP_LIBRARY (object), result, &error);

  if (!is_alive (self))
    return;
  if (entries == NULL)
    {
      _sp_session_tell (self, _("The library cannot be opened: %s"), error->message);
      g_clear_object (&self->library);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (SpPolicy) policy = sp_policy_new_for_entry (g_ptr_array_index (entries, i));
      guint position;
      g_autoptr (SpPolicy) old = find_policy (self, sp_policy_get_sha256 (policy), &position);

      if (old == NULL)
        g_list_store_append (self->policies, policy);
    }
}

static void
ignore_change_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sp_library_change_finish (SP_LIBRARY (object), result, &error) && is_alive (self))
    _sp_session_tell (self, _("The library could not be changed: %s"), error->message);
}

/* What was removed for good in an earlier run goes now, then the list is read. */
void
_sp_session_open_library (SpSession *self, const char *path)
{
  self->library = sp_library_new (path);
  sp_library_purge_async (self->library, NULL, NULL, NULL);
  sp_library_list_async (self->library, NULL, listed_cb, g_object_ref (self));
}

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpLibraryEntry) entry = sp_library_add_finish (SP_LIBRARY (object), result, &error);
  g_autoptr (SpPolicy) policy = NULL;
  gboolean is_shown;

  if (!is_alive (self))
    return;
  if (entry == NULL)
    {
      _sp_session_tell (self, _("Not kept in the library: %s"), error->message);
      return;
    }
  policy = sp_policy_new_for_entry (entry);
  is_shown = self->shown.policy != NULL
             && g_strcmp0 (sp_policy_get_sha256 (self->shown.policy), sp_policy_get_sha256 (policy)) == 0;
  put_policy (self, policy);
  if (is_shown)
    {
      sp_policy_set_review (policy, sp_session_get_review (self));
      _sp_session_show (self, policy, self->shown.analysis);
    }
}

/* Puts a new result on the list, keeps it if the reader wants that, and shows it if @show. */
void
_sp_session_keep (SpSession *self, SpAnalysis *analysis, gboolean show)
{
  g_autoptr (SpPolicy) policy = sp_policy_new_for_analysis (analysis);

  put_policy (self, policy);
  if (show)
    _sp_session_show (self, policy, analysis);
  if (self->library != NULL && sp_preferences_get_keep_library (self->preferences))
    sp_library_add_async (self->library, analysis, NULL, added_cb, g_object_ref (self));
}

/* A kept policy on its way to the page. */
typedef struct
{
  SpSession *session; /* (owned) */
  SpPolicy *policy;   /* (owned) */
  GCancellable *cancellable; /* (owned) */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->session);
  g_object_unref (opening->policy);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Whether the reader still waits for it; says so if it failed. */
static gboolean
is_wanted (Opening *opening, const GError *error)
{
  SpSession *self = opening->session;

  if (!is_alive (self) || g_cancellable_is_cancelled (opening->cancellable))
    return FALSE;
  if (error != NULL)
    _sp_session_tell (self, _("This policy cannot be opened: %s"), error->message);
  return error == NULL;
}

static void
reopened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpAnalysis) analysis = sp_analyzer_analyze_finish (SP_ANALYZER (object), result, &error);

  if (is_wanted (opening, error))
    _sp_session_show (opening->session, opening->policy, analysis);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpSource) source = sp_library_load_finish (SP_LIBRARY (object), result, &error);
  SpAnalyzer *analyzer = opening->session->analyzer;

  if (!is_wanted (opening, error) || analyzer == NULL)
    return;
  sp_analyzer_analyze_async (analyzer, source, NULL, opening->cancellable, reopened_cb, opening);
  g_steal_pointer (&opening);
}

/**
 * sp_session_show_policy:
 * @policy: (nullable): %NULL shows nothing
 *
 * Shows a policy of the list. A kept one is read and analysed again first, which takes milliseconds;
 * a later call takes the place of one that is still under way.
 */
void
sp_session_show_policy (SpSession *self, SpPolicy *policy)
{
  SpLibraryEntry *entry = policy != NULL ? sp_policy_get_entry (policy) : NULL;
  Opening *opening;

  g_cancellable_cancel (self->shown.cancellable);
  g_clear_object (&self->shown.cancellable);
  if (policy != NULL && policy == self->shown.policy)
    {
      _sp_session_show (self, policy, self->shown.analysis);
      return;
    }
  if (entry == NULL || self->library == NULL)
    {
      _sp_session_show (self, policy, policy != NULL ? sp_policy_get_analysis (policy) : NULL);
      return;
    }

  self->shown.cancellable = g_cancellable_new ();
  opening = g_new0 (Opening, 1);
  opening->session = g_object_ref (self);
  opening->policy = g_object_ref (policy);
  opening->cancellable = g_object_ref (self->shown.cancellable);
  sp_library_load_async (self->library, sp_library_entry_get_id (entry), opening->cancellable, loaded_cb,
                         opening);
}

/* The row that takes the place of the one at @position, or nothing. */
static void
show_neighbour (SpSession *self, guint position)
{
  GListModel *policies = G_LIST_MODEL (self->policies);
  guint n_policies = g_list_model_get_n_items (policies);
  g_autoptr (SpPolicy) next = NULL;

  if (n_policies > 0)
    next = g_list_model_get_item (policies, MIN (position, n_policies - 1));
  sp_session_show_policy (self, next);
}

/**
 * sp_session_remove_policy:
 *
 * Takes a policy off the list; sp_session_undo() brings it back.
 */
void
sp_session_remove_policy (SpSession *self, SpPolicy *policy)
{
  SpLibraryEntry *entry = sp_policy_get_entry (policy);
  SpPolicyFacts facts = sp_policy_get_facts (policy);
  g_autofree char *title = sp_policy_facts_dup_title (&facts);
  Removed removed = { g_object_ref (policy), 0 };

  if (!g_list_store_find (self->policies, policy, &removed.position))
    {
      removed_clear (&removed);
      return;
    }
  _sp_session_forget_changes (self);
  g_array_append_val (self->removed, removed);
  g_list_store_remove (self->policies, removed.position);
  if (entry != NULL && self->library != NULL)
    sp_library_remove_async (self->library, sp_library_entry_get_id (entry), NULL, ignore_change_cb,
                             g_object_ref (self));
  if (policy == self->shown.policy)
    show_neighbour (self, removed.position);
  _sp_session_notify_can_undo (self);
  g_signal_emit_by_name (self, "policy-removed", title);
}

/**
 * sp_session_undo:
 *
 * Takes the last change of the review back; else brings the policy back that was removed last, to its old
 * place, and shows it.
 */
void
sp_session_undo (SpSession *self)
{
  Removed last;
  g_autoptr (SpPolicy) policy = NULL;
  SpLibraryEntry *entry;
  guint n_policies = g_list_model_get_n_items (G_LIST_MODEL (self->policies));

  if (_sp_session_can_undo_change (self))
    {
      _sp_session_undo_change (self);
      return;
    }
  if (self->removed->len == 0)
    return;
  last = g_array_index (self->removed, Removed, self->removed->len - 1);
  policy = g_object_ref (last.policy);
  g_array_set_size (self->removed, self->removed->len - 1);
  entry = sp_policy_get_entry (policy);
  if (entry != NULL && self->library != NULL)
    sp_library_restore_async (self->library, sp_library_entry_get_id (entry), NULL, ignore_change_cb,
                              g_object_ref (self));
  g_list_store_insert (self->policies, MIN (last.position, n_policies), policy);
  sp_session_show_policy (self, policy);
  _sp_session_notify_can_undo (self);
}

/**
 * sp_session_forget_removed:
 *
 * Deletes for good what was removed, once nobody can undo it any more.
 */
void
sp_session_forget_removed (SpSession *self)
{
  g_array_set_size (self->removed, 0);
  if (self->library != NULL)
    sp_library_purge_async (self->library, NULL, ignore_change_cb, g_object_ref (self));
  _sp_session_notify_can_undo (self);
}

void
_sp_session_init_library (SpSession *self)
{
  self->policies = g_list_store_new (SP_TYPE_POLICY);
  self->removed = g_array_new (FALSE, FALSE, sizeof (Removed));
  g_array_set_clear_func (self->removed, removed_clear);
}

void
_sp_session_clear_library (SpSession *self)
{
  g_clear_object (&self->policies);
  g_clear_pointer (&self->removed, g_array_unref);
  g_clear_object (&self->library);
}
