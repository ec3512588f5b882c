/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How sums become a grade, read from the rubric. */

#include <math.h>
#include <string.h>

#include "sp-error.h"
#include "sp-rubric-private.h"

static gboolean
fail (GError **error, const char *message)
{
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "grading: %s", message);
  return FALSE;
}

static gboolean
read_weights (JsonObject *object, SpGrading *grading, GError **error)
{
  JsonObject *weights = sp_json_get_object (object, "weights");
  double sum = 0;

  if (weights == NULL)
    return fail (error, "an object “weights” is missing");
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      grading->weights[i] = sp_json_get_double (weights, sp_dimension_get_id (i), NAN);
      sum += grading->weights[i];
    }
  return fabs (sum - 1) < 1e-9 || fail (error, "the weights of the dimensions must add up to 1");
}

static char
parse_grade (const char *text)
{
  return text != NULL && strlen (text) == 1 && text[0] >= 'A' && text[0] <= 'E' ? text[0] : 0;
}

static gboolean
read_bounds (JsonObject *object, SpGrading *grading, GError **error)
{
  JsonArray *rows = sp_json_get_array (object, "grades");
  double above = INFINITY;

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      SpGradeBound bound = { parse_grade (sp_json_get_string (row, "grade")),
                             sp_json_get_double (row, "from", NAN) };

      if (bound.grade != (char) ('A' + i) || !(bound.from < above))
        return fail (error, "“grades” must go down from A to E");
      above = bound.from;
      g_array_append_val (grading->bounds, bound);
    }
  return (grading->bounds->len == 5 && above == 0)
         || fail (error, "“grades” must have five rows, the last from 0");
}

static gboolean
read_cap (JsonObject *row, SpCapRule *cap, GError **error)
{
  const char *severity = sp_json_get_string (row, "severity");

  cap->id = sp_json_require_string (row, "id", error);
  cap->message = cap->id != NULL ? sp_json_require_string (row, "message", error) : NULL;
  if (cap->message == NULL)
    return FALSE;
  if (severity != NULL && !sp_severity_parse (severity, &cap->severity))
    return fail (error, "a cap names no severity");

  cap->at_most = parse_grade (sp_json_get_string (row, "at_most"));
  cap->at_least = severity != NULL ? (guint) sp_json_get_double (row, "at_least", 1) : 0;
  cap->transparency_below = sp_json_get_double (row, "transparency_below", NAN);
  cap->answered_at_most = sp_json_get_double (row, "answered_at_most", NAN);
  return TRUE;
}

static gboolean
read_caps (JsonObject *object, SpGrading *grading, GError **error)
{
  JsonArray *rows = sp_json_require_array (object, "caps", error);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      SpCapRule cap = { NULL };

      if (!read_cap (json_array_get_object_element (rows, i), &cap, error))
        return FALSE;
      g_array_append_val (grading->caps, cap);
    }
  return rows != NULL;
}

static gboolean
read_no_grade (JsonObject *object, SpGrading *grading, GError **error)
{
  JsonObject *rules = sp_json_get_object (object, "no_grade");

  if (rules == NULL)
    return fail (error, "an object “no_grade” is missing");
  grading->min_words = (guint) sp_json_get_double (rules, "below_words", 0);
  grading->min_categories = (guint) sp_json_get_double (rules, "below_categories", 0);
  grading->min_is_policy = sp_json_get_double (rules, "below_is_policy", 0);
  grading->language = sp_json_require_string (rules, "language_other_than", error);
  return grading->language != NULL;
}

static gboolean
read_trust (JsonObject *object, SpTrust *trust, GError **error)
{
  JsonObject *rules = sp_json_get_object (object, "confidence");
  JsonArray *damages = rules != NULL ? sp_json_get_array (rules, "damages") : NULL;

  if (damages == NULL)
    return fail (error, "an object “confidence” with “damages” is missing");
  *trust = (SpTrust) {
    .high = sp_json_get_double (rules, "high_from", 1),
    .low = sp_json_get_double (rules, "low_up_to", 0),
    .damage = sp_json_get_double (rules, "damage_each", 0),
    .damages = g_ptr_array_new (),
    .damaged_clause = sp_json_get_double (rules, "damaged_clauses", 0),
    .long_block = (gsize) sp_json_get_double (rules, "long_block", G_MAXUINT32),
  };
  for (guint i = 0; i < json_array_get_length (damages); i++)
    {
      const char *id = json_array_get_string_element (damages, i);

      if (id == NULL)
        return fail (error, "“damages” holds names of diagnostics");
      g_ptr_array_add (trust->damages, (gpointer) id);
    }
  return TRUE;
}

/**
 * sp_rubric_read_grading:
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: whether all was there
 */
gboolean
sp_rubric_read_grading (JsonObject *object, SpGrading *grading, SpTrust *trust, GError **error)
{
  JsonObject *rules = sp_json_get_object (object, "grading");

  if (rules == NULL)
    return fail (error, "an object “grading” is missing");
  grading->bounds = g_array_new (FALSE, FALSE, sizeof (SpGradeBound));
  grading->caps = g_array_new (FALSE, FALSE, sizeof (SpCapRule));
  grading->unanswered = sp_json_get_double (rules, "unanswered", 0);
  grading->close_to = sp_json_get_double (rules, "close_to", 0);
  return read_weights (rules, grading, error) && read_bounds (rules, grading, error)
         && read_caps (rules, grading, error) && read_no_grade (rules, grading, error)
         && read_trust (rules, trust, error);
}

void
sp_grading_clear (SpGrading *self)
{
  g_clear_pointer (&self->bounds, g_array_unref);
  g_clear_pointer (&self->caps, g_array_unref);
}

void
sp_trust_clear (SpTrust *self)
{
  g_clear_pointer (&self->damages, g_ptr_array_unref);
}
