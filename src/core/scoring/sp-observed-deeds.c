/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-observed-deeds.h"

#include <string.h>

#include "sp-statement-quote.h"

/* What the sentence before or a pronoun helps to read is too unsure to be told as the gist of a policy. */
#define MIN_CONFIDENCE 0.6
#define MIN_HINT 0.4

#define COLLECTED "collected:"
#define HINTED "hinted:"
#define GIVEN "given:"
#define USED "used:"
#define KEPT "kept:"
#define PERIOD_STATED "period:stated"

/* Data of which a period is told for all: one for logs or cookies says little of the rest. */
static const char *const general_data[]
  = { "information", "user-information", "personal-information", "account", NULL };

/* Numbers of visitors are nobody's data: who gets only these gets nothing of you. */
static const char *const nobodys_data[] = { "aggregate", "non-personal", NULL };

static gboolean
mentions_any (const GArray *data, const char *const *ids)
{
  for (guint i = 0; i < data->len; i++)
    if (g_strv_contains (ids, g_array_index (data, SpMention, i).concept->id))
      return TRUE;
  return FALSE;
}

/* What holds for customers in one part of the world is told; children and applicants are others. */
static gboolean
is_of_others (const char *population)
{
  return g_strcmp0 (population, "children") == 0 || g_strcmp0 (population, "applicants") == 0;
}

static gboolean
is_told (const SpStatement *statement)
{
  return !statement->denied && statement->confidence >= MIN_HINT
         && (statement->subject == SP_SUBJECT_FIRST_PARTY || statement->subject == SP_SUBJECT_UNKNOWN)
         && statement->modality != SP_MODALITY_DUTY
         && !is_of_others (statement->population);
}

static gboolean
has_data (const SpStatement *statement)
{
  switch (statement->action)
    {
    case SP_ACTION_COLLECT:
    case SP_ACTION_TRACK:
    case SP_ACTION_USE:
    case SP_ACTION_RETAIN:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
hands_over (const SpStatement *statement)
{
  return (statement->action == SP_ACTION_SHARE || statement->action == SP_ACTION_SELL)
         && !mentions_any (statement->data, nobodys_data);
}

static void
add (SpObservations *self, const char *prefix, const char *id, const SpObservation *observation)
{
  g_autofree char *name = g_strconcat (prefix, id, NULL);

  sp_observations_add (self, name, *observation);
}

static void
add_concepts (SpObservations *self, const char *prefix, const GArray *mentions,
              const SpObservation *observation)
{
  for (guint i = 0; i < mentions->len; i++)
    add (self, prefix, g_array_index (mentions, SpMention, i).concept->id, observation);
}

static gboolean
is_one_of (const char *const *words, const char *text, SpSpan span)
{
  g_autofree char *word = sp_span_dup_text (span, text);
  g_autofree char *folded = g_ascii_strdown (word, -1);

  return g_strv_contains (words, folded);
}

/* “no longer than 30 days” of “for no longer than 30 days”, where the statement knows “than 30 days”. */
static SpSpan
get_period_words (const SpStatement *statement, SpSegmentation *segmentation)
{
  static const char *const qualifiers[]
    = { "at", "least", "most", "no", "not", "longer", "more", "less", "than", "up", "to", "a", "the",
        "maximum", "minimum", "of", "about", "approximately", "for", "within", "after", NULL };
  static const char *const openers[] = { "for", "of", "to", "a", "the", "than", "every", NULL };
  guint n;
  const SpSentence *sentence = &sp_segmentation_get_sentences (segmentation, &n)[statement->sentence];
  const SpToken *tokens = sp_segmentation_get_tokens (segmentation, &n);
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  guint first = sentence->first_token, last = first + sentence->n_tokens - 1;

  while (first < last && tokens[first].span.start < statement->period_span.start)
    first++;
  while (first > sentence->first_token && is_one_of (qualifiers, text, tokens[first - 1].span))
    first--;
  while (first < last && is_one_of (openers, text, tokens[first].span))
    first++;
  return sp_span (tokens[first].span.start, MAX (statement->period_span.end, tokens[first].span.end));
}

static void
add_period (SpObservations *self, const SpStatement *statement, const SpObservation *observation,
            SpSegmentation *segmentation)
{
  SpObservation words = *observation;

  if (statement->action != SP_ACTION_RETAIN || statement->period == SP_PERIOD_NONE
      || !mentions_any (statement->data, general_data))
    return;
  add (self, KEPT, sp_period_get_id (statement->period), observation);
  if (statement->period != SP_PERIOD_STATED)
    return;
  words.evidence.span = get_period_words (statement, segmentation);
  sp_observations_add (self, PERIOD_STATED, words);
}

/**
 * sp_observations_add_deeds:
 * @statements: (element-type SpStatement): by place
 */
void
sp_observations_add_deeds (SpObservations *self, GPtrArray *statements, SpSegmentation *segmentation)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const SpStatement *statement = statements->pdata[i];
      SpObservation observation = { NULL, statement->sentence };

      if (!is_told (statement))
        continue;
      observation.evidence.segment = statement->segment;
      observation.evidence.span = sp_statement_get_quote (statement, segmentation);
      observation.confidence = MAX (statement->confidence, MIN_CONFIDENCE);
      if (has_data (statement))
        add_concepts (self, HINTED, statement->data, &observation);
      if (statement->confidence < MIN_CONFIDENCE)
        continue;
      if (has_data (statement))
        {
          add_concepts (self, COLLECTED, statement->data, &observation);
          add_concepts (self, USED, statement->purposes, &observation);
          add_period (self, statement, &observation, segmentation);
        }
      else if (hands_over (statement))
        add_concepts (self, GIVEN, statement->recipients, &observation);
    }
}

static gboolean
is_concept (const char *name, const char *prefix, const SpOntology *ontology, SpConceptKind kind)
{
  return g_str_has_prefix (name, prefix) && ontology != NULL
         && sp_ontology_find (ontology, kind, name + strlen (prefix)) != NULL;
}

/**
 * sp_observations_is_deed_name:
 * @variant: (nullable): as in rules; deeds have none
 * @ontology: (nullable): without it no concept is known
 *
 * Returns: whether sp_observations_add_deeds() may add something of that name
 */
gboolean
sp_observations_is_deed_name (const char *name, const char *variant, const SpOntology *ontology)
{
  if (variant != NULL)
    return FALSE;
  return is_concept (name, COLLECTED, ontology, SP_CONCEPT_DATA)
         || is_concept (name, HINTED, ontology, SP_CONCEPT_DATA)
         || is_concept (name, GIVEN, ontology, SP_CONCEPT_ENTITY)
         || is_concept (name, USED, ontology, SP_CONCEPT_PURPOSE) || g_str_equal (name, PERIOD_STATED)
         || (g_str_has_prefix (name, KEPT) && sp_period_parse (name + strlen (KEPT)) != SP_PERIOD_NONE);
}
