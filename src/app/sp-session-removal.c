/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is taken off the list, one or several at once, and brought back. */
#include "config.h"

#include "sp-session-private.h"

#include <glib/gi18n.h>

/* A removed policy, where it stood, and with which others it went. */
typedef struct
{
  SpPolicy *policy; /* (owned) */
  guint position;
  guint group;
} Removed;

static void
removed_clear (gpointer data)
{
  g_object_unref (((Removed *) data)->policy);
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

static gboolean
remove_policy (SpSession *self, SpPolicy *policy, guint group)
{
  SpLibraryEntry *entry = sp_policy_get_entry (policy);
  Removed removed = { g_object_ref (policy), 0, group };

  if (!g_list_store_find (self->policies, policy, &removed.position))
    {
      removed_clear (&removed);
      return FALSE;
    }
  g_array_append_val (self->removed, removed);
  g_list_store_remove (self->policies, removed.position);
  if (entry != NULL && self->library != NULL)
    sp_library_remove_async (self->library, sp_library_entry_get_id (entry), NULL, _sp_session_change_cb,
                             _sp_session_begin_change (self));
  return TRUE;
}

/* @entry was still on its way into the library when its row was removed. */
void
_sp_session_remove_entry (SpSession *self, SpLibraryEntry *entry)
{
  for (guint i = 0; i < self->removed->len; i++)
    {
      SpPolicy *policy = g_array_index (self->removed, Removed, i).policy;

      if (g_strcmp0 (sp_policy_get_sha256 (policy), sp_library_entry_get_sha256 (entry)) == 0)
        sp_policy_set_entry (policy, entry);
    }
  sp_library_remove_async (self->library, sp_library_entry_get_id (entry), NULL, _sp_session_change_cb,
                           _sp_session_begin_change (self));
}

static char *
dup_removal_title (GPtrArray *policies)
{
  SpPolicyFacts facts = sp_policy_get_facts (g_ptr_array_index (policies, 0));
  g_autofree char *title = sp_policy_facts_dup_title (&facts);

  if (policies->len == 1)
    /* Translators: %s is the title of a policy */
    return g_strdup_printf (_("“%s” removed"), title);
  return g_strdup_printf (ngettext ("%u policy removed", "%u policies removed", policies->len), policies->len);
}

/**
 * sp_session_remove_policies:
 * @policies: (element-type SpPolicy): of the list
 *
 * Takes policies off the list; one sp_session_undo() brings them all back.
 */
void
sp_session_remove_policies (SpSession *self, GPtrArray *policies)
{
  g_autofree char *text = policies->len > 0 ? dup_removal_title (policies) : NULL;
  guint group = ++self->n_removals;
  guint lowest = G_MAXUINT, n_removed = 0;
  gboolean removed_shown = FALSE;

  _sp_session_forget_changes (self);
  for (guint i = 0; i < policies->len; i++)
    if (remove_policy (self, g_ptr_array_index (policies, i), group))
      {
        n_removed++;
        lowest = MIN (lowest, g_array_index (self->removed, Removed, self->removed->len - 1).position);
        removed_shown |= g_ptr_array_index (policies, i) == self->shown.policy;
      }
  if (n_removed == 0)
    return;
  if (removed_shown)
    show_neighbour (self, lowest);
  _sp_session_notify_can_undo (self);
  g_signal_emit_by_name (self, "policy-removed", text);
}

static SpPolicy *
restore_last (SpSession *self)
{
  const Removed *last = &g_array_index (self->removed, Removed, self->removed->len - 1);
  guint n_policies = g_list_model_get_n_items (G_LIST_MODEL (self->policies));
  SpPolicy *policy = g_object_ref (last->policy);
  SpLibraryEntry *entry = sp_policy_get_entry (policy);

  g_list_store_insert (self->policies, MIN (last->position, n_policies), policy);
  g_array_set_size (self->removed, self->removed->len - 1);
  if (entry != NULL && self->library != NULL)
    sp_library_restore_async (self->library, sp_library_entry_get_id (entry), NULL, _sp_session_change_cb,
                              _sp_session_begin_change (self));
  return policy;
}

/**
 * sp_session_undo:
 *
 * Takes the last change of the review back; else brings the policies back that were removed last, to
 * their old places, and shows one of them.
 */
void
sp_session_undo (SpSession *self)
{
  g_autoptr (SpPolicy) policy = NULL;
  guint group;

  if (_sp_session_can_undo_change (self))
    {
      _sp_session_undo_change (self);
      return;
    }
  if (self->removed->len == 0)
    return;
  group = g_array_index (self->removed, Removed, self->removed->len - 1).group;
  while (self->removed->len > 0
         && g_array_index (self->removed, Removed, self->removed->len - 1).group == group)
    {
      g_clear_object (&policy);
      policy = restore_last (self);
    }
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
    sp_library_purge_async (self->library, NULL, _sp_session_change_cb, _sp_session_begin_change (self));
  _sp_session_notify_can_undo (self);
}

void
_sp_session_init_removal (SpSession *self)
{
  self->removed = g_array_new (FALSE, FALSE, sizeof (Removed));
  g_array_set_clear_func (self->removed, removed_clear);
}

void
_sp_session_clear_removal (SpSession *self)
{
  g_clear_pointer (&self->removed, g_array_unref);
}
