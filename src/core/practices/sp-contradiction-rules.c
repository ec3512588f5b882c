/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-contradiction-rules.h"

#include <string.h>

#include "sp-error.h"

struct _SpContradictionRules
{
  GHashTable *explanations;  /* (owned): kind → text */
  GStrv too_wide;            /* (owned) */
  GStrv too_wide_to_collect; /* (owned) */
  GStrv read_alike;          /* (owned) */
  GStrv expected_recipients; /* (owned) */
  GStrv expected_purposes;   /* (owned) */
  GArray *affirmations;      /* (owned) (element-type SpDetectionName) */
  GArray *denials;           /* (owned) (element-type SpDetectionName) */
  GPtrArray *pairs;          /* (owned) (element-type SpContradictionPair) */
  GPtrArray *announcements;  /* (owned) (element-type SpAnnouncement) */
};

static void
clear_name (SpDetectionName *name)
{
  g_free (name->id);
}

static void
pair_free (SpContradictionPair *pair)
{
  g_free (pair->explanation);
  g_clear_pointer (&pair->a, g_array_unref);
  g_clear_pointer (&pair->b, g_array_unref);
  g_free (pair);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpContradictionPair, pair_free)

static void
announcement_free (SpAnnouncement *announcement)
{
  g_free (announcement->detector);
  g_free (announcement->explanation);
  g_free (announcement->kept_by_heading);
  g_free (announcement);
}

/* Whether @detection is of that id, in that variant. */
gboolean
sp_detection_name_matches (const SpDetectionName *name, const SpDetection *detection)
{
  const char *variant = detection->variant != NULL ? detection->variant : "plain";

  return g_str_equal (detection->detector->id, name->id)
         && (name->variant == NULL || g_str_equal (name->variant, variant));
}

static gboolean
is_named (const GArray *names, const SpDetection *detection)
{
  for (guint i = 0; i < names->len; i++)
    if (sp_detection_name_matches (&g_array_index (names, SpDetectionName, i), detection))
      return TRUE;
  return FALSE;
}

static GStrv
read_strings (JsonObject *object, const char *member, GError **error)
{
  JsonArray *array = sp_json_require_array (object, member, error);
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (strings, json_array_get_string_element (array, i));
  return array != NULL ? g_strv_builder_end (strings) : NULL;
}

/* “ID” or “ID:variant”. */
static GArray *
read_names (JsonObject *object, const char *member, GError **error)
{
  g_auto (GStrv) strings = read_strings (object, member, error);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (SpDetectionName));

  g_array_set_clear_func (names, (GDestroyNotify) clear_name);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      const char *colon = strchr (strings[i], ':');
      SpDetectionName name = { NULL, colon != NULL ? g_intern_string (colon + 1) : NULL };

      name.id = colon != NULL ? g_strndup (strings[i], colon - strings[i]) : g_strdup (strings[i]);
      g_array_append_val (names, name);
    }
  return names;
}

static gboolean
read_pair (SpContradictionRules *self, JsonObject *row, GError **error)
{
  g_autoptr (SpContradictionPair) pair = g_new0 (SpContradictionPair, 1);
  const char *kind = sp_json_require_string (row, "kind", error);
  const char *explanation = kind != NULL ? sp_json_require_string (row, "explanation", error) : NULL;

  if (explanation == NULL)
    return FALSE;
  pair->kind = g_intern_string (kind);
  pair->explanation = g_strdup (explanation);
  pair->confidence = sp_json_get_double (row, "confidence", 0.6);
  pair->adjacent = sp_json_get_boolean (row, "adjacent", FALSE);
  pair->a = read_names (row, "a", error);
  pair->b = pair->a->len > 0 ? read_names (row, "b", error) : NULL;
  if (pair->b == NULL || pair->b->len == 0)
    {
      if (error == NULL || *error == NULL)
        g_set_error_literal (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "“a” and “b” must name detectors");
      return FALSE;
    }
  g_ptr_array_add (self->pairs, g_steal_pointer (&pair));
  return TRUE;
}

static gboolean
read_pairs (SpContradictionRules *self, JsonObject *object, GError **error)
{
  JsonArray *rows = sp_json_require_array (object, "pairs", error);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    if (!read_pair (self, json_array_get_object_element (rows, i), error))
      {
        g_prefix_error (error, "pair %u: ", i);
        return FALSE;
      }
  return rows != NULL;
}

static gboolean
read_announcements (SpContradictionRules *self, JsonObject *object, GError **error)
{
  JsonArray *rows = sp_json_require_array (object, "announcements", error);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *detector = sp_json_require_string (row, "detector", error);
      const char *text = detector != NULL ? sp_json_require_string (row, "explanation", error) : NULL;
      SpAnnouncement *announcement;

      if (text == NULL)
        return FALSE;
      announcement = g_new0 (SpAnnouncement, 1);
      announcement->detector = g_strdup (detector);
      announcement->explanation = g_strdup (text);
      announcement->names_heading = sp_json_get_boolean (row, "names_heading", FALSE);
      announcement->kept_by_heading = g_strdup (sp_json_get_string (row, "kept_by_heading"));
      g_ptr_array_add (self->announcements, announcement);
    }
  return rows != NULL;
}

static gboolean
read_kinds (SpContradictionRules *self, JsonObject *object, GError **error)
{
  JsonArray *rows = sp_json_require_array (object, "kinds", error);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *id = sp_json_require_string (row, "id", error);
      const char *text = id != NULL ? sp_json_require_string (row, "explanation", error) : NULL;

      if (text == NULL)
        return FALSE;
      g_hash_table_insert (self->explanations, g_strdup (id), g_strdup (text));
    }
  return rows != NULL;
}

/**
 * sp_contradiction_rules_new:
 * @object: what contradictions.json holds
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the row that is wrong.
 *
 * Returns: (transfer full): the rules
 */
SpContradictionRules *
sp_contradiction_rules_new (JsonObject *object, GError **error)
{
  g_autoptr (SpContradictionRules) self = g_new0 (SpContradictionRules, 1);

  self->explanations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) pair_free);
  self->announcements = g_ptr_array_new_with_free_func ((GDestroyNotify) announcement_free);
  if (!read_kinds (self, object, error) || !read_pairs (self, object, error)
      || !read_announcements (self, object, error))
    return NULL;
  self->too_wide = read_strings (object, "too_wide", error);
  if (self->too_wide != NULL)
    self->too_wide_to_collect = read_strings (object, "too_wide_to_collect", error);
  if (self->too_wide_to_collect != NULL)
    self->read_alike = read_strings (object, "read_alike", error);
  if (self->read_alike != NULL)
    self->expected_recipients = read_strings (object, "expected_recipients", error);
  if (self->expected_recipients != NULL)
    self->expected_purposes = read_strings (object, "expected_purposes", error);
  if (self->expected_purposes == NULL)
    return NULL;
  self->affirmations = read_names (object, "affirmations", error);
  self->denials = read_names (object, "denials", error);
  return self->affirmations->len > 0 && self->denials->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
sp_contradiction_rules_free (SpContradictionRules *self)
{
  g_hash_table_unref (self->explanations);
  g_strfreev (self->too_wide);
  g_strfreev (self->too_wide_to_collect);
  g_strfreev (self->read_alike);
  g_strfreev (self->expected_recipients);
  g_strfreev (self->expected_purposes);
  g_clear_pointer (&self->affirmations, g_array_unref);
  g_clear_pointer (&self->denials, g_array_unref);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->announcements);
  g_free (self);
}

/**
 * sp_contradiction_rules_get_explanation:
 *
 * Returns: (nullable): what is said of a kind, or %NULL if pairs of that kind are not reported
 */
const char *
sp_contradiction_rules_get_explanation (const SpContradictionRules *self, const char *kind)
{
  return g_hash_table_lookup (self->explanations, kind);
}

GStrv
sp_contradiction_rules_get_too_wide (const SpContradictionRules *self)
{
  return self->too_wide;
}

GStrv
sp_contradiction_rules_get_too_wide_to_collect (const SpContradictionRules *self)
{
  return self->too_wide_to_collect;
}

GStrv
sp_contradiction_rules_get_read_alike (const SpContradictionRules *self)
{
  return self->read_alike;
}

GStrv
sp_contradiction_rules_get_expected_recipients (const SpContradictionRules *self)
{
  return self->expected_recipients;
}

GStrv
sp_contradiction_rules_get_expected_purposes (const SpContradictionRules *self)
{
  return self->expected_purposes;
}

/**
 * sp_contradiction_rules_affirm:
 *
 * Returns: whether @detection is one of the "affirmations"
 */
gboolean
sp_contradiction_rules_affirm (const SpContradictionRules *self, const SpDetection *detection)
{
  return is_named (self->affirmations, detection);
}

/**
 * sp_contradiction_rules_deny:
 *
 * Returns: whether @detection is one of the "denials"
 */
gboolean
sp_contradiction_rules_deny (const SpContradictionRules *self, const SpDetection *detection)
{
  return is_named (self->denials, detection);
}

/**
 * sp_contradiction_rules_get_pairs:
 *
 * Returns: (transfer none) (element-type SpContradictionPair): in the order of the file
 */
GPtrArray *
sp_contradiction_rules_get_pairs (const SpContradictionRules *self)
{
  return self->pairs;
}

/**
 * sp_contradiction_rules_get_announcements:
 *
 * Returns: (transfer none) (element-type SpAnnouncement): in the order of the file
 */
GPtrArray *
sp_contradiction_rules_get_announcements (const SpContradictionRules *self)
{
  return self->announcements;
}
