/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader says, kept in the library: the review of each policy, and the profile. */
#include "config.h"

#include "sp-session-private.h"

#include <glib/gi18n.h>

/* Takes what sp_library_load_review_async() loaded, unless the reader has said something meanwhile. */
void
_sp_session_take_review (SpPolicy *policy, SpLibrary *library, GAsyncResult *result)
{
  g_autofree char *json = sp_library_load_text_finish (library, result, NULL);
  g_autoptr (SpReview) review = json != NULL ? sp_review_new_from_json (json, -1, NULL) : NULL;

  if (review != NULL && sp_policy_get_review (policy) == NULL)
    sp_policy_set_review (policy, review);
}

static void
keep_review (SpSession *self, SpPolicy *policy)
{
  SpLibraryEntry *entry = sp_policy_get_entry (policy);
  SpReview *review = sp_policy_get_review (policy);
  g_autofree char *json = NULL;

  if (entry == NULL || self->library == NULL)
    return;
  if (review != NULL && !sp_review_is_empty (review))
    json = sp_review_to_json (review);
  sp_library_set_review_async (self->library, sp_library_entry_get_id (entry), json, NULL,
                               _sp_session_change_cb, _sp_session_begin_change (self));
}

static void
review_changed_cb (SpSession *self)
{
  if (self->shown.policy != NULL)
    keep_review (self, self->shown.policy);
}

/* A policy whose review is looked for. */
typedef struct
{
  SpSession *session; /* (owned) */
  SpPolicy *policy;   /* (owned) */
} Settling;

static void
settled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Settling *settling = user_data;
  SpSession *self = settling->session;

  _sp_session_take_review (settling->policy, SP_LIBRARY (object), result);
  if (self->policies != NULL && settling->policy == self->shown.policy
      && sp_policy_get_review (settling->policy) != NULL)
    sp_session_set_review (self, sp_policy_get_review (settling->policy));
  g_object_unref (settling->policy);
  g_object_unref (settling->session);
  g_free (settling);
}

/* A policy was kept: what the reader said of it before that is kept too, and what was said of the same
 * file in an earlier run is laid over it again. */
void
_sp_session_settle_review (SpSession *self, SpPolicy *policy)
{
  Settling *settling;

  if (sp_policy_get_review (policy) != NULL)
    {
      keep_review (self, policy);
      return;
    }
  settling = g_new0 (Settling, 1);
  settling->session = g_object_ref (self);
  settling->policy = g_object_ref (policy);
  sp_library_load_review_async (self->library, sp_library_entry_get_id (sp_policy_get_entry (policy)), NULL,
                                settled_cb, settling);
}

static void
profile_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autofree char *json = sp_library_load_text_finish (SP_LIBRARY (object), result, NULL);
  g_autoptr (SpProfile) profile = json != NULL ? sp_profile_new_from_json (json, -1, NULL) : NULL;

  if (self->policies != NULL && profile != NULL)
    sp_session_set_profile (self, profile);
}

void
_sp_session_load_profile (SpSession *self)
{
  sp_library_load_profile_async (self->library, NULL, profile_loaded_cb, g_object_ref (self));
}

/**
 * sp_session_keep_profile:
 * @profile: what matters to the reader from now on
 *
 * As sp_session_set_profile(), and the library remembers it.
 */
void
sp_session_keep_profile (SpSession *self, SpProfile *profile)
{
  g_autofree char *json = sp_profile_is_default (profile) ? NULL : sp_profile_to_json (profile);

  sp_session_set_profile (self, profile);
  if (self->library != NULL)
    sp_library_set_profile_async (self->library, json, NULL, _sp_session_change_cb, _sp_session_begin_change (self));
}

void
_sp_session_init_notes (SpSession *self)
{
  g_signal_connect (self, "review-changed", G_CALLBACK (review_changed_cb), NULL);
}
