/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-document-kind.h"

#include "sp-error.h"
#include "sp-json-private.h"
#include "sp-portable-math.h"

#define KIND_FILE "knowledge/document-kind.json"

/* A policy says early what it is, before most of its text; elsewhere the words stand in links at
 * the foot. */
#define BEGINNING_WORDS 80

/* Menus, labels and lists of goods are shorter, or strings of nouns: where a page keeps its menus
 * they tell nothing of its text. */
#define PROSE_WORDS 6
#define PROSE_ENGLISH_WORDS 2
#define PROSE_BYTES 40

/* Shares of fewer words tell little: a line about cookies makes no policy. */
#define TELLING_WORDS 50
#define SURE 0.5

typedef enum
{
  WORD_PRIVACY,
  WORD_TERMS,
  WORD_ENGLISH,
  WORD_TOPIC,
  WORD_DOCUMENT,
  N_WORD_CLASSES,
} WordClass;

struct _SpDocumentKind
{
  GHashTable *words; /* (owned) (element-type utf8 guint): bit i set: of WordClass i */
  double weights[SP_N_KIND_FEATURES];
  double bias;
  double floor; /* of English function words: below it no text is taken for English */
};

/* Names in the file, by class and by feature. */
static const char *const class_names[] = { "privacy", "terms", "english", "topic", "document" };
G_STATIC_ASSERT (G_N_ELEMENTS (class_names) == N_WORD_CLASSES);

static const char *const feature_names[] = {
  "privacy-words", "terms-words", "english-words", "length", "name", "practices", "categories",
};
G_STATIC_ASSERT (G_N_ELEMENTS (feature_names) == SP_N_KIND_FEATURES);

static gboolean
read_words (SpDocumentKind *self, JsonObject *words, GError **error)
{
  for (guint i = 0; i < N_WORD_CLASSES; i++)
    {
      JsonArray *list = sp_json_require_array (words, class_names[i], error);

      if (list == NULL)
        return FALSE;
      for (guint k = 0; k < json_array_get_length (list); k++)
        {
          char *word = g_strdup (json_array_get_string_element (list, k));
          guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));

          g_hash_table_insert (self->words, word, GUINT_TO_POINTER (known | 1U << i));
        }
    }
  return TRUE;
}

static gboolean
read_knowledge (SpDocumentKind *self, JsonObject *root, GError **error)
{
  JsonObject *words = sp_json_get_object (root, "words");
  JsonObject *weights = sp_json_get_object (root, "weights");

  if (words == NULL || weights == NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "“words” and “weights” are expected");
      return FALSE;
    }
  for (guint i = 0; i < SP_N_KIND_FEATURES; i++)
    self->weights[i] = sp_json_get_double (weights, feature_names[i], 0.0);
  self->bias = sp_json_get_double (weights, "bias", 0.0);
  self->floor = sp_json_get_double (root, "least_english_words", 0.0);
  return read_words (self, words, error);
}

/**
 * sp_document_kind_new:
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): what there is to know about kinds of documents
 */
SpDocumentKind *
sp_document_kind_new (GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse_resource (KIND_FILE, error);
  g_autoptr (SpDocumentKind) self = NULL;

  if (root == NULL)
    return NULL;
  self = g_new0 (SpDocumentKind, 1);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_knowledge (self, json_node_get_object (root), error))
    {
      g_prefix_error (error, "%s: ", KIND_FILE);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
sp_document_kind_free (SpDocumentKind *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

static guint
look_up (const SpDocumentKind *self, const SpToken *token)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->words, token->norm));
}

/* Counts kinds of words of prose, and those before the first “privacy policy”. */
typedef struct
{
  guint n_words;
  guint n_by_class[N_WORD_CLASSES];
  guint n_before_name; /* G_MAXUINT: not named */
} WordCount;

static gboolean
is_prose (const SpDocumentKind *self, const SpToken *tokens, const SpSentence *sentence)
{
  guint n_words = 0, n_english = 0;

  for (guint i = 0; i < sentence->n_tokens; i++)
    {
      const SpToken *token = &tokens[sentence->first_token + i];

      if (token->kind != SP_TOKEN_WORD)
        continue;
      n_words++;
      n_english += look_up (self, token) >> WORD_ENGLISH & 1;
    }
  return n_words >= PROSE_WORDS && n_english >= PROSE_ENGLISH_WORDS;
}

static void
count_sentence (const SpDocumentKind *self, const SpToken *tokens, const SpSentence *sentence,
                WordCount *count)
{
  gboolean counts = is_prose (self, tokens, sentence);
  gboolean after_topic = FALSE;

  for (guint i = 0; i < sentence->n_tokens; i++)
    {
      const SpToken *token = &tokens[sentence->first_token + i];
      guint classes = look_up (self, token);

      if (token->kind != SP_TOKEN_WORD)
        continue;
      if (after_topic && (classes >> WORD_DOCUMENT & 1) != 0)
        count->n_before_name = MIN (count->n_before_name, count->n_words);
      after_topic = (classes >> WORD_TOPIC & 1) != 0;
      if (!counts)
        continue;
      for (guint k = 0; k < N_WORD_CLASSES; k++)
        count->n_by_class[k] += classes >> k & 1;
      count->n_words++;
    }
}

static gboolean
is_named (const WordCount *count)
{
  return count->n_before_name < BEGINNING_WORDS && count->n_before_name <= count->n_words / 2;
}

static void
count_words (const SpDocumentKind *self, SpSegmentation *segmentation,
             double features[SP_N_KIND_FEATURES])
{
  guint n_tokens, n_sentences;
  const SpToken *tokens = sp_segmentation_get_tokens (segmentation, &n_tokens);
  const SpSentence *sentences = sp_segmentation_get_sentences (segmentation, &n_sentences);
  WordCount count = { .n_before_name = G_MAXUINT };
  double n_words;

  for (guint i = 0; i < n_sentences; i++)
    count_sentence (self, tokens, &sentences[i], &count);

  features[SP_KIND_NAME] = is_named (&count) ? 1.0 : 0.0;
  if (count.n_words == 0)
    return;
  n_words = MAX (count.n_words, TELLING_WORDS);
  features[SP_KIND_PRIVACY_WORDS] = count.n_by_class[WORD_PRIVACY] / n_words;
  features[SP_KIND_TERMS_WORDS] = count.n_by_class[WORD_TERMS] / n_words;
  features[SP_KIND_ENGLISH_WORDS] = count.n_by_class[WORD_ENGLISH] / n_words;
  features[SP_KIND_LENGTH] = sp_portable_log (count.n_words) / sp_portable_log (10.0);
}

/* Introductions and contacts are found in any document. */
static gboolean
is_practice (SpCategory category)
{
  return category != SP_CATEGORY_INTRODUCTORY && category != SP_CATEGORY_CONTACT &&
         category != SP_CATEGORY_NOT_COVERED;
}

static void
weigh_segments (SpSegmentation *segmentation, const SpTagScores *scores,
                double features[SP_N_KIND_FEATURES])
{
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);
  double about = 0.0, all = 0.0, highest[SP_N_CATEGORIES] = { 0.0 };

  for (guint i = 0; i < n_segments; i++)
    {
      double length = sp_span_length (segments[i].block->span), best = 0.0;

      if (length < PROSE_BYTES)
        continue;
      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        {
          highest[label] = MAX (highest[label], scores[i].scores[label]);
          if (is_practice (label))
            best = MAX (best, scores[i].scores[label]);
        }
      about += best * length;
      all += length;
    }

  features[SP_KIND_PRACTICES] = all > 0.0 ? about / all : 0.0;
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    features[SP_KIND_CATEGORIES] += (highest[label] >= SURE) / (double) SP_N_CATEGORIES;
}

/**
 * sp_document_kind_describe:
 * @scores: (array): one a segment, all 0 where nothing is tagged
 * @features: (out caller-allocates): see #SpKindFeature
 */
void
sp_document_kind_describe (const SpDocumentKind *self, SpSegmentation *segmentation,
                           const SpTagScores *scores, double features[SP_N_KIND_FEATURES])
{
  for (guint i = 0; i < SP_N_KIND_FEATURES; i++)
    features[i] = 0.0;
  count_words (self, segmentation, features);
  weigh_segments (segmentation, scores, features);
}

/**
 * sp_document_kind_score:
 * @scores: (array): one a segment, all 0 where nothing is tagged
 *
 * Returns: how probable it is that the document is a privacy policy in English, 0..1
 */
double
sp_document_kind_score (const SpDocumentKind *self, SpSegmentation *segmentation,
                        const SpTagScores *scores)
{
  double features[SP_N_KIND_FEATURES], sum = self->bias;

  sp_document_kind_describe (self, segmentation, scores, features);
  if (features[SP_KIND_ENGLISH_WORDS] < self->floor)
    return 0.0;
  for (guint i = 0; i < SP_N_KIND_FEATURES; i++)
    sum += self->weights[i] * features[i];
  return sp_portable_sigmoid (sum);
}
