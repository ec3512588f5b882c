/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader objects to and what matters to the reader, laid over what is shown. */
#include "config.h"

#include "sp-session-private.h"

/* Lays what is known of the reader over @analysis. */
SpAnalysis *
_sp_session_lay_review (SpSession *self, SpPolicy *policy, SpAnalysis *analysis)
{
  SpReview *review = policy != NULL ? sp_policy_get_review (policy) : NULL;
  SpProfile *profile = self->review.profile;

  if (analysis == NULL)
    return NULL;
  if (review != NULL && sp_review_is_empty (review))
    review = NULL;
  if (profile != NULL && sp_profile_is_default (profile))
    profile = NULL;
  return sp_analysis_review (analysis, review, profile);
}

/* Shows the same analysis again, as it is now seen. */
static void
lay_again (SpSession *self)
{
  g_autoptr (SpAnalysis) reviewed = NULL;

  if (self->shown.analysis == NULL)
    return;
  reviewed = _sp_session_lay_review (self, self->shown.policy, self->shown.analysis);
  _sp_session_replace_analysis (self, reviewed);
}

static void
set_review (SpSession *self, SpReview *review)
{
  sp_policy_set_review (self->shown.policy, review);
  lay_again (self);
  g_signal_emit_by_name (self, "review-changed");
}

/* An empty review stands for none, so that a step back from the first objection has somewhere to go. */
static SpReview *
dup_review (SpSession *self)
{
  SpReview *review = self->shown.policy != NULL ? sp_policy_get_review (self->shown.policy) : NULL;

  return review != NULL ? sp_review_ref (review) : sp_review_new ();
}

/* Takes @changed over from the reader, who can go back. */
static void
take_change (SpSession *self, SpReview *changed)
{
  g_ptr_array_add (self->review.undo, dup_review (self));
  set_review (self, changed);
  sp_review_unref (changed);
  _sp_session_notify_can_undo (self);
}

/**
 * sp_session_get_review:
 *
 * Returns: (nullable): what the reader objects to in what is shown
 */
SpReview *
sp_session_get_review (SpSession *self)
{
  return self->shown.policy != NULL ? sp_policy_get_review (self->shown.policy) : NULL;
}

/**
 * sp_session_set_review:
 * @review: (nullable): as it was kept
 *
 * Lays a review over what is shown, in the place of another one. Nothing can be undone then.
 */
void
sp_session_set_review (SpSession *self, SpReview *review)
{
  if (self->shown.policy == NULL)
    return;
  _sp_session_forget_changes (self);
  sp_policy_set_review (self->shown.policy, review);
  lay_again (self);
}

/**
 * sp_session_get_profile:
 *
 * Returns: (nullable): what matters to the reader
 */
SpProfile *
sp_session_get_profile (SpSession *self)
{
  return self->review.profile;
}

/**
 * sp_session_set_profile:
 * @profile: (nullable): %NULL for the rubric's own view
 *
 * Weighs what is shown, and all that will be, as @profile says.
 */
void
sp_session_set_profile (SpSession *self, SpProfile *profile)
{
  SpProfile *old = self->review.profile;

  self->review.profile = profile != NULL ? sp_profile_ref (profile) : NULL;
  g_clear_pointer (&old, sp_profile_unref);
  lay_again (self);
}

/**
 * sp_session_dismiss_finding:
 * @finding: as "SELL_AFFIRMED"
 * @title: what the reader knows it by
 *
 * Leaves a finding out of the scores, because the reader says it is wrong; sp_session_undo() brings it
 * back.
 */
void
sp_session_dismiss_finding (SpSession *self, const char *finding, const char *title)
{
  g_autoptr (SpReview) review = NULL;

  if (self->shown.policy == NULL)
    return;
  review = dup_review (self);
  take_change (self, sp_review_set_dismissed (review, finding, TRUE));
  g_signal_emit_by_name (self, "finding-dismissed", title);
}

/**
 * sp_session_restore_finding:
 * @finding: that was dismissed
 *
 * Counts a finding again.
 */
void
sp_session_restore_finding (SpSession *self, const char *finding)
{
  g_autoptr (SpReview) review = NULL;

  if (self->shown.policy == NULL)
    return;
  review = dup_review (self);
  take_change (self, sp_review_set_dismissed (review, finding, FALSE));
}

/**
 * sp_session_correct_tags:
 * @segment: a clause
 * @categories: (nullable): points at the bits of its tags; %NULL takes the correction back
 *
 * Says what a clause speaks of, whatever the tagger says.
 */
void
sp_session_correct_tags (SpSession *self, guint segment, const guint *categories)
{
  g_autoptr (SpReview) review = NULL;

  if (self->shown.policy == NULL)
    return;
  review = dup_review (self);
  take_change (self, sp_review_set_tags (review, self->shown.analysis, segment, categories));
  g_signal_emit_by_name (self, "tags-corrected");
}

gboolean
_sp_session_can_undo_change (SpSession *self)
{
  return self->review.undo->len > 0;
}

void
_sp_session_undo_change (SpSession *self)
{
  g_autoptr (SpReview) last = g_ptr_array_steal_index (self->review.undo, self->review.undo->len - 1);

  set_review (self, last);
  _sp_session_notify_can_undo (self);
}

/* Another policy is shown, or another step is the last one: there is no way back to these. */
void
_sp_session_forget_changes (SpSession *self)
{
  if (self->review.undo->len == 0)
    return;
  g_ptr_array_set_size (self->review.undo, 0);
  _sp_session_notify_can_undo (self);
}

void
_sp_session_init_review (SpSession *self)
{
  self->review.undo = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_review_unref);
}

void
_sp_session_clear_review (SpSession *self)
{
  g_clear_pointer (&self->review.profile, sp_profile_unref);
  g_clear_pointer (&self->review.undo, g_ptr_array_unref);
}
