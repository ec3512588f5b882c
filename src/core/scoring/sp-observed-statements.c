/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-observed-statements.h"

#include <string.h>

#include "sp-statement-quote.h"

/* Statements less sure than this rest on a heading or a tag alone. */
#define MIN_CONFIDENCE 0.5

static const char *const prefixes[SP_N_CONCEPT_KINDS] = {
  [SP_CONCEPT_DATA] = "data:",
  [SP_CONCEPT_ENTITY] = "recipient:",
  [SP_CONCEPT_PURPOSE] = "purpose:",
};

#define ACTION_PREFIX "statement:"
#define CHILDRENS_DATA "childrens-data"

/* Where verb, subject and tags agree. */
#define SURE 0.9

static void
add (SpObservations *self, const char *prefix, const char *id, const SpObservation *observation)
{
  g_autofree char *name = g_strconcat (prefix, id, NULL);

  sp_observations_add (self, name, *observation);
}

static void
add_mentions (SpObservations *self, const GArray *mentions, const SpObservation *observation)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const SpConcept *concept = g_array_index (mentions, SpMention, i).concept;

      add (self, prefixes[concept->kind], concept->id, observation);
    }
}

/* Whether it is said of children, or of the people of one region, only. */
static gboolean
is_of_some (const SpStatement *statement)
{
  if (statement->population != NULL)
    return TRUE;
  for (guint i = 0; i < statement->data->len; i++)
    if (g_str_equal (g_array_index (statement->data, SpMention, i).concept->id, CHILDRENS_DATA))
      return TRUE;
  return FALSE;
}

static const char *
get_denial (const SpStatement *statement)
{
  if (!statement->denied)
    return NULL;
  if (is_of_some (statement))
    return "denied-some";
  if (!sp_span_is_empty (statement->exception) || !sp_span_is_empty (statement->condition))
    return "exception";
  return "denied";
}

static const char *
get_action_variant (const SpStatement *statement)
{
  if (statement->denied)
    return get_denial (statement);
  if (statement->confidence < SURE)
    return "implied";
  return is_of_some (statement) ? "some" : NULL;
}

/* “We may sell some of our assets” sells no data. */
static gboolean
is_action_on_data (const SpStatement *statement)
{
  return (statement->subject == SP_SUBJECT_FIRST_PARTY || statement->subject == SP_SUBJECT_UNKNOWN)
         && statement->data->len > 0;
}

/**
 * sp_observations_add_statements:
 * @statements: (element-type SpStatement): by place
 */
void
sp_observations_add_statements (SpObservations *self, GPtrArray *statements, SpSegmentation *segmentation)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const SpStatement *statement = statements->pdata[i];
      SpEvidence evidence = { statement->segment, sp_statement_get_quote (statement, segmentation) };
      SpObservation observation
        = { get_denial (statement), statement->sentence, evidence, statement->confidence };
      SpObservation action = observation;

      if (statement->confidence < MIN_CONFIDENCE)
        continue;
      action.variant = get_action_variant (statement);
      if (is_action_on_data (statement))
        add (self, ACTION_PREFIX, sp_action_get_id (statement->action), &action);
      add_mentions (self, statement->data, &observation);
      add_mentions (self, statement->recipients, &observation);
      add_mentions (self, statement->purposes, &observation);
    }
}

static gboolean
is_action (const char *id)
{
  for (guint i = 0; i <= SP_ACTION_ALLOW; i++)
    if (g_str_equal (id, sp_action_get_id (i)))
      return TRUE;
  return FALSE;
}

/**
 * sp_observations_is_statement_name:
 * @variant: (nullable): as in rules
 * @ontology: (nullable): without it no concept is known
 *
 * Returns: whether sp_observations_add_statements() may add something of that name
 */
gboolean
sp_observations_is_statement_name (const char *name, const char *variant, const SpOntology *ontology)
{
  static const char *const variants[] = { "denied", "exception", "denied-some", "some", "implied", NULL };

  if (variant != NULL && !g_strv_contains (variants, variant))
    return FALSE;
  if (g_str_has_prefix (name, ACTION_PREFIX))
    return is_action (name + strlen (ACTION_PREFIX));
  for (guint i = 0; ontology != NULL && i < SP_N_CONCEPT_KINDS; i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return sp_ontology_find (ontology, i, name + strlen (prefixes[i])) != NULL;
  return FALSE;
}
