/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as the session sees it: what is kept, and opened again. */
#include "config.h"

#include "sp-session-private.h"

#include <glib/gi18n.h>

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

/* The row of that file, or nothing. */
SpPolicy *
_sp_session_find_policy (SpSession *self, const char *sha256)
{
  guint position;

  return find_policy (self, sha256, &position);
}

/* On top; one that is there already is replaced, so that no policy stands in the list twice. */
static void
put_policy (SpSession *self, SpPolicy *policy)
{
  guint position = 0;
  g_autoptr (SpPolicy) old = find_policy (self, sp_policy_get_sha256 (policy), &position);

  g_list_store_splice (self->policies, position, old != NULL, (gpointer *) &policy, 1);
}

/* All at once, for a list of thousands; what was opened meanwhile stands there already. */
static void
append_entries (SpSession *self, GPtrArray *entries)
{
  GListModel *policies = G_LIST_MODEL (self->policies);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (policies); i++)
    {
      g_autoptr (SpPolicy) policy = g_list_model_get_item (policies, i);

      g_hash_table_add (known, (gpointer) sp_policy_get_sha256 (policy));
    }
  for (guint i = 0; i < entries->len; i++)
    {
      SpLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (!g_hash_table_contains (known, sp_library_entry_get_sha256 (entry)))
        g_ptr_array_add (rows, sp_policy_new_for_entry (entry));
    }
  g_list_store_splice (self->policies, g_list_model_get_n_items (policies), 0, rows->pdata, rows->len);
}

/* Whoever closes the program waits for it. Returns: (transfer full): what the callback gets */
gpointer
_sp_session_begin_change (SpSession *self)
{
  self->n_changes++;
  return g_object_ref (self);
}

/* Puts the entry into the place of the row that was shown until it was kept. */
static void
added (SpSession *self, GObject *library, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpLibraryEntry) entry = sp_library_add_finish (SP_LIBRARY (library), result, &error);
  g_autoptr (SpPolicy) policy = NULL, row = NULL;
  gboolean is_shown;

  if (!is_alive (self))
    return;
  if (entry == NULL)
    {
      _sp_session_tell (self, _("Not kept in the library: %s"), error->message);
      return;
    }
  row = _sp_session_find_policy (self, sp_library_entry_get_sha256 (entry));
  if (row == NULL)
    {
      _sp_session_remove_entry (self, entry);
      return;
    }
  policy = sp_policy_new_for_entry (entry);
  is_shown = self->shown.policy != NULL
             && g_strcmp0 (sp_policy_get_sha256 (self->shown.policy), sp_policy_get_sha256 (policy)) == 0;
  sp_policy_set_review (policy, is_shown ? sp_session_get_review (self) : sp_policy_get_review (row));
  put_policy (self, policy);
  if (is_shown)
    _sp_session_show (self, policy, self->shown.analysis);
  _sp_session_settle_review (self, policy);
}

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;

  added (self, object, result);
  self->n_changes--;
}

static void
keep (SpSession *self, SpAnalysis *analysis)
{
  if (self->library != NULL && sp_preferences_get_keep_library (self->preferences))
    sp_library_add_async (self->library, analysis, NULL, added_cb, _sp_session_begin_change (self));
}

/* The row of the same file stays where the library is not to be changed: it has what the reader said of it. */
static SpPolicy *
find_kept (SpSession *self, SpAnalysis *analysis)
{
  g_autoptr (SpPolicy) row
    = _sp_session_find_policy (self, sp_document_get_sha256 (sp_analysis_get_document (analysis)));

  if (row == NULL || sp_policy_get_entry (row) == NULL || sp_preferences_get_keep_library (self->preferences))
    return NULL;
  return g_steal_pointer (&row);
}

/* Puts a new result on the list, keeps it if the reader wants that, and shows it if @show. */
void
_sp_session_keep (SpSession *self, SpAnalysis *analysis, gboolean show)
{
  g_autoptr (SpPolicy) kept = find_kept (self, analysis);
  g_autoptr (SpPolicy) policy = kept == NULL ? sp_policy_new_for_analysis (analysis) : NULL;

  if (policy != NULL)
    put_policy (self, policy);
  if (show)
    _sp_session_show (self, kept != NULL ? kept : policy, analysis);
  if (kept != NULL)
    _sp_session_settle_review (self, kept);
  keep (self, analysis);
}

/* What was opened while there was no library. */
static void
keep_rest (SpSession *self)
{
  GListModel *policies = G_LIST_MODEL (self->policies);

  for (guint i = 0; i < g_list_model_get_n_items (policies); i++)
    {
      g_autoptr (SpPolicy) policy = g_list_model_get_item (policies, i);

      if (sp_policy_get_entry (policy) == NULL)
        keep (self, sp_policy_get_analysis (policy));
    }
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = sp_library_list_finish (SP_LIBRARY (object), result, &error);
  gboolean was_closed = self->library_problem != NULL;

  if (!is_alive (self))
    return;
  if (entries == NULL)
    {
      g_clear_object (&self->library);
      _sp_session_set_library_problem (self, error->message);
      _sp_session_tell (self, _("The library cannot be opened"));
      return;
    }
  _sp_session_set_library_problem (self, NULL);
  append_entries (self, entries);
  if (was_closed)
    keep_rest (self);
  _sp_session_restore (self);
  _sp_session_refresh_next (self);
}

void
_sp_session_change_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sp_library_change_finish (SP_LIBRARY (object), result, &error) && is_alive (self))
    _sp_session_tell (self, _("The library could not be changed: %s"), error->message);
  self->n_changes--;
}

/**
 * sp_session_finish:
 *
 * Stops the queue, and waits until the library has all that is to be kept: at the end of the program, when no
 * window is left to be held up by that.
 */
void
sp_session_finish (SpSession *self)
{
  self->is_closing = TRUE;
  sp_session_cancel (self);
  while (self->n_changes > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What was removed for good in an earlier run goes now, then the list is read. */
void
_sp_session_open_library (SpSession *self)
{
  self->library = sp_library_new (self->library_path);
  sp_library_purge_async (self->library, NULL, NULL, NULL);
  sp_library_list_async (self->library, NULL, listed_cb, g_object_ref (self));
  _sp_session_load_profile (self);
}

/**
 * sp_session_get_library_problem:
 *
 * Returns: (nullable): why the library cannot be opened, and what to do
 */
const char *
sp_session_get_library_problem (SpSession *self)
{
  return self->library_problem;
}

/**
 * sp_session_retry_library:
 *
 * Opens the library again that could not be opened.
 */
void
sp_session_retry_library (SpSession *self)
{
  if (self->library == NULL && self->library_path != NULL)
    _sp_session_open_library (self);
}

/* Other figures for the same file, shown where it stands. */
void
_sp_session_set_entry (SpSession *self, SpPolicy *policy, SpLibraryEntry *entry)
{
  guint position;

  sp_policy_set_entry (policy, entry);
  if (g_list_store_find (self->policies, policy, &position))
    g_list_store_splice (self->policies, position, 1, (gpointer *) &policy, 1);
}

/* Opens what was open when the window was closed. */
void
_sp_session_restore (SpSession *self)
{
  g_autofree char *sha256 = NULL, *page = NULL;
  gboolean restore;
  g_autoptr (SpPolicy) policy = NULL;

  g_object_get (self->preferences, "restore-session", &restore, "last-policy", &sha256, "last-page", &page,
                NULL);
  if (!restore || self->shown.policy != NULL || sp_session_get_busy (self))
    return;
  policy = _sp_session_find_policy (self, sha256);
  if (policy == NULL)
    return;
  self->shown.restored_page = g_steal_pointer (&page);
  sp_session_show_policy (self, policy);
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
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  SpSession *self = SP_SESSION (object);
  g_autoptr (SpAnalysis) analysis = _sp_session_read_finish (self, result, &error);

  if (!is_wanted (opening, error))
    return;
  _sp_session_show (self, opening->policy, analysis);
  if (self->shown.restored_page != NULL)
    sp_session_set_page (self, self->shown.restored_page);
  g_clear_pointer (&self->shown.restored_page, g_free);
  _sp_session_refresh (self, opening->policy, analysis);
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
  if (self->analyzer == NULL)
    {
      g_set_object (&self->shown.wanted, policy);
      return;
    }

  self->shown.cancellable = g_cancellable_new ();
  opening = g_new0 (Opening, 1);
  opening->session = g_object_ref (self);
  opening->policy = g_object_ref (policy);
  opening->cancellable = g_object_ref (self->shown.cancellable);
  _sp_session_read_async (self, policy, opening->cancellable, read_cb, opening);
}

void
_sp_session_init_library (SpSession *self)
{
  self->policies = g_list_store_new (SP_TYPE_POLICY);
}

void
_sp_session_clear_library (SpSession *self)
{
  g_clear_object (&self->policies);
  g_clear_object (&self->library);
  g_clear_pointer (&self->library_path, g_free);
  g_clear_pointer (&self->library_problem, g_free);
}
