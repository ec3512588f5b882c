/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tagging.h"

#include <string.h>

#include "sp-tagger-private.h"

/* A list of tags for each of some things. */
typedef struct
{
  GArray *tags;   /* (owned) (element-type SpTag) */
  GArray *firsts; /* (owned) (element-type guint): first tag of each list, and the end */
} TagLists;

struct _SpTagging
{
  gatomicrefcount ref_count;
  SpSegmentation *segmentation; /* (owned) */
  SpTagger *tagger;             /* (owned) */
  GArray *scores;               /* (owned) (element-type SpTagScores): one a segment */
  TagLists segments;
  TagLists sentences;
  double is_policy;
};

/* What of the document the tagger is shown. */
typedef struct
{
  SpSegmentation *segmentation; /* (not owned) */
  const char *text;             /* (not owned) */
  const SpSegment *segments;    /* (not owned) */
  guint n_segments;
  const SpSentence *sentences;  /* (not owned) */
  GPtrArray *strings;           /* (owned) (element-type utf8): what inputs point into */
  guint last_index;             /* the last heading, and a copy of it in strings */
  const char *last_heading;     /* (not owned) (nullable) */
  gboolean cancelled;           /* nothing is judged any more */
} Reading;

static void
tag_lists_init (TagLists *self)
{
  guint start = 0;

  self->tags = g_array_new (FALSE, FALSE, sizeof (SpTag));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->firsts, start);
}

static void
tag_lists_clear (TagLists *self)
{
  g_clear_pointer (&self->tags, g_array_unref);
  g_clear_pointer (&self->firsts, g_array_unref);
}

static void
tag_lists_append (TagLists *self, const SpTag *tags, guint n_tags)
{
  g_array_append_vals (self->tags, tags, n_tags);
  g_array_append_val (self->firsts, self->tags->len);
}

static const SpTag *
tag_lists_get (const TagLists *self, guint index, guint *n_tags)
{
  guint first = g_array_index (self->firsts, guint, index);

  *n_tags = g_array_index (self->firsts, guint, index + 1) - first;
  return (const SpTag *) (gpointer) self->tags->data + first;
}

static gboolean
is_judged (const Reading *self, guint index)
{
  const SpSegment *segment = &self->segments[index];

  return !self->cancelled && segment->n_sentences > 0 &&
         segment->block->kind != SP_BLOCK_HEADING && segment->block->kind != SP_BLOCK_BOILERPLATE;
}

static char *
keep_string (Reading *self, char *string)
{
  g_ptr_array_add (self->strings, string);
  return string;
}

/* The heading just above, or NULL. Runs of segments share one copy. */
static const char *
get_heading (Reading *self, guint segment)
{
  guint path[6];
  guint n = sp_segmentation_list_headings (self->segmentation, segment, path);
  SpSpan span;

  if (n == 0)
    return NULL;
  if (path[n - 1] == self->last_index)
    return self->last_heading;
  span = self->segments[path[n - 1]].block->span;
  self->last_index = path[n - 1];
  self->last_heading = keep_string (self, sp_span_dup_text (span, self->text));
  return self->last_heading;
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
reading_init (Reading *self, SpSegmentation *segmentation)
{
  guint n;

  self->segmentation = segmentation;
  self->text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  self->segments = sp_segmentation_get_segments (segmentation, &self->n_segments);
  self->sentences = sp_segmentation_get_sentences (segmentation, &n);
  self->last_index = SP_BLOCK_NO_PARENT;
  self->strings = g_ptr_array_new_with_free_func (g_free);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->strings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* A segment as the tagger sees it. Its own text is the end of what is read. */
static SpTagInput
read_segment (Reading *self, guint index)
{
  const SpSegment *segment = &self->segments[index];
  SpTagInput input = { self->text + segment->block->span.start,
                       sp_span_length (segment->block->span), get_heading (self, index) };

  if (segment->lead_in != SP_BLOCK_NO_PARENT)
    {
      input.text = keep_string (self, join_lead_in (self, segment));
      input.length = strlen (input.text);
    }
  return input;
}

static void
tag_segments (SpTagging *self, Reading *reading)
{
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (SpTagInput));
  g_autofree SpTagScores *scores = NULL;
  guint next = 0;

  for (guint i = 0; i < reading->n_segments; i++)
    if (is_judged (reading, i))
      {
        SpTagInput input = read_segment (reading, i);

        g_array_append_val (inputs, input);
      }
  scores = g_new (SpTagScores, inputs->len);
  sp_tagger_score (self->tagger, (const SpTagInput *) (gpointer) inputs->data, inputs->len, scores);

  for (guint i = 0; i < reading->n_segments; i++)
    {
      SpTag tags[SP_N_CATEGORIES];
      guint n_tags = 0;

      if (is_judged (reading, i))
        {
          g_array_index (self->scores, SpTagScores, i) = scores[next];
          n_tags = sp_tagger_choose (self->tagger, &scores[next++], tags);
        }
      tag_lists_append (&self->segments, tags, n_tags);
    }
}

/* The tags of a segment that one of its sentences carries: those that pass by its words alone, and
 * those that no other sentence speaks for more. */
static guint
choose_for_sentence (const SpTagging *self, const SpTag *tags, guint n_tags,
                     const SpTagScores *scores, guint n_sentences, guint index, SpTag *chosen)
{
  guint n = 0;

  for (guint i = 0; i < n_tags; i++)
    {
      SpCategory category = tags[i].category;
      double score = scores[index].scores[category], best = 0.0;

      for (guint k = 0; k < n_sentences; k++)
        best = MAX (best, scores[k].scores[category]);
      if (score < best && (tags[i].weak || score < sp_tagger_get_threshold (self->tagger, category)))
        continue;
      chosen[n] = tags[i];
      chosen[n++].confidence = MIN (score, tags[i].confidence);
    }
  return n;
}

/* Where tags of a segment have to be shared out among sentences. */
static gboolean
has_choice (const SpTagging *self, const Reading *reading, guint index)
{
  guint n_tags;

  tag_lists_get (&self->segments, index, &n_tags);
  return reading->segments[index].n_sentences > 1 && n_tags > 0;
}

/* All sentences that have a choice, in one go: making ready to score costs more than a sentence. */
static SpTagScores *
score_sentences (const SpTagging *self, const Reading *reading)
{
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (SpTagInput));
  SpTagScores *scores;

  for (guint i = 0; i < reading->n_segments; i++)
    for (guint k = 0; has_choice (self, reading, i) && k < reading->segments[i].n_sentences; k++)
      {
        SpSpan span = reading->sentences[reading->segments[i].first_sentence + k].span;
        /* The heading speaks for all of them alike. */
        SpTagInput input = { reading->text + span.start, sp_span_length (span), NULL };

        g_array_append_val (inputs, input);
      }
  scores = g_new (SpTagScores, inputs->len);
  sp_tagger_score_alone (self->tagger, (const SpTagInput *) (gpointer) inputs->data, inputs->len, scores);
  return scores;
}

static void
share_out (SpTagging *self, guint index, guint n_sentences, const SpTagScores *scores)
{
  guint n_tags;
  const SpTag *tags = tag_lists_get (&self->segments, index, &n_tags);

  for (guint k = 0; k < n_sentences; k++)
    {
      SpTag chosen[SP_N_CATEGORIES];
      guint n = choose_for_sentence (self, tags, n_tags, scores, n_sentences, k, chosen);

      tag_lists_append (&self->sentences, chosen, n);
    }
}

/* Sentences stand in the order of their segments. */
static void
tag_sentences (SpTagging *self, Reading *reading)
{
  g_autofree SpTagScores *scores = score_sentences (self, reading);
  const SpTagScores *next = scores;

  for (guint i = 0; i < reading->n_segments; i++)
    {
      guint n_sentences = reading->segments[i].n_sentences, n_tags;
      const SpTag *tags = tag_lists_get (&self->segments, i, &n_tags);

      if (has_choice (self, reading, i))
        {
          share_out (self, i, n_sentences, next);
          next += n_sentences;
        }
      else
        for (guint k = 0; k < n_sentences; k++)
          tag_lists_append (&self->sentences, tags, n_tags);
    }
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
  g_auto (Reading) reading = { 0 };

  reading_init (&reading, segmentation);
  g_atomic_ref_count_init (&self->ref_count);
  self->segmentation = sp_segmentation_ref (segmentation);
  self->tagger = sp_tagger_ref ((SpTagger *) tagger);
  self->scores = g_array_sized_new (FALSE, TRUE, sizeof (SpTagScores), reading.n_segments);
  g_array_set_size (self->scores, reading.n_segments);
  tag_lists_init (&self->segments);
  tag_lists_init (&self->sentences);

  reading.cancelled = g_cancellable_is_cancelled (cancellable);
  tag_segments (self, &reading);
  tag_sentences (self, &reading);
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

  sp_segmentation_unref (self->segmentation);
  sp_tagger_unref (self->tagger);
  g_array_unref (self->scores);
  tag_lists_clear (&self->segments);
  tag_lists_clear (&self->sentences);
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
  return tag_lists_get (&self->segments, segment, n_tags);
}

/**
 * sp_tagging_get_sentence_tags:
 * @sentence: an index into the sentences of the segmentation
 *
 * In a segment of several sentences the tags go to those whose words speak for them; each one to at
 * least one sentence. The only sentence of a segment has the segment's tags.
 *
 * Returns: (transfer none) (array length=n_tags): those tags of its segment that the sentence
 *   carries, none of them surer than there
 */
const SpTag *
sp_tagging_get_sentence_tags (SpTagging *self, guint sentence, guint *n_tags)
{
  return tag_lists_get (&self->sentences, sentence, n_tags);
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
 * sp_tagging_get_precision:
 * @tag: a tag of a segment
 *
 * Returns: the share of right ones among tags of this category and about this confidence, 0..1,
 *   measured on policies that the weights had not seen; NaN without a model
 */
double
sp_tagging_get_precision (SpTagging *self, const SpTag *tag)
{
  return sp_tagger_get_precision (self->tagger, tag);
}

/**
 * sp_tagging_explain:
 * @category: be it a tag of @segment or not
 *
 * Why a segment has a tag: its own words that weighed most, adjacent ones in one. What its heading,
 * its lead-in and its neighbours say has no place among them. Any thread.
 *
 * Returns: (transfer full) (element-type SpTagReason): at most 6, the heaviest first, with their
 *   bytes in the document's text; empty for headings and boilerplate
 */
GArray *
sp_tagging_explain (SpTagging *self, guint segment, SpCategory category)
{
  g_auto (Reading) reading = { 0 };
  SpTagInput input;
  SpSpan span;
  GArray *reasons;

  reading_init (&reading, self->segmentation);
  if (!is_judged (&reading, segment))
    return g_array_new (FALSE, FALSE, sizeof (SpTagReason));

  input = read_segment (&reading, segment);
  span = reading.segments[segment].block->span;
  reasons = sp_tagger_explain (self->tagger, &input, input.length - sp_span_length (span), category);
  for (guint i = 0; i < reasons->len; i++)
    {
      SpSpan *words = &g_array_index (reasons, SpTagReason, i).span;

      words->start += span.end - input.length;
      words->end += span.end - input.length;
    }
  return reasons;
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

  for (guint i = 0; i < self->segments.tags->len; i++)
    {
      const SpTag *tag = &g_array_index (self->segments.tags, SpTag, i);

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
