/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-policy.h"

struct _SpPolicy
{
  GObject parent_instance;

  SpLibraryEntry *entry; /* (owned) (nullable) */
  SpAnalysis *analysis;  /* (owned) (nullable): exactly one of the two */
  SpReview *review;      /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SpPolicy, sp_policy, G_TYPE_OBJECT)

static void
sp_policy_finalize (GObject *object)
{
  SpPolicy *self = SP_POLICY (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->analysis);
  g_clear_pointer (&self->review, sp_review_unref);
  G_OBJECT_CLASS (sp_policy_parent_class)->finalize (object);
}

static void
sp_policy_class_init (SpPolicyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_policy_finalize;
}

static void
sp_policy_init (SpPolicy *self)
{
}

/**
 * sp_policy_new_for_entry:
 *
 * Returns: (transfer full): a kept policy
 */
SpPolicy *
sp_policy_new_for_entry (SpLibraryEntry *entry)
{
  SpPolicy *self = g_object_new (SP_TYPE_POLICY, NULL);

  self->entry = g_object_ref (entry);
  return self;
}

/**
 * sp_policy_new_for_analysis:
 *
 * Returns: (transfer full): a policy that is not kept
 */
SpPolicy *
sp_policy_new_for_analysis (SpAnalysis *analysis)
{
  SpPolicy *self = g_object_new (SP_TYPE_POLICY, NULL);

  self->analysis = g_object_ref (analysis);
  return self;
}

/**
 * sp_policy_get_entry:
 *
 * Returns: (nullable): the entry of the library, if it is kept
 */
SpLibraryEntry *
sp_policy_get_entry (SpPolicy *self)
{
  return self->entry;
}

/**
 * sp_policy_set_entry:
 *
 * Takes other figures of the same file.
 */
void
sp_policy_set_entry (SpPolicy *self, SpLibraryEntry *entry)
{
  g_set_object (&self->entry, entry);
}

/**
 * sp_policy_get_analysis:
 *
 * Returns: (nullable): the result, if it is not kept
 */
SpAnalysis *
sp_policy_get_analysis (SpPolicy *self)
{
  return self->analysis;
}

/**
 * sp_policy_get_sha256:
 *
 * Returns: what tells one file from another
 */
const char *
sp_policy_get_sha256 (SpPolicy *self)
{
  if (self->entry != NULL)
    return sp_library_entry_get_sha256 (self->entry);
  return sp_document_get_sha256 (sp_analysis_get_document (self->analysis));
}

static SpPolicyFacts
get_facts_of_analysis (SpAnalysis *analysis)
{
  SpDocument *document = sp_analysis_get_document (analysis);
  const SpFacts *facts = sp_analysis_get_facts (analysis);
  const SpScores *scores = sp_analysis_get_scores (analysis);

  return (SpPolicyFacts) {
    .title = sp_analysis_get_title (analysis),
    .name = sp_document_get_name (document),
    .domain = sp_document_get_domain (document),
    .date = facts->policy_date != NULL ? facts->policy_date : sp_document_get_snapshot_date (document),
    .language = sp_analysis_get_language (analysis),
    .grade = scores->grade,
    .grade_uncertain = scores->grade_uncertain,
  };
}

/**
 * sp_policy_get_facts:
 *
 * Returns: what its row shows; strings live as long as @self
 */
SpPolicyFacts
sp_policy_get_facts (SpPolicy *self)
{
  if (self->entry == NULL)
    return get_facts_of_analysis (self->analysis);
  return (SpPolicyFacts) {
    .title = sp_library_entry_get_title (self->entry),
    .name = sp_library_entry_get_name (self->entry),
    .domain = sp_library_entry_get_domain (self->entry),
    .date = sp_library_entry_get_date (self->entry),
    .language = sp_library_entry_get_language (self->entry),
    .grade = sp_library_entry_get_grade (self->entry),
    .grade_uncertain = sp_library_entry_get_grade_uncertain (self->entry),
  };
}

/**
 * sp_policy_get_review:
 *
 * Returns: (nullable): what the reader objects to in it, as far as it is loaded
 */
SpReview *
sp_policy_get_review (SpPolicy *self)
{
  return self->review;
}

/**
 * sp_policy_set_review:
 * @review: (nullable)
 *
 * Remembers what the reader objects to.
 */
void
sp_policy_set_review (SpPolicy *self, SpReview *review)
{
  SpReview *old = self->review;

  self->review = review != NULL ? sp_review_ref (review) : NULL;
  g_clear_pointer (&old, sp_review_unref);
}
