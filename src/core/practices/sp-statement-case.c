/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-statement-case.h"

#include "sp-error.h"

/* Less sure are statements that a lead-in, a pronoun or a heading had a part in. */
#define DEFAULT_CONFIDENCE 0.8

#define N_SUBJECTS (SP_SUBJECT_UNKNOWN + 1)
#define N_ACTIONS (SP_ACTION_ALLOW + 1)

static const char *const members[] = {
  "subject", "action", "polarity", "data", "recipient", "not_recipient", "purpose", "confidence_from", NULL,
};

static gboolean
refuse (const char *member, const char *value, GError **error)
{
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "“statements”: unknown %s “%s”", member, value);
  return FALSE;
}

static gboolean
read_choices (JsonObject *object, const char *member, const char *(*get_id) (guint), guint n_choices,
              guint32 *choices, GError **error)
{
  g_auto (GStrv) ids = sp_json_dup_strings (object, member);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      guint choice = 0;

      while (choice < n_choices && !g_str_equal (get_id (choice), ids[i]))
        choice++;
      if (choice == n_choices)
        return refuse (member, ids[i], error);
      *choices |= 1u << choice;
    }
  return TRUE;
}

static const char *
get_subject_id (guint subject)
{
  return sp_subject_get_id (subject);
}

static const char *
get_action_id (guint action)
{
  return sp_action_get_id (action);
}

static gboolean
read_polarity (JsonObject *object, gboolean *denied, GError **error)
{
  const char *polarity = sp_json_get_string (object, "polarity");

  *denied = g_strcmp0 (polarity, "denied") == 0;
  if (polarity != NULL && !*denied && !g_str_equal (polarity, "affirmed"))
    return refuse ("polarity", polarity, error);
  return TRUE;
}

static gboolean
read_concepts (JsonObject *object, const char *member, const SpOntology *ontology, SpConceptKind kind,
               GPtrArray **concepts, GError **error)
{
  g_auto (GStrv) ids = sp_json_dup_strings (object, member);

  *concepts = g_ptr_array_new ();
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const SpConcept *concept = ontology != NULL ? sp_ontology_find (ontology, kind, ids[i]) : NULL;

      if (concept == NULL)
        return refuse (member, ids[i], error);
      g_ptr_array_add (*concepts, (gpointer) concept);
    }
  return TRUE;
}

/**
 * sp_statement_case_new:
 * @ontology: (nullable): what concepts are looked up in
 *
 * Reads one case of a row's "statements"; all that is given must hold:
 *
 *     { "subject":       ["first-party", …]         who does it
 *       "action":        ["share", "sell", …]       what is done
 *       "polarity":      "affirmed" | "denied"      affirmed if it is not given
 *       "data", "recipient", "purpose": concepts of ontology.json; one of them or of those below is named
 *       "not_recipient": concepts none of which may be named
 *       "confidence_from": 0.8 if it is not given }
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): the case
 */
SpStatementCase *
sp_statement_case_new (JsonObject *object, const SpOntology *ontology, GError **error)
{
  g_autoptr (SpStatementCase) self = g_new0 (SpStatementCase, 1);

  self->confidence_from = sp_json_get_double (object, "confidence_from", DEFAULT_CONFIDENCE);
  if (!sp_json_check_members (object, members, error)
      || !read_choices (object, "subject", get_subject_id, N_SUBJECTS, &self->subjects, error)
      || !read_choices (object, "action", get_action_id, N_ACTIONS, &self->actions, error)
      || !read_polarity (object, &self->denied, error)
      || !read_concepts (object, "data", ontology, SP_CONCEPT_DATA, &self->data, error)
      || !read_concepts (object, "recipient", ontology, SP_CONCEPT_ENTITY, &self->recipients, error)
      || !read_concepts (object, "not_recipient", ontology, SP_CONCEPT_ENTITY, &self->not_recipients, error)
      || !read_concepts (object, "purpose", ontology, SP_CONCEPT_PURPOSE, &self->purposes, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
sp_statement_case_free (SpStatementCase *self)
{
  g_clear_pointer (&self->data, g_ptr_array_unref);
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  g_clear_pointer (&self->not_recipients, g_ptr_array_unref);
  g_clear_pointer (&self->purposes, g_ptr_array_unref);
  g_free (self);
}

static gboolean
names_any (const GArray *mentions, const GPtrArray *concepts)
{
  for (guint i = 0; i < mentions->len; i++)
    for (guint j = 0; j < concepts->len; j++)
      if (sp_concept_is_a (g_array_index (mentions, SpMention, i).concept, concepts->pdata[j]))
        return TRUE;
  return FALSE;
}

/**
 * sp_statement_case_holds:
 *
 * Returns: whether @statement is sure and says what the case asks for
 */
gboolean
sp_statement_case_holds (const SpStatementCase *self, const SpStatement *statement)
{
  return statement->confidence >= self->confidence_from && statement->denied == self->denied
         && (self->subjects == 0 || (self->subjects >> statement->subject & 1) != 0)
         && (self->actions == 0 || (self->actions >> statement->action & 1) != 0)
         && (self->data->len == 0 || names_any (statement->data, self->data))
         && (self->recipients->len == 0 || names_any (statement->recipients, self->recipients))
         && (self->purposes->len == 0 || names_any (statement->purposes, self->purposes))
         && !names_any (statement->recipients, self->not_recipients);
}
