/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tagger-private.h"

#include <math.h>

#include "sp-cue-tagger.h"
#include "sp-features.h"
#include "sp-linear-model.h"
#include "sp-portable-math.h"

struct _SpTagger
{
  gatomicrefcount ref_count;
  SpLinearModel *model; /* (owned) (nullable): without it @cues tag */
  SpCueTagger *cues;    /* (owned) (nullable) */
  SpDocumentKind *kind; /* (owned) */
  char *version;        /* (owned) (nullable) */
};

/* Takes one of @model and @cues; NULL if there is neither, or no knowledge. */
static SpTagger *
make_tagger (SpLinearModel *model, SpCueTagger *cues, GError **error)
{
  g_autoptr (SpTagger) self = g_new0 (SpTagger, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->model = model;
  self->cues = cues;
  if (model == NULL && cues == NULL)
    return NULL;

  self->version = model != NULL ? sp_linear_model_dup_identity (model) : NULL;
  self->kind = sp_document_kind_new (error);
  return self->kind != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sp_tagger_new:
 * @model_path: a model file; it is mapped, and expected to stay unchanged
 *
 * Errors: %SP_ERROR_MODEL, with the path; sp_tagger_new_without_model() still works then.
 *
 * Returns: (transfer full): a tagger with these weights
 */
SpTagger *
sp_tagger_new (const char *model_path, GError **error)
{
  return make_tagger (sp_linear_model_new_from_file (model_path, error), NULL, error);
}

/**
 * sp_tagger_new_from_bytes:
 * @model: the contents of a model file
 *
 * Errors: %SP_ERROR_MODEL.
 *
 * Returns: (transfer full): a tagger with these weights
 */
SpTagger *
sp_tagger_new_from_bytes (GBytes *model, GError **error)
{
  return make_tagger (sp_linear_model_new_from_bytes (model, error), NULL, error);
}

/**
 * sp_tagger_new_without_model:
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): a tagger by cue words, never surer than 0.6
 */
SpTagger *
sp_tagger_new_without_model (GError **error)
{
  return make_tagger (NULL, sp_cue_tagger_new (error), error);
}

SpTagger *
sp_tagger_ref (SpTagger *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_tagger_unref (SpTagger *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->model, sp_linear_model_free);
  g_clear_pointer (&self->cues, sp_cue_tagger_free);
  g_clear_pointer (&self->kind, sp_document_kind_free);
  g_free (self->version);
  g_free (self);
}

/**
 * sp_tagger_get_model_version:
 *
 * Returns: (transfer none) (nullable): the name and checksum of the weights, %NULL without any
 */
const char *
sp_tagger_get_model_version (const SpTagger *self)
{
  return self->version;
}

static void
score_by_cues (const SpTagger *self, const SpTagInput *inputs, gsize n_inputs, SpTagScores *scores)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = 0; i < n_inputs; i++)
    {
      sp_features_extract (inputs[i].text, inputs[i].length, inputs[i].heading, features);
      sp_cue_tagger_score (self->cues, (const guint32 *) (gpointer) features->data, features->len,
                           scores[i].scores);
    }
}

/* What the words of each input say. */
static SpLogits *
read_words (const SpTagger *self, const SpTagInput *inputs, gsize n_inputs)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (SpModelScratch) scratch = sp_model_scratch_new (self->model);
  SpLogits *logits = g_new (SpLogits, n_inputs);

  for (gsize i = 0; i < n_inputs; i++)
    {
      sp_features_extract (inputs[i].text, inputs[i].length, inputs[i].heading, features);
      sp_linear_model_score_words (self->model, scratch,
                                   (const guint32 *) (gpointer) features->data, features->len,
                                   &logits[i]);
    }
  return logits;
}

static void
score_by_model (const SpTagger *self, const SpTagInput *inputs, gsize n_inputs, SpTagScores *scores)
{
  g_autofree SpLogits *logits = read_words (self, inputs, n_inputs);
  double means[SP_N_CATEGORIES];

  sp_context_sum (logits, n_inputs, means);
  for (gsize i = 0; i < n_inputs; i++)
    {
      double context[SP_N_CONTEXT];

      sp_context_describe (logits, n_inputs, i, means, context);
      sp_linear_model_score_context (self->model, context, scores[i].scores);
    }
}

/**
 * sp_tagger_score:
 * @inputs: (array length=n_inputs): the segments of one document, in reading order; a single one
 *   stands alone
 * @scores: (out caller-allocates) (array length=n_inputs): how probable each category is
 *
 * Any thread.
 */
void
sp_tagger_score (const SpTagger *self, const SpTagInput *inputs, gsize n_inputs,
                 SpTagScores *scores)
{
  if (self->model != NULL)
    score_by_model (self, inputs, n_inputs, scores);
  else
    score_by_cues (self, inputs, n_inputs, scores);
}

/**
 * sp_tagger_score_alone:
 * @inputs: (array length=n_inputs): parts of segments
 * @scores: (out caller-allocates) (array length=n_inputs): how probable each category is by the
 *   words alone, whatever stands around them
 *
 * Any thread.
 */
void
sp_tagger_score_alone (const SpTagger *self, const SpTagInput *inputs, gsize n_inputs,
                       SpTagScores *scores)
{
  g_autofree SpLogits *logits = NULL;

  if (self->model == NULL)
    {
      score_by_cues (self, inputs, n_inputs, scores);
      return;
    }
  logits = read_words (self, inputs, n_inputs);
  for (gsize i = 0; i < n_inputs; i++)
    for (guint label = 0; label < SP_N_CATEGORIES; label++)
      scores[i].scores[label] = sp_portable_sigmoid (logits[i].values[label]);
}

/**
 * sp_tagger_get_threshold:
 *
 * Returns: the confidence from which a category is given, 0..1
 */
double
sp_tagger_get_threshold (const SpTagger *self, SpCategory category)
{
  return self->model != NULL ? sp_linear_model_get_threshold (self->model, category)
                             : sp_cue_tagger_get_threshold (self->cues);
}

static guint
insert_sorted (SpTag tags[SP_N_CATEGORIES], guint n, SpTag tag)
{
  guint i = n;

  for (; i > 0 && tags[i - 1].confidence < tag.confidence; i--)
    tags[i] = tags[i - 1];
  tags[i] = tag;
  return n + 1;
}

/**
 * sp_tagger_choose:
 * @tags: (out caller-allocates): the categories that pass their threshold, the surest first; or the
 *   one that comes nearest to its own, marked as weak
 *
 * Returns: how many, at least 1
 */
guint
sp_tagger_choose (const SpTagger *self, const SpTagScores *scores, SpTag tags[SP_N_CATEGORIES])
{
  guint n = 0;
  SpCategory nearest = 0;

  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    {
      double distance = scores->scores[i] - sp_tagger_get_threshold (self, i);

      if (distance >= 0.0)
        n = insert_sorted (tags, n, (SpTag) { i, scores->scores[i], FALSE });
      if (distance > scores->scores[nearest] - sp_tagger_get_threshold (self, nearest))
        nearest = i;
    }

  if (n == 0)
    tags[n++] = (SpTag) { nearest, scores->scores[nearest], TRUE };
  return n;
}

/**
 * sp_tagger_get_precision:
 *
 * Returns: the share of right ones among tags like @tag, 0..1, measured on policies that the
 *   weights had not seen; NaN without a model
 */
double
sp_tagger_get_precision (const SpTagger *self, const SpTag *tag)
{
  return self->model != NULL
           ? sp_linear_model_get_precision (self->model, tag->category, tag->confidence)
           : (double) NAN;
}

static double *
weigh_features (const SpTagger *self, const guint32 *features, gsize n_features,
                SpCategory category)
{
  double *weights = g_new (double, n_features);

  if (self->model != NULL)
    {
      g_autoptr (SpModelScratch) scratch = sp_model_scratch_new (self->model);

      sp_linear_model_weigh_features (self->model, scratch, features, n_features, category,
                                      weights);
    }
  else
    sp_cue_tagger_weigh_features (self->cues, features, n_features, category, weights);
  return weights;
}

/**
 * sp_tagger_explain:
 * @from: words of @input that stand before this byte are left out
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type SpTagReason): which words of @input speak most for
 *   @category; the heaviest first; their spans count from its text
 */
GArray *
sp_tagger_explain (const SpTagger *self, const SpTagInput *input, gsize from, SpCategory category)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (SpFeatureTrace) trace;
  g_autofree double *weights = NULL;

  sp_feature_trace_init (&trace);
  sp_features_trace (input->text, input->length, input->heading, features, &trace);
  weights = weigh_features (self, (const guint32 *) (gpointer) features->data, features->len,
                            category);
  return sp_tag_reasons_find (input->text, from, &trace, weights);
}

/**
 * sp_tagger_get_document_kind:
 *
 * Returns: (transfer none): what tells policies from other documents
 */
const SpDocumentKind *
sp_tagger_get_document_kind (const SpTagger *self)
{
  return self->kind;
}
