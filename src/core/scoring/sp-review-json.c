/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A review as text: what an export carries under “review”, and a file or a library keeps. */

#include <math.h>

#include "sp-error.h"
#include "sp-analysis-private.h"
#include "sp-json-private.h"
#include "sp-profile-private.h"
#include "sp-review-private.h"

#define SCHEMA "smallprint.review/1"
#define UNREADABLE "The review cannot be read: "

/* Writing */

static void
write_remark (const SpRemark *remark, gsize start, gsize end, SpJsonWriter *json)
{
  sp_json_writer_begin_object (json, NULL);
  if (remark->finding != NULL)
    sp_json_writer_string (json, "finding", remark->finding);
  sp_json_writer_int (json, "start", start);
  sp_json_writer_int (json, "end", end);
  sp_json_writer_string (json, "quote", remark->quote);
  if (remark->finding == NULL)
    {
      sp_json_writer_begin_array (json, "labels");
      for (guint i = 0; i < SP_N_CATEGORIES; i++)
        if ((remark->categories & (1u << i)) != 0)
          sp_json_writer_string (json, NULL, sp_category_get_id (i));
      sp_json_writer_end_array (json);
    }
  sp_json_writer_end_object (json);
}

static void
write_remarks (SpReview *self, SpJsonWriter *json, const char *name, gboolean of_findings)
{
  sp_json_writer_begin_array (json, name);
  for (guint i = 0; i < self->remarks->len; i++)
    {
      const SpRemark *remark = self->remarks->pdata[i];

      if ((remark->finding != NULL) == of_findings)
        write_remark (remark, remark->start, remark->end, json);
    }
  sp_json_writer_end_array (json);
}

static void
write_dismissed (SpReview *self, SpJsonWriter *json)
{
  sp_json_writer_begin_array (json, "dismissed");
  for (guint i = 0; i < self->dismissed->len; i++)
    sp_json_writer_string (json, NULL, self->dismissed->pdata[i]);
  sp_json_writer_end_array (json);
}

/**
 * sp_review_to_json:
 *
 * Returns: (transfer full): one line of JSON, the same for equal reviews
 */
char *
sp_review_to_json (SpReview *self)
{
  g_autoptr (SpJsonWriter) json = sp_json_writer_new (FALSE);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "schema", SCHEMA);
  write_dismissed (self, json);
  write_remarks (self, json, "dismissed_places", TRUE);
  write_remarks (self, json, "corrected", FALSE);
  sp_json_writer_end_object (json);
  return sp_json_writer_finish (json, NULL);
}

static void
write_placed (const SpOverrides *overrides, const SpOffsetMap *offsets, SpJsonWriter *json, const char *name,
              gboolean of_findings)
{
  sp_json_writer_begin_array (json, name);
  for (guint i = 0; i < overrides->places->len; i++)
    {
      const SpOverride *override = &g_array_index (overrides->places, SpOverride, i);

      if ((override->remark->finding != NULL) == of_findings)
        write_remark (override->remark, sp_offset_map_to_code_points (offsets, override->span.start),
                      sp_offset_map_to_code_points (offsets, override->span.end), json);
    }
  sp_json_writer_end_array (json);
}

/**
 * sp_review_write_placed:
 * @analysis: reviewed
 *
 * Writes what a reader objects to and what matters to the reader, as members of an object that is open:
 * places where they stand in this text, and apart from them those that no longer do.
 */
void
sp_review_write_placed (SpAnalysis *analysis, const SpOffsetMap *offsets, SpJsonWriter *json)
{
  const SpOverrides *overrides = sp_analysis_get_overrides (analysis);
  SpProfile *profile = sp_analysis_get_profile (analysis);

  write_dismissed (overrides->review, json);
  write_placed (overrides, offsets, json, "dismissed_places", TRUE);
  write_placed (overrides, offsets, json, "corrected", FALSE);
  sp_json_writer_begin_array (json, "unplaced");
  for (guint i = 0; i < overrides->unplaced->len; i++)
    {
      const SpRemark *remark = overrides->unplaced->pdata[i];

      write_remark (remark, remark->start, remark->end, json);
    }
  sp_json_writer_end_array (json);
  if (profile == NULL)
    {
      sp_json_writer_null (json, "profile");
      return;
    }
  sp_json_writer_begin_object (json, "profile");
  sp_profile_write_members (profile, json);
  sp_json_writer_end_object (json);
}

/* Reading */

static gboolean
fail (GError **error, const char *message)
{
  g_set_error (error, SP_ERROR, SP_ERROR_PARSE, UNREADABLE "%s", message);
  return FALSE;
}

/* A list that may be missing; %FALSE if it is something else. */
static gboolean
get_list (JsonObject *root, const char *name, JsonArray **list, GError **error)
{
  *list = sp_json_get_array (root, name);
  if (*list != NULL || !json_object_has_member (root, name))
    return TRUE;
  g_set_error (error, SP_ERROR, SP_ERROR_PARSE, UNREADABLE "“%s” is no list", name);
  return FALSE;
}

static const char *
get_text (JsonArray *list, guint index)
{
  JsonNode *node = json_array_get_element (list, index);

  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gboolean
read_dismissed (SpReview *self, JsonObject *root, GError **error)
{
  JsonArray *list;

  if (!get_list (root, "dismissed", &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      const char *finding = get_text (list, i);

      if (finding == NULL)
        return fail (error, "“dismissed” holds ids of findings");
      sp_review_add_dismissed (self, finding);
    }
  return TRUE;
}

static gboolean
read_labels (JsonObject *row, guint *categories, GError **error)
{
  JsonArray *labels = sp_json_get_array (row, "labels");

  *categories = 0;
  if (labels == NULL)
    return fail (error, "a correction needs “labels”");
  for (guint i = 0; i < json_array_get_length (labels); i++)
    {
      const char *label = get_text (labels, i);
      SpCategory category;

      if (label == NULL || !sp_category_parse (label, &category))
        return fail (error, "a label is none of the twelve");
      *categories |= 1u << category;
    }
  return TRUE;
}

static gboolean
read_remark (SpReview *self, JsonObject *row, gboolean of_findings, GError **error)
{
  const char *finding = sp_json_get_string (row, "finding");
  const char *quote = sp_json_get_string (row, "quote");
  double start = sp_json_get_double (row, "start", NAN);
  double end = sp_json_get_double (row, "end", NAN);
  guint categories = 0;

  if (quote == NULL || *quote == '\0' || !(start >= 0 && start < end && end <= G_MAXUINT32))
    return fail (error, "a place needs “start”, “end” and “quote”");
  if (of_findings && finding == NULL)
    return fail (error, "a dismissed place needs a “finding”");
  if (!of_findings && !read_labels (row, &categories, error))
    return FALSE;
  sp_review_add_remark (self, sp_remark_new (of_findings ? finding : NULL, categories, (gsize) start,
                                             (gsize) end, quote));
  return TRUE;
}

static gboolean
read_remarks (SpReview *self, JsonObject *root, const char *name, gboolean of_findings, GError **error)
{
  JsonArray *list;

  if (!get_list (root, name, &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail (error, "a place is an object");
      if (!read_remark (self, json_node_get_object (node), of_findings, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sp_review_new_from_json:
 * @length: in bytes, or -1 if NUL-terminated
 *
 * Reads what sp_review_to_json() writes.
 *
 * Errors: %SP_ERROR_PARSE, %SP_ERROR_TOO_DEEP.
 *
 * Returns: (transfer full): the review
 */
SpReview *
sp_review_new_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse_of_schema (json, length, SCHEMA, error);
  g_autoptr (SpReview) self = sp_review_new ();
  JsonObject *object;

  if (root == NULL)
    {
      g_prefix_error_literal (error, UNREADABLE);
      return NULL;
    }
  object = json_node_get_object (root);
  if (!read_dismissed (self, object, error)
      || !read_remarks (self, object, "dismissed_places", TRUE, error)
      || !read_remarks (self, object, "corrected", FALSE, error))
    return NULL;
  return g_steal_pointer (&self);
}
