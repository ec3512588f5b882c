/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-json-private.h"

#include <string.h>

#include "sp-error.h"
#include "sp-resource.h"

static gboolean
check_depth (const char *data, gsize length, GError **error)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = data[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if (c == '[' || c == '{')
        depth++;
      else if ((c == ']' || c == '}') && depth > 0)
        depth--;

      if (depth > SP_JSON_MAX_DEPTH)
        {
          g_set_error (error, SP_ERROR, SP_ERROR_TOO_DEEP,
                       "JSON is nested deeper than %d levels at byte %" G_GSIZE_FORMAT,
                       SP_JSON_MAX_DEPTH, i);
          return FALSE;
        }
    }

  return TRUE;
}

/* Nodes are not sealed: that hashes every value, a tenth of the time, and we only read them. */
static JsonNode *
parse (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local_error = NULL;

  if (!json_parser_load_from_data (parser, data, length, &local_error))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_PARSE, "Not valid JSON: %s", local_error->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_PARSE, "Not valid JSON: it is empty");
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * sp_json_parse:
 * @data: JSON in UTF-8
 * @length: in bytes, or -1 if NUL-terminated
 *
 * Errors: %SP_ERROR_TOO_DEEP, %SP_ERROR_PARSE.
 *
 * Returns: (transfer full): the root, never %NULL without @error set
 */
JsonNode *
sp_json_parse (const char *data, gssize length, GError **error)
{
  gsize n = length < 0 ? strlen (data) : (gsize) length;

  return check_depth (data, n, error) ? parse (data, n, error) : NULL;
}

/**
 * sp_json_parse_of_schema:
 * @length: in bytes, or -1 if NUL-terminated
 * @schema: what its member “schema” has to say
 *
 * Parses one of our own JSON forms.
 *
 * Errors: those of sp_json_parse(), %SP_ERROR_PARSE for another form.
 *
 * Returns: (transfer full): the root, an object
 */
JsonNode *
sp_json_parse_of_schema (const char *data, gssize length, const char *schema, GError **error)
{
  g_autoptr (JsonNode) root = sp_json_parse (data, length, error);

  if (root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (root)
      && g_strcmp0 (sp_json_get_string (json_node_get_object (root), "schema"), schema) == 0)
    return g_steal_pointer (&root);
  g_set_error (error, SP_ERROR, SP_ERROR_PARSE, "its “schema” is not “%s”", schema);
  return NULL;
}

/**
 * sp_json_parse_resource:
 * @name: as for sp_resource_lookup(); must hold an object
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the file's name.
 *
 * Returns: (transfer full): the root, which holds an object
 */
JsonNode *
sp_json_parse_resource (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;
  const char *data;

  bytes = sp_resource_lookup (name, error);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  /* Our own files are not nested too deep. */
  root = parse (data, length, &local_error);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "%s: %s", name,
                   local_error != NULL ? local_error->message : "an object is expected");
      return NULL;
    }

  return g_steal_pointer (&root);
}

/**
 * sp_json_get_string:
 *
 * Returns: (transfer none) (nullable): the string @member, %NULL if it is absent or of another type
 */
const char *
sp_json_get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * sp_json_require_string:
 *
 * Errors: %SP_ERROR_KNOWLEDGE if there is no such string.
 *
 * Returns: (transfer none): the string @member
 */
const char *
sp_json_require_string (JsonObject *object, const char *member, GError **error)
{
  const char *value = sp_json_get_string (object, member);

  if (value == NULL)
    g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "a string “%s” is missing", member);
  return value;
}

/**
 * sp_json_get_array:
 *
 * Returns: (transfer none) (nullable): the array @member, %NULL if it is absent or of another type
 */
JsonArray *
sp_json_get_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * sp_json_require_array:
 *
 * Errors: %SP_ERROR_KNOWLEDGE if there is no such array.
 *
 * Returns: (transfer none): the array @member
 */
JsonArray *
sp_json_require_array (JsonObject *object, const char *member, GError **error)
{
  JsonArray *value = sp_json_get_array (object, member);

  if (value == NULL)
    g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "an array “%s” is missing", member);
  return value;
}

/**
 * sp_json_dup_strings:
 *
 * Returns: (transfer full) (nullable): the texts of the array @member, %NULL if there is no array
 */
GStrv
sp_json_dup_strings (JsonObject *object, const char *member)
{
  JsonArray *array = sp_json_get_array (object, member);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (node));
    }
  return g_strv_builder_end (builder);
}

/**
 * sp_json_get_object:
 *
 * Returns: (transfer none) (nullable): the object @member, %NULL if it is absent or of another type
 */
JsonObject *
sp_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * sp_json_get_double:
 *
 * Returns: the number @member, or @fallback if it is absent or of another type
 */
double
sp_json_get_double (JsonObject *object, const char *member, double fallback)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return fallback;
  return json_node_get_double (node);
}

/**
 * sp_json_get_boolean:
 *
 * Returns: the truth value @member, or @fallback
 */
gboolean
sp_json_get_boolean (JsonObject *object, const char *member, gboolean fallback)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return fallback;
  return json_node_get_boolean (node);
}

static gboolean
read_string (JsonObject *object, const char *name, char **value, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  *value = g_strdup (sp_json_get_string (object, name));
  if (*value == NULL)
    g_set_error (error, SP_ERROR, SP_ERROR_PARSE, "“%s” is no string", name);
  return *value != NULL;
}

/**
 * sp_json_read_strings:
 * @data: one JSON object
 * @length: in bytes
 * @names: (array zero-terminated=1): the members wanted; others are ignored
 * @values: (out caller-allocates): for each name its value, to be freed, or %NULL where it is absent or
 *   null
 *
 * Reads one line of JSON Lines.
 *
 * Errors: %SP_ERROR_PARSE if it is no object or a wanted member is no string, %SP_ERROR_TOO_DEEP; the
 * values are all %NULL then.
 *
 * Returns: whether it could be read
 */
gboolean
sp_json_read_strings (const char *data, gsize length, const char *const *names, char **values,
                      GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  gboolean done = TRUE;
  guint n_names = g_strv_length ((char **) names);

  for (guint i = 0; i < n_names; i++)
    values[i] = NULL;

  root = sp_json_parse (data, length, error);
  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_PARSE, "Not a JSON object");
      return FALSE;
    }

  for (guint i = 0; done && i < n_names; i++)
    done = read_string (json_node_get_object (root), names[i], &values[i], error);
  for (guint i = 0; !done && i < n_names; i++)
    g_clear_pointer (&values[i], g_free);
  return done;
}

/**
 * sp_json_check_members:
 * @known: (array zero-terminated=1): the members that may stand there
 *
 * Refuses a misspelt member, which would else be overlooked.
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 */
gboolean
sp_json_check_members (JsonObject *object, const char *const *known, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "unknown member “%s”", (const char *) l->data);
        return FALSE;
      }
  return TRUE;
}
