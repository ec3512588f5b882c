/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-document-case.h"

#include <math.h>

#include "sp-error.h"

/* A date without day or month is taken as the latest day that it may mean. */
#define LATEST_MONTH 12
#define LATEST_DAY 31

/* Less tells nothing about a document. */
#define MIN_QUOTED_TOKENS 4
#define MIN_HEADING_TOKENS 2
#define MIN_QUOTED_BYTES 20

static const char *const members[] = {
  "id",             "explanation",     "note",             "diagnostics", "cite", "without_tags", "words_from",
  "is_policy_from", "is_policy_below", "older_than_years", "boilerplate_from", NULL,
};

static gboolean
read_tags (SpDocumentCase *self, JsonObject *object, GError **error)
{
  g_auto (GStrv) names = sp_json_dup_strings (object, "without_tags");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      SpCategory category;

      if (!sp_category_parse (names[i], &category))
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "“document”: unknown tag “%s”", names[i]);
          return FALSE;
        }
      self->without_tags |= 1u << category;
    }
  return TRUE;
}

/**
 * sp_document_case_new:
 *
 * Reads one case of a row's "document"; all that is given must hold:
 *
 *     { "id", "explanation", "note",
 *       "words_from":       150   as many words or more
 *       "is_policy_from":   0.5   as likely a privacy policy, or more
 *       "is_policy_below":  0.5   less likely one
 *       "without_tags":     categories that no clause has
 *       "older_than_years": 3     its own date lies so long before its snapshot; the clock is not asked
 *       "diagnostics":      ids of which one was noted when the file was read
 *       "boilerplate_from": 0.5   this share of the text, or more, is navigation and the like
 *       "cite":             ids of detectors; one of them fired, and its words are quoted }
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): the case
 */
SpDocumentCase *
sp_document_case_new (JsonObject *object, GError **error)
{
  g_autoptr (SpDocumentCase) self = g_new0 (SpDocumentCase, 1);

  self->id = g_intern_string (sp_json_get_string (object, "id"));
  self->explanation = g_strdup (sp_json_get_string (object, "explanation"));
  self->diagnostics = sp_json_dup_strings (object, "diagnostics");
  self->cite = sp_json_dup_strings (object, "cite");
  self->words_from = sp_json_get_double (object, "words_from", 0);
  self->older_than_years = sp_json_get_double (object, "older_than_years", 0);
  self->is_policy_from = sp_json_get_double (object, "is_policy_from", 0);
  self->is_policy_below = sp_json_get_double (object, "is_policy_below", G_MAXDOUBLE);
  self->boilerplate_from = sp_json_get_double (object, "boilerplate_from", 0);
  if (!sp_json_check_members (object, members, error) || !read_tags (self, object, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
sp_document_case_free (SpDocumentCase *self)
{
  g_free (self->explanation);
  g_strfreev (self->diagnostics);
  g_strfreev (self->cite);
  g_free (self);
}

/* --- Conditions ------------------------------------------------------------------------------- */

static gboolean
has_tag (const SpDocumentCase *self, const SpDocumentView *view)
{
  guint n_segments;

  sp_segmentation_get_segments (view->segmentation, &n_segments);
  for (guint i = 0; i < n_segments; i++)
    for (guint category = 0; category < SP_N_CATEGORIES; category++)
      if (self->without_tags >> category & 1 && sp_tagging_has_tag (view->tagging, i, category))
        return TRUE;
  return FALSE;
}

static double
measure_boilerplate (const SpDocumentView *view)
{
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (view->segmentation, &n_segments);
  double boilerplate = 0;
  double all = 0;

  for (guint i = 0; i < n_segments; i++)
    {
      gsize length = sp_span_length (segments[i].block->span);

      all += length;
      boilerplate += segments[i].block->kind == SP_BLOCK_BOILERPLATE ? length : 0;
    }
  return all > 0 ? boilerplate / all : 0;
}

/* The day of YYYY, YYYY-MM or YYYY-MM-DD as one number that grows with time; 0 if it is none. */
static guint
read_day (const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);
  guint limits[] = { 9999, LATEST_MONTH, LATEST_DAY };
  guint numbers[] = { 0, LATEST_MONTH, LATEST_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (numbers) && parts[i] != NULL; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (parts[i], 10, 1, limits[i], &number, NULL))
        return 0;
      numbers[i] = number;
    }
  return numbers[0] * 10000 + numbers[1] * 100 + numbers[2];
}

static gboolean
is_older (const SpDocumentView *view, guint years)
{
  const char *snapshot
    = sp_document_get_snapshot_date (sp_segmentation_get_document (view->segmentation));
  guint policy_day, snapshot_day;

  if (snapshot == NULL || view->facts == NULL || view->facts->policy_date == NULL)
    return FALSE;
  policy_day = read_day (view->facts->policy_date);
  snapshot_day = read_day (snapshot);
  return policy_day > 0 && policy_day + years * 10000 < snapshot_day;
}

static const SpDiagnostic *
find_diagnostic (const SpDocumentCase *self, const SpDocumentView *view)
{
  GPtrArray *diagnostics
    = sp_document_get_diagnostics (sp_segmentation_get_document (view->segmentation));

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const SpDiagnostic *diagnostic = diagnostics->pdata[i];

      if (g_strv_contains ((const char *const *) self->diagnostics, diagnostic->id))
        return diagnostic;
    }
  return NULL;
}

static const SpDetection *
find_cited (const SpDocumentCase *self, const SpDocumentView *view)
{
  for (guint i = 0; i < view->detections->len; i++)
    {
      const SpDetection *detection = &g_array_index (view->detections, SpDetection, i);

      if (g_strv_contains ((const char *const *) self->cite, detection->detector->id))
        return detection;
    }
  return NULL;
}

/* --- Evidence --------------------------------------------------------------------------------- */

/* Quotes @span, if it lies in a segment. */
static gboolean
quote (const SpDocumentView *view, SpSpan span, SpEvidence *evidence, guint *sentence)
{
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (view->segmentation, &n_segments);

  for (guint i = 0; i < n_segments; i++)
    if (sp_span_contains (segments[i].block->span, span))
      {
        *evidence = (SpEvidence) { i, span };
        *sentence = segments[i].first_sentence;
        return TRUE;
      }
  return FALSE;
}

/* “Cookie policy”. */
static gboolean
is_heading (const SpDocumentView *view, const SpSentence *sentence)
{
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (view->segmentation, &n_segments);

  return sentence->n_tokens >= MIN_HEADING_TOKENS && segments[sentence->segment].block->kind == SP_BLOCK_HEADING;
}

/* What tells a reader which text is meant: its title or how it begins, a word or two apart. */
static gboolean
quote_beginning (const SpDocumentView *view, SpEvidence *evidence, guint *sentence)
{
  guint n_sentences;
  const SpSentence *sentences = sp_segmentation_get_sentences (view->segmentation, &n_sentences);
  guint at = 0;

  if (n_sentences == 0)
    return FALSE;
  while (at + 1 < n_sentences && sentences[at].n_tokens < MIN_QUOTED_TOKENS && !is_heading (view, &sentences[at]))
    at++;
  *evidence = (SpEvidence) { sentences[at].segment, sentences[at].span };
  *sentence = at;
  return TRUE;
}

/* The first piece of navigation that is more than a word, or the first. */
static gboolean
quote_boilerplate (const SpDocumentView *view, SpEvidence *evidence, guint *sentence)
{
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (view->segmentation, &n_segments);
  const SpBlock *chosen = NULL;

  for (guint i = 0; i < n_segments; i++)
    {
      const SpBlock *block = segments[i].block;

      if (block->kind != SP_BLOCK_BOILERPLATE
          || (chosen != NULL && sp_span_length (block->span) < MIN_QUOTED_BYTES))
        continue;
      chosen = block;
      if (sp_span_length (block->span) >= MIN_QUOTED_BYTES)
        break;
    }
  return chosen != NULL && quote (view, chosen->span, evidence, sentence);
}

/**
 * sp_document_case_holds:
 * @evidence: (out): what to quote: the words that show it, or else how the document begins
 * @sentence: (out): the sentence in or after which they stand
 *
 * Returns: whether all conditions of the case hold and there is something to quote
 */
gboolean
sp_document_case_holds (const SpDocumentCase *self, const SpDocumentView *view, SpEvidence *evidence,
                        guint *sentence)
{
  double is_policy = sp_tagging_get_is_policy (view->tagging);
  const SpDiagnostic *diagnostic = self->diagnostics != NULL ? find_diagnostic (self, view) : NULL;
  const SpDetection *cited = self->cite != NULL ? find_cited (self, view) : NULL;

  if (view->n_words < self->words_from || is_policy < self->is_policy_from
      || is_policy >= self->is_policy_below || has_tag (self, view)
      || (self->older_than_years > 0 && !is_older (view, self->older_than_years))
      || (self->diagnostics != NULL && diagnostic == NULL) || (self->cite != NULL && cited == NULL)
      || (self->boilerplate_from > 0 && measure_boilerplate (view) < self->boilerplate_from))
    return FALSE;

  if (diagnostic != NULL)
    return quote (view, diagnostic->span, evidence, sentence);
  if (self->older_than_years > 0)
    return quote (view, view->facts->policy_date_span, evidence, sentence);
  if (self->boilerplate_from > 0)
    return quote_boilerplate (view, evidence, sentence);
  if (cited == NULL)
    return quote_beginning (view, evidence, sentence);
  *evidence = cited->evidence;
  *sentence = cited->sentence;
  return TRUE;
}
