/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tagging.h"

#include <string.h>

#include "sp-tagger-private.h"

struct _SpTagging
{
  gatomicrefcount ref_count;
  GArray *scores;   /* (owned) (element-type SpTagScores): one a segment */
  GArray *tags;     /* (owned) (element-type SpTag) */
  GArray *firsts;   /* (owned) (element-type guint): first tag of each segment, and the end */
  double is_policy;
};

/* What of the document the tagger is shown. */
typedef struct
{
  SpSegmentation *segmentation; /* (not owned) */
  const char *text;             /* (not owned) */
  const SpSegment *segments;    /* (not owned) */
  const SpSentence *sentences;  /* (not owned) */
  GPtrArray *strings;           /* (owned) (element-type utf8): what inputs point into */
  GArray *inputs;               /* (owned) (element-type SpTagInput) */
  GArray *indices;              /* (owned) (element-type guint): the segment of each input */
} Reading;

static gboolean
is_judged (const SpSegment *segment)
{
  return segment->block->kind != SP_BLOCK_HEADING && segment->block->kind != SP_BLOCK_BOILERPLATE &&
         segment->n_sentences > 0;
}

static char *
keep_string (Reading *self, char *string)
{
  g_ptr_array_add (self->strings, string);
  return string;
}

/* The heading just above, or NULL. Runs of segments share one copy. */
static const char *
get_heading (Reading *self, guint segment, guint *last_index, const char **last)
{
  guint path[6];
  guint n = sp_segmentation_list_headings (self->segmentation, segment, path);
  SpSpan span;

  if (n == 0)
    return NULL;
  if (path[n - 1] == *last_index)
    return *last;
  span = self->segments[path[n - 1]].block->span;
  *last_index = path[n - 1];
  *last = keep_string (self, g_strndup (self->text + span.start, sp_span_length (span)));
  return *last;
}

/* An item is half a sentence: it is read together with the one that it completes. */
static char *
join_lead_in (const Reading *self, const SpSegment *item)
{
  const SpSegment *lead_in = &self->segments[item->lead_in];
  SpSpan span = lead_in->n_sentences > 0
                  ? self->sentences[lead_in->first_sentence + lead_in->n_sentences - 1].span
                  : lead_in->block->span;

  return g_strdup_printf ("%.*s %.*s", (int) sp_span_length (span), self->text + span.start,
                          (int) sp_span_length (item->block->span),
                          self->text + item->block->span.start);
}

static void
read_segments (Reading *self, guint n_segments)
{
  guint last_index = SP_BLOCK_NO_PARENT;
  const char *last_heading = NULL;

  for (guint i = 0; i < n_segments; i++)
    {
      const SpSegment *segment = &self->segments[i];
      SpTagInput input = { self->text + segment->block->span.start,
                           sp_span_length (segment->block->span), NULL };

      if (!is_judged (segment))
        continue;
      input.heading = get_heading (self, i, &last_index, &last_heading);
      if (segment->lead_in != SP_BLOCK_NO_PARENT)
        {
          input.text = keep_string (self, join_lead_in (self, segment));
          input.length = strlen (input.text);
        }
      g_array_append_val (self->inputs, input);
      g_array_append_val (self->indices, i);
    }
}

static void
keep_scores (SpTagging *self, const Reading *reading, const SpTagger *tagger)
{
  g_autofree SpTagScores *scores = g_new (SpTagScores, reading->inputs->len);
  guint next = 0;

  sp_tagger_score (tagger, (const SpTagInput *) (gpointer) reading->inputs->data,
                   reading->inputs->len, scores);
  for (guint i = 0; i < self->scores->len; i++)
    {
      SpTag tags[SP_N_CATEGORIES];

      g_array_append_val (self->firsts, self->tags->len);
      if (next >= reading->indices->len || g_array_index (reading->indices, guint, next) != i)
        continue;
      g_array_index (self->scores, SpTagScores, i) = scores[next];
      g_array_append_vals (self->tags, tags, sp_tagger_choose (tagger, &scores[next], tags));
      next++;
    }
  g_array_append_val (self->firsts, self->tags->len);
}

/**
 * sp_tagging_new:
 * @cancellable: (nullable): a cancelled tagging has no tags
 *
 * Tags paragraphs, list items and table rows, each with its heading, its lead-in and its neighbours
 * in view. Headings and boilerplate get no tags. Any thread.
 *
 * Returns: (transfer full): the tags of each segment
 */
SpTagging *
sp_tagging_new (SpSegmentation *segmentation, const SpTagger *tagger, GCancellable *cancellable)
{
  SpTagging *self = g_new0 (SpTagging, 1);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (SpTagInput));
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { segmentation, .strings = strings, .inputs = inputs, .indices = indices };
  guint n_segments, n_sentences;

  reading.text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  reading.segments = sp_segmentation_get_segments (segmentation, &n_segments);
  reading.sentences = sp_segmentation_get_sentences (segmentation, &n_sentences);
  if (!g_cancellable_is_cancelled (cancellable))
    read_segments (&reading, n_segments);

  g_atomic_ref_count_init (&self->ref_count);
  self->scores = g_array_sized_new (FALSE, TRUE, sizeof (SpTagScores), n_segments);
  self->tags = g_array_new (FALSE, FALSE, sizeof (SpTag));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (self->scores, n_segments);
  keep_scores (self, &reading, tagger);
  self->is_policy = sp_document_kind_score (sp_tagger_get_document_kind (tagger), segmentation,
                                            (const SpTagScores *) (gpointer) self->scores->data);
  return self;
}

SpTagging *
sp_tagging_ref (SpTagging *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_tagging_unref (SpTagging *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->scores);
  g_array_unref (self->tags);
  g_array_unref (self->firsts);
  g_free (self);
}

/**
 * sp_tagging_get_tags:
 *
 * Returns: (transfer none) (array length=n_tags): the tags of @segment, the surest first
 */
const SpTag *
sp_tagging_get_tags (SpTagging *self, guint segment, guint *n_tags)
{
  guint first = g_array_index (self->firsts, guint, segment);

  *n_tags = g_array_index (self->firsts, guint, segment + 1) - first;
  return (const SpTag *) (gpointer) self->tags->data + first;
}

/**
 * sp_tagging_get_scores:
 *
 * Returns: (transfer none): how probable each category is in @segment; all 0 where nothing is
 *   tagged
 */
const SpTagScores *
sp_tagging_get_scores (SpTagging *self, guint segment)
{
  return &g_array_index (self->scores, SpTagScores, segment);
}

/**
 * sp_tagging_has_tag:
 *
 * Returns: whether @segment has the tag @category, be it as a weak guess
 */
gboolean
sp_tagging_has_tag (SpTagging *self, guint segment, SpCategory category)
{
  guint n_tags;
  const SpTag *tags = sp_tagging_get_tags (self, segment, &n_tags);

  for (guint i = 0; i < n_tags; i++)
    if (tags[i].category == category)
      return TRUE;
  return FALSE;
}

/**
 * sp_tagging_get_n_categories:
 *
 * Returns: how many of the twelve categories the document has, weak guesses left out
 */
guint
sp_tagging_get_n_categories (SpTagging *self)
{
  gboolean seen[SP_N_CATEGORIES] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < self->tags->len; i++)
    {
      const SpTag *tag = &g_array_index (self->tags, SpTag, i);

      if (tag->weak || seen[tag->category])
        continue;
      seen[tag->category] = TRUE;
      n++;
    }
  return n;
}

/**
 * sp_tagging_get_is_policy:
 *
 * Returns: how probable it is that the document is a privacy policy in English, 0..1
 */
double
sp_tagging_get_is_policy (SpTagging *self)
{
  return self->is_policy;
}
