/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays a review on a text: finds its places again, and tells what they change. */

#include <string.h>

#include "sp-review-private.h"

/* Walks on through a text, from character to character. */
typedef struct
{
  const char *text;
  gsize length;
  gsize byte;
  gsize character;
} Cursor;

/* The byte at which a character starts that is not before the last one asked for, or the end. */
static gsize
walk_to (Cursor *self, gsize character)
{
  for (; self->character < character && self->byte < self->length; self->character++)
    self->byte += g_utf8_skip[(guchar) self->text[self->byte]];
  return self->byte;
}

/* Where @quote stands in @text, as near to @expected as there is. */
static gboolean
find_nearest (const char *text, const char *quote, gsize expected, gsize *start)
{
  gboolean found = FALSE;
  gsize least = G_MAXSIZE;

  for (const char *at = strstr (text, quote); at != NULL; at = strstr (at + 1, quote))
    {
      gsize here = at - text;
      gsize distance = here < expected ? expected - here : here - expected;

      if (distance >= least)
        break; /* from here on they only move away */
      found = TRUE;
      least = distance;
      *start = here;
    }
  return found;
}

static guint
find_segment (const SpSegment *segments, guint n_segments, gsize start)
{
  for (guint i = 0; i < n_segments; i++)
    if (start < segments[i].block->span.end)
      return i;
  return n_segments;
}

static gboolean
place (const SpRemark *remark, SpSegmentation *segmentation, Cursor *cursor, SpOverride *override)
{
  const char *text = cursor->text;
  gsize expected = walk_to (cursor, remark->start);
  gsize n_bytes = strlen (remark->quote);
  gsize start = expected;
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);

  if (strncmp (text + expected, remark->quote, n_bytes) != 0
      && !find_nearest (text, remark->quote, expected, &start))
    return FALSE;
  override->remark = remark;
  override->span = sp_span (start, start + n_bytes);
  override->segment = find_segment (segments, n_segments, start);
  return override->segment < n_segments;
}

static int
compare_overrides (gconstpointer a, gconstpointer b)
{
  return sp_span_compare (((const SpOverride *) a)->span, ((const SpOverride *) b)->span);
}

/**
 * sp_overrides_new:
 * @segmentation: of the text at hand
 *
 * Finds the places of @review again: where they were if the words still stand there, else where the same
 * words stand nearest.
 *
 * Returns: (transfer full): @review as it applies here
 */
SpOverrides *
sp_overrides_new (SpReview *review, SpSegmentation *segmentation)
{
  SpOverrides *self = g_new0 (SpOverrides, 1);
  Cursor cursor = { NULL };

  cursor.text = sp_document_get_text (sp_segmentation_get_document (segmentation), &cursor.length);
  self->review = sp_review_ref (review);
  self->places = g_array_new (FALSE, FALSE, sizeof (SpOverride));
  self->unplaced = g_ptr_array_new ();
  for (guint i = 0; i < review->remarks->len; i++)
    {
      SpOverride override;

      if (place (review->remarks->pdata[i], segmentation, &cursor, &override))
        g_array_append_val (self->places, override);
      else
        g_ptr_array_add (self->unplaced, review->remarks->pdata[i]);
    }
  g_array_sort (self->places, compare_overrides);
  return self;
}

void
sp_overrides_free (SpOverrides *self)
{
  g_array_unref (self->places);
  g_ptr_array_unref (self->unplaced);
  sp_review_unref (self->review);
  g_free (self);
}

/**
 * sp_overrides_dismiss:
 *
 * Returns: whether the reader says that @finding is not at @span
 */
gboolean
sp_overrides_dismiss (const SpOverrides *self, const char *finding, SpSpan span)
{
  if (sp_review_is_dismissed (self->review, finding))
    return TRUE;
  for (guint i = 0; i < self->places->len; i++)
    {
      const SpOverride *override = &g_array_index (self->places, SpOverride, i);

      if (g_strcmp0 (override->remark->finding, finding) == 0
          && sp_span_overlaps (override->span, span))
        return TRUE;
    }
  return FALSE;
}

/**
 * sp_overrides_get_tags:
 * @categories: (out): one bit for each #SpCategory
 *
 * Returns: whether the reader gave @segment tags
 */
gboolean
sp_overrides_get_tags (const SpOverrides *self, guint segment, guint *categories)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const SpOverride *override = &g_array_index (self->places, SpOverride, i);

      if (override->remark->finding == NULL && override->segment == segment)
        {
          *categories = override->remark->categories;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * sp_overrides_count_categories:
 *
 * Returns: how many of the twelve are found, corrections taken in
 */
guint
sp_overrides_count_categories (const SpOverrides *self, SpTagging *tagging, guint n_segments)
{
  guint found = 0, n = 0;

  for (guint i = 0; i < n_segments; i++)
    {
      guint n_tags, corrected;
      const SpTag *tags = sp_tagging_get_tags (tagging, i, &n_tags);

      if (sp_overrides_get_tags (self, i, &corrected))
        found |= corrected;
      else
        for (guint j = 0; j < n_tags; j++)
          found |= tags[j].weak ? 0 : 1u << tags[j].category;
    }
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    n += (found >> i) & 1;
  return n;
}

static void
finding_free (SpFinding *finding)
{
  g_array_unref (finding->evidence);
  g_free (finding);
}

/* What is left of @finding; its severity is that of the gravest place left. */
static SpFinding *
filter_finding (const SpOverrides *self, const SpFinding *finding, SpPractices *practices)
{
  guint n_detections;
  const SpDetection *detections = sp_practices_get_detections (practices, &n_detections);
  SpFinding *left = g_new0 (SpFinding, 1);

  *left = *finding;
  left->severity = SP_SEVERITY_GOOD;
  left->evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const SpEvidence *evidence = &g_array_index (finding->evidence, SpEvidence, i);

      if (!sp_overrides_dismiss (self, finding->detector->id, evidence->span))
        g_array_append_val (left->evidence, *evidence);
    }
  for (guint i = 0; i < n_detections; i++)
    if (detections[i].detector == finding->detector
        && !sp_overrides_dismiss (self, finding->detector->id, detections[i].evidence.span))
      left->severity = MIN (left->severity, detections[i].severity);
  return left;
}

/**
 * sp_overrides_filter_findings:
 *
 * Returns: (transfer full) (element-type SpFinding): what the reader leaves of the findings
 */
GPtrArray *
sp_overrides_filter_findings (const SpOverrides *self, SpPractices *practices)
{
  GPtrArray *findings = sp_practices_get_findings (practices);
  GPtrArray *left = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);

  for (guint i = 0; i < findings->len; i++)
    {
      SpFinding *finding = filter_finding (self, findings->pdata[i], practices);

      if (finding->evidence->len > 0)
        g_ptr_array_add (left, finding);
      else
        finding_free (finding);
    }
  return left;
}
