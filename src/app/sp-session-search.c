/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over all policies of the library, and the way from a hit to its clause. */
#include "config.h"

#include "sp-session-private.h"

#include <glib/gi18n.h>

/* More would not be read. */
#define MAX_HITS 200

/* How many of the first stay as they are. */
static guint
count_alike (GListModel *shown, GPtrArray *rows)
{
  guint n = MIN (g_list_model_get_n_items (shown), rows->len);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SpHit) hit = g_list_model_get_item (shown, i);

      if (!sp_hit_equal (hit, g_ptr_array_index (rows, i)))
        return i;
    }
  return n;
}

/* To look each hit up in the list of a large library would take longer than a frame. */
static GHashTable *
index_policies (SpSession *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *policies = G_LIST_MODEL (self->policies);

  for (guint i = 0; i < g_list_model_get_n_items (policies); i++)
    {
      g_autoptr (SpPolicy) policy = g_list_model_get_item (policies, i);

      /* The list holds it, and its name with it. */
      g_hash_table_insert (index, (gpointer) sp_policy_get_sha256 (policy), policy);
    }
  return index;
}

static void
show_hits (SpSession *self, GPtrArray *hits)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) index = index_policies (self);
  GListModel *shown = G_LIST_MODEL (self->search.hits);
  guint n_alike;

  self->search.has_more = hits->len > MAX_HITS;
  for (guint i = 0; i < MIN (hits->len, MAX_HITS); i++)
    {
      const SpLibraryHit *hit = g_ptr_array_index (hits, i);
      SpPolicy *policy = g_hash_table_lookup (index, sp_library_entry_get_sha256 (hit->entry));

      /* One that was removed meanwhile is not shown. */
      if (policy != NULL)
        g_ptr_array_add (rows, sp_hit_new (policy, hit));
    }
  n_alike = count_alike (shown, rows);
  g_list_store_splice (self->search.hits, n_alike, g_list_model_get_n_items (shown) - n_alike,
                       rows->pdata + n_alike, rows->len - n_alike);
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = sp_library_search_finish (SP_LIBRARY (object), result, &error);

  if (self->policies == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (hits == NULL)
    _sp_session_tell (self, _("The library could not be searched: %s"), error->message);
  else
    show_hits (self, hits);
  g_signal_emit_by_name (self, "searched");
}

/**
 * sp_session_search:
 * @words: nothing is found without any
 *
 * Searches the library; what is found stands in sp_session_get_hits() when "searched" is emitted. A
 * later search takes the place of one that is still under way.
 */
void
sp_session_search (SpSession *self, const char *words)
{
  g_cancellable_cancel (self->search.cancellable);
  g_clear_object (&self->search.cancellable);
  if (*words == '\0' || self->library == NULL)
    {
      g_list_store_remove_all (self->search.hits);
      self->search.has_more = FALSE;
      g_signal_emit_by_name (self, "searched");
      return;
    }
  self->search.cancellable = g_cancellable_new ();
  sp_library_search_async (self->library, words, MAX_HITS + 1, self->search.cancellable, searched_cb,
                           g_object_ref (self));
}

/**
 * sp_session_get_hits:
 *
 * Returns: (element-type SpHit): what the last search found, the best first
 */
GListModel *
sp_session_get_hits (SpSession *self)
{
  return G_LIST_MODEL (self->search.hits);
}

/**
 * sp_session_get_has_more_hits:
 *
 * Returns: whether the last search found more than it gives
 */
gboolean
sp_session_get_has_more_hits (SpSession *self)
{
  return self->search.has_more;
}

/* The policy may still be on its way to the page. */
static void
reveal_hit_cb (SpSession *self)
{
  SpEvidence place = { 0 };

  if (self->search.opened == NULL || self->shown.analysis == NULL
      || self->shown.policy != sp_hit_get_policy (self->search.opened))
    return;
  place.segment = sp_hit_get_segment (self->search.opened);
  g_clear_object (&self->search.opened);
  if (place.segment != SP_LIBRARY_HIT_TITLE)
    sp_session_reveal (self, &place);
}

/**
 * sp_session_open_hit:
 *
 * Shows the clause that was found.
 */
void
sp_session_open_hit (SpSession *self, SpHit *hit)
{
  g_set_object (&self->search.opened, hit);
  sp_session_show_policy (self, sp_hit_get_policy (hit));
  reveal_hit_cb (self);
}

void
_sp_session_init_search (SpSession *self)
{
  self->search.hits = g_list_store_new (SP_TYPE_HIT);
  g_signal_connect (self, "notify::analysis", G_CALLBACK (reveal_hit_cb), NULL);
}

void
_sp_session_clear_search (SpSession *self)
{
  g_cancellable_cancel (self->search.cancellable);
  g_clear_object (&self->search.cancellable);
  g_clear_object (&self->search.opened);
  g_clear_object (&self->search.hits);
}
