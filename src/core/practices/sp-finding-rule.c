/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-finding-rule.h"

#include "sp-error.h"
#include "sp-json-private.h"

#define DEFAULT_WITHIN 2

static const char *const row_members[] = {
  "id",   "is_finding", "severity", "title", "explanation", "why",   "advice",   "source", "note",
  "tags", "match",      "also",     "unless", "near",       "allow", "variants", "lacks",  "document",
  "inside", "always", "statements", NULL,
};
static const char *const variant_members[] = { "id", "when", "severity", "explanation", "note", NULL };
static const char *const when_members[]
  = { "context", "not_context", "match", "unless", "near", "lacks", "has", NULL };
static const char *const inside_members[] = { "context", "match", NULL };
static const char *const near_members[] = { "within", "match", NULL };

static gboolean
parse_rules (const SpFindingKnowledge *knowledge, JsonObject *object, const char *member, GPtrArray **rules,
             GError **error)
{
  *rules = sp_rule_list_parse (sp_json_get_array (object, member), knowledge->vocabulary, error);
  if (*rules == NULL)
    g_prefix_error (error, "“%s”: ", member);
  return *rules != NULL;
}

static gboolean
parse_contexts (const SpFindingKnowledge *knowledge, JsonObject *object, const char *member,
                SpContextSet *set, GError **error)
{
  JsonArray *ids = sp_json_get_array (object, member);

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      const char *id = json_array_get_string_element (ids, i);
      SpContextSet context = id != NULL ? sp_context_rules_find (knowledge->contexts, id) : 0;

      if (context == 0)
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "unknown context “%s”", id);
          return FALSE;
        }
      *set |= context;
    }
  return TRUE;
}

static gboolean
parse_near (const SpFindingKnowledge *knowledge, JsonObject *object, SpFindingNear *near, GError **error)
{
  JsonObject *member = sp_json_get_object (object, "near");

  if (member == NULL)
    return TRUE;
  near->within = sp_json_get_double (member, "within", DEFAULT_WITHIN);
  return sp_json_check_members (member, near_members, error)
         && parse_rules (knowledge, member, "match", &near->rules, error);
}

static gboolean
parse_severity (JsonObject *object, SpSeverity *severity, GError **error)
{
  const char *id = sp_json_get_string (object, "severity");

  if (id == NULL || sp_severity_parse (id, severity))
    return TRUE;
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "unknown severity “%s”", id);
  return FALSE;
}

static void
free_variant (SpFindingVariant *variant)
{
  g_free (variant->explanation);
  g_clear_pointer (&variant->match, g_ptr_array_unref);
  g_clear_pointer (&variant->unless, g_ptr_array_unref);
  g_clear_pointer (&variant->near.rules, g_ptr_array_unref);
  g_strfreev (variant->lacks);
  g_strfreev (variant->has);
  g_free (variant);
}

static gboolean
parse_when (const SpFindingKnowledge *knowledge, JsonObject *row, SpFindingVariant *variant, GError **error)
{
  JsonObject *when = sp_json_get_object (row, "when");

  if (when == NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "“when” is missing");
      return FALSE;
    }
  variant->lacks = sp_json_dup_strings (when, "lacks");
  variant->has = sp_json_dup_strings (when, "has");
  return sp_json_check_members (when, when_members, error)
         && parse_contexts (knowledge, when, "context", &variant->contexts, error)
         && parse_contexts (knowledge, when, "not_context", &variant->not_contexts, error)
         && parse_rules (knowledge, when, "match", &variant->match, error)
         && parse_rules (knowledge, when, "unless", &variant->unless, error)
         && parse_near (knowledge, when, &variant->near, error);
}

static gboolean
add_variant (const SpFindingKnowledge *knowledge, SpFindingRule *self, JsonObject *row, GError **error)
{
  SpFindingVariant *variant = g_new0 (SpFindingVariant, 1);
  const char *id = sp_json_require_string (row, "id", error);

  g_ptr_array_add (self->variants, variant);
  variant->severity = self->detector.severity;
  variant->explanation = g_strdup (sp_json_get_string (row, "explanation"));
  if (id == NULL)
    return FALSE;
  variant->id = g_intern_string (id);
  if (sp_json_check_members (row, variant_members, error) && parse_severity (row, &variant->severity, error)
      && parse_when (knowledge, row, variant, error))
    return TRUE;
  g_prefix_error (error, "variant “%s”: ", id);
  return FALSE;
}

static gboolean
parse_variants (const SpFindingKnowledge *knowledge, SpFindingRule *self, JsonObject *row, GError **error)
{
  JsonArray *variants = sp_json_get_array (row, "variants");

  for (guint i = 0; variants != NULL && i < json_array_get_length (variants); i++)
    if (!add_variant (knowledge, self, json_array_get_object_element (variants, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
parse_tags (SpFindingRule *self, JsonObject *row, GError **error)
{
  JsonArray *tags = sp_json_get_array (row, "tags");

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      const char *name = json_array_get_string_element (tags, i);
      SpCategory category;

      if (name == NULL || !sp_category_parse (name, &category))
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "unknown tag “%s”", name);
          return FALSE;
        }
      self->categories |= 1u << category;
    }
  return TRUE;
}

/* A detector that only serves questions is told to people by nobody and needs no texts. */
static gboolean
parse_texts (SpFindingRule *self, JsonObject *row, GError **error)
{
  static const char *const members[] = { "id", "title", "explanation", "why", "advice", "source" };
  gboolean is_finding = self->detector.is_finding;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gboolean needed = i == 0 || (i <= 2 && is_finding);
      const char *text = needed ? sp_json_require_string (row, members[i], error)
                                : sp_json_get_string (row, members[i]);

      if (needed && text == NULL)
        return FALSE;
      self->texts[i] = g_strdup (text);
    }
  self->detector.id = self->texts[0];
  self->detector.title = self->texts[1];
  self->detector.explanation = self->texts[2];
  self->detector.why = self->texts[3];
  self->detector.advice = self->texts[4];
  self->detector.source = self->texts[5];
  return TRUE;
}

static gboolean
parse_cases (SpFindingRule *self, JsonObject *row, GError **error)
{
  JsonArray *cases = sp_json_get_array (row, "document");

  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    {
      SpDocumentCase *added = sp_document_case_new (json_array_get_object_element (cases, i), error);

      if (added == NULL)
        return FALSE;
      g_ptr_array_add (self->cases, added);
    }
  return TRUE;
}

static gboolean
parse_statements (const SpFindingKnowledge *knowledge, SpFindingRule *self, JsonObject *row, GError **error)
{
  JsonArray *statements = sp_json_get_array (row, "statements");

  for (guint i = 0; statements != NULL && i < json_array_get_length (statements); i++)
    {
      SpStatementCase *added = sp_statement_case_new (json_array_get_object_element (statements, i),
                                                      knowledge->ontology, error);

      if (added == NULL)
        return FALSE;
      g_ptr_array_add (self->statements, added);
    }
  return TRUE;
}

/* Patterns join the set; returns how many it then has. */
static guint
take_rules (GPtrArray *rules, guint owner, SpRuleSet *match)
{
  g_ptr_array_set_free_func (rules, NULL);
  for (guint i = 0; i < rules->len; i++)
    sp_rule_set_take (match, rules->pdata[i], owner);
  return sp_rule_set_get_length (match);
}

static gboolean
take_match (const SpFindingKnowledge *knowledge, SpFindingRule *self, JsonObject *row, guint owner,
            GError **error)
{
  g_autoptr (GPtrArray) rules = NULL;

  if (!parse_rules (knowledge, row, "match", &rules, error))
    return FALSE;
  if ((rules->len == 0) == (json_object_has_member (row, "document") == FALSE))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "either “match” or “document” is needed");
      return FALSE;
    }
  self->first_inside = take_rules (rules, owner, knowledge->match);
  return TRUE;
}

static gboolean
take_inside (const SpFindingKnowledge *knowledge, SpFindingRule *self, JsonObject *row, guint owner,
             GError **error)
{
  JsonObject *inside = sp_json_get_object (row, "inside");
  g_autoptr (GPtrArray) rules = NULL;

  self->end_inside = self->first_inside;
  if (inside == NULL)
    return TRUE;
  if (!sp_json_check_members (inside, inside_members, error)
      || !parse_contexts (knowledge, inside, "context", &self->inside, error)
      || !parse_rules (knowledge, inside, "match", &rules, error))
    return FALSE;
  self->end_inside = take_rules (rules, owner, knowledge->match);
  return TRUE;
}

static gboolean
take_always (const SpFindingKnowledge *knowledge, SpFindingRule *self, JsonObject *row, guint owner,
             GError **error)
{
  g_autoptr (GPtrArray) rules = NULL;

  if (!parse_rules (knowledge, row, "always", &rules, error))
    return FALSE;
  self->end_always = take_rules (rules, owner, knowledge->match);
  return TRUE;
}

/**
 * sp_finding_rule_new:
 * @is_finding: what holds where the row does not say
 * @owner: the number under which its patterns join those of the others
 *
 * Compiles a row of findings.json or detectors.json:
 *
 *     { "id", "is_finding", "severity", "title", "explanation", "why", "advice", "source", "note",
 *       "tags":    categories of the taxonomy expected where it fires, for the confidence
 *       "match":   patterns (sp-token-rule.h), one of which must match in a sentence
 *       "inside":  {"context": any of, "match": patterns}: these match too, but only in such a context, and
 *                  without "also": the rows of a table under a heading that says what it is about
 *       "always":  patterns so plain that nothing else is asked, no "also", "unless" or "near"
 *       "statements": cases (sp-statement-case.c) that count like patterns, without "also", where a
 *                  statement of the sentence is one
 *       "also":    patterns, one of which must match in the same sentence, anywhere
 *       "unless":  patterns that must not match in that sentence
 *       "near":    {"within": 2, "match": patterns}: one must match in that sentence, or so few away
 *       "lacks":   ids of detectors, or "ID:variant": it counts only in a document where none of them fires
 *       "document": instead of "match", for what no sentence but the document as a whole shows: cases
 *                  (sp-document-case.c), the first of which that holds is the variant
 *       "allow":   suppressing contexts (sp-sentence-context.h) that are admitted here
 *       "variants": [ { "id", "severity", "explanation", "note",
 *                       "when": {"context": any of, "not_context": none of, "match", "unless", "near",
 *                                "lacks", "has": ids, one of which fires somewhere} } ] }
 *
 * The first variant all of whose conditions hold wins; none is the plain case.
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the member or pattern that is wrong.
 *
 * Returns: (transfer full): the compiled row
 */
SpFindingRule *
sp_finding_rule_new (const SpFindingKnowledge *knowledge, JsonObject *row, gboolean is_finding,
                     guint owner, GError **error)
{
  g_autoptr (SpFindingRule) self = g_new0 (SpFindingRule, 1);

  self->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) free_variant);
  self->detector.is_finding = sp_json_get_boolean (row, "is_finding", is_finding);
  self->detector.severity = SP_SEVERITY_NOTE;
  self->lacks = sp_json_dup_strings (row, "lacks");
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_document_case_free);
  self->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_statement_case_free);
  if (!sp_json_check_members (row, row_members, error) || !parse_texts (self, row, error)
      || !parse_severity (row, &self->detector.severity, error) || !parse_tags (self, row, error)
      || !parse_contexts (knowledge, row, "allow", &self->allowed, error)
      || !take_match (knowledge, self, row, owner, error) || !take_inside (knowledge, self, row, owner, error)
      || !take_always (knowledge, self, row, owner, error) || !parse_cases (self, row, error)
      || !parse_statements (knowledge, self, row, error)
      || !parse_rules (knowledge, row, "also", &self->also, error)
      || !parse_rules (knowledge, row, "unless", &self->unless, error)
      || !parse_near (knowledge, row, &self->near, error) || !parse_variants (knowledge, self, row, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
sp_finding_rule_free (SpFindingRule *self)
{
  g_clear_pointer (&self->also, g_ptr_array_unref);
  g_clear_pointer (&self->unless, g_ptr_array_unref);
  g_clear_pointer (&self->near.rules, g_ptr_array_unref);
  g_ptr_array_unref (self->variants);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->statements);
  g_strfreev (self->lacks);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_free (self);
}
