/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-review-private.h"

#include <string.h>

static void
remark_free (SpRemark *remark)
{
  g_free (remark->finding);
  g_free (remark->quote);
  g_free (remark);
}

/**
 * sp_remark_new:
 *
 * Returns: (transfer full): a remark; strings are copied
 */
SpRemark *
sp_remark_new (const char *finding, guint categories, gsize start, gsize end, const char *quote)
{
  SpRemark *remark = g_new0 (SpRemark, 1);

  remark->finding = g_strdup (finding);
  remark->categories = categories;
  remark->start = start;
  remark->end = end;
  remark->quote = g_strdup (quote);
  return remark;
}

/**
 * sp_review_new:
 *
 * Returns: (transfer full): a review without objections
 */
SpReview *
sp_review_new (void)
{
  SpReview *self = g_new0 (SpReview, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->dismissed = g_ptr_array_new_with_free_func (g_free);
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  return self;
}

static SpReview *
review_copy (const SpReview *self)
{
  SpReview *copy = sp_review_new ();

  for (guint i = 0; i < self->dismissed->len; i++)
    g_ptr_array_add (copy->dismissed, g_strdup (self->dismissed->pdata[i]));
  for (guint i = 0; i < self->remarks->len; i++)
    {
      const SpRemark *remark = self->remarks->pdata[i];

      g_ptr_array_add (copy->remarks, sp_remark_new (remark->finding, remark->categories, remark->start,
                                                     remark->end, remark->quote));
    }
  return copy;
}

SpReview *
sp_review_ref (SpReview *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_review_unref (SpReview *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->dismissed);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

/**
 * sp_review_is_empty:
 *
 * Returns: whether there is no objection
 */
gboolean
sp_review_is_empty (SpReview *self)
{
  return self->dismissed->len == 0 && self->remarks->len == 0;
}

/* The place of @finding in the list, or where it would stand. */
static guint
find_dismissed (const SpReview *self, const char *finding, gboolean *found)
{
  guint at = 0;

  while (at < self->dismissed->len && strcmp (self->dismissed->pdata[at], finding) < 0)
    at++;
  *found = at < self->dismissed->len && g_str_equal (self->dismissed->pdata[at], finding);
  return at;
}

/* Adds to a review that nobody else holds yet. */
void
sp_review_add_dismissed (SpReview *self, const char *finding)
{
  gboolean found;
  guint at = find_dismissed (self, finding, &found);

  if (!found)
    g_ptr_array_insert (self->dismissed, at, g_strdup (finding));
}

/**
 * sp_review_is_dismissed:
 * @finding: as "SELL_AFFIRMED"
 *
 * Returns: whether @finding is dismissed everywhere; see also sp_analysis_is_dismissed()
 */
gboolean
sp_review_is_dismissed (SpReview *self, const char *finding)
{
  gboolean found;

  find_dismissed (self, finding, &found);
  return found;
}

/**
 * sp_review_set_dismissed:
 * @finding: as "SELL_AFFIRMED"
 * @dismissed: %FALSE takes the objections to single places of @finding back too
 *
 * Returns: (transfer full): another review
 */
SpReview *
sp_review_set_dismissed (SpReview *self, const char *finding, gboolean dismissed)
{
  SpReview *copy = review_copy (self);
  gboolean found;
  guint at = find_dismissed (copy, finding, &found);

  if (dismissed)
    {
      sp_review_add_dismissed (copy, finding);
      return copy;
    }
  if (found)
    g_ptr_array_remove_index (copy->dismissed, at);
  for (guint i = copy->remarks->len; i > 0; i--)
    if (g_strcmp0 (((SpRemark *) copy->remarks->pdata[i - 1])->finding, finding) == 0)
      g_ptr_array_remove_index (copy->remarks, i - 1);
  return copy;
}

static int
compare_remarks (const SpRemark *a, const SpRemark *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  return g_strcmp0 (a->finding, b->finding);
}

static guint
find_remark (const SpReview *self, const SpRemark *remark, gboolean *found)
{
  guint at = 0;

  while (at < self->remarks->len && compare_remarks (self->remarks->pdata[at], remark) < 0)
    at++;
  *found = at < self->remarks->len && compare_remarks (self->remarks->pdata[at], remark) == 0;
  return at;
}

/**
 * sp_review_add_remark:
 * @remark: (transfer full): takes the place of one of the same kind at the same place
 *
 * Adds to a review that nobody else holds yet.
 */
void
sp_review_add_remark (SpReview *self, SpRemark *remark)
{
  gboolean found;
  guint at = find_remark (self, remark, &found);

  if (found)
    g_ptr_array_remove_index (self->remarks, at);
  g_ptr_array_insert (self->remarks, at, remark);
}

/* Takes away what was said before of this place, also where it was said of another version of the text. */
static void
remove_remarks (SpReview *self, SpAnalysis *analysis, const char *finding, SpSpan span)
{
  g_autoptr (SpOverrides) placed = sp_overrides_new (self, sp_analysis_get_segmentation (analysis));

  for (guint i = 0; i < placed->places->len; i++)
    {
      const SpOverride *override = &g_array_index (placed->places, SpOverride, i);

      if (g_strcmp0 (override->remark->finding, finding) == 0 && sp_span_overlaps (override->span, span))
        g_ptr_array_remove (self->remarks, (gpointer) override->remark);
    }
}

static SpRemark *
remark_on (SpAnalysis *analysis, const char *finding, guint categories, SpSpan span)
{
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  gsize start = g_utf8_pointer_to_offset (text, text + span.start);
  gsize length = g_utf8_pointer_to_offset (text + span.start, text + span.end);
  g_autofree char *quote = sp_span_dup_text (span, text);

  return sp_remark_new (finding, categories, start, start + length, quote);
}

/**
 * sp_review_set_place_dismissed:
 * @analysis: what @evidence is of
 * @finding: as "SELL_AFFIRMED"
 * @evidence: one place of it
 *
 * Dismisses a finding at one place only.
 *
 * Returns: (transfer full): another review
 */
SpReview *
sp_review_set_place_dismissed (SpReview *self, SpAnalysis *analysis, const char *finding,
                               const SpEvidence *evidence, gboolean dismissed)
{
  SpReview *copy = review_copy (self);

  remove_remarks (copy, analysis, finding, evidence->span);
  if (dismissed)
    sp_review_add_remark (copy, remark_on (analysis, finding, 0, evidence->span));
  return copy;
}

/**
 * sp_review_set_tags:
 * @analysis: what @segment is of
 * @segment: a paragraph, list item or row
 * @categories: (nullable): points at the tags that the clause should have, one bit for each #SpCategory
 *   (`1u << SP_CATEGORY_RETENTION`), 0 for none; %NULL takes the correction back
 *
 * Returns: (transfer full): another review
 */
SpReview *
sp_review_set_tags (SpReview *self, SpAnalysis *analysis, guint segment, const guint *categories)
{
  SpReview *copy = review_copy (self);
  guint n_segments;
  const SpSegment *segments
    = sp_segmentation_get_segments (sp_analysis_get_segmentation (analysis), &n_segments);
  SpSpan span;

  g_return_val_if_fail (segment < n_segments, copy);

  span = segments[segment].block->span;
  remove_remarks (copy, analysis, NULL, span);
  if (categories != NULL)
    sp_review_add_remark (copy, remark_on (analysis, NULL, *categories & ((1u << SP_N_CATEGORIES) - 1), span));
  return copy;
}
