/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Lends json-glib's objects to the knowledge loaders of the later stages. */

#include <json-glib/json-glib.h>

#include "sp-json.h"

G_BEGIN_DECLS

JsonNode   *sp_json_parse (const char *data, gssize length, GError **error);
JsonNode   *sp_json_parse_of_schema (const char *data, gssize length, const char *schema, GError **error);
JsonNode   *sp_json_parse_resource (const char *name, GError **error);
const char *sp_json_get_string (JsonObject *object, const char *member);
const char *sp_json_require_string (JsonObject *object, const char *member, GError **error);
JsonArray  *sp_json_get_array (JsonObject *object, const char *member);
JsonArray  *sp_json_require_array (JsonObject *object, const char *member, GError **error);
GStrv       sp_json_dup_strings (JsonObject *object, const char *member);
JsonObject *sp_json_get_object (JsonObject *object, const char *member);
double      sp_json_get_double (JsonObject *object, const char *member, double fallback);
gboolean    sp_json_check_members (JsonObject *object, const char *const *known, GError **error);
gboolean    sp_json_get_boolean (JsonObject *object, const char *member, gboolean fallback);

G_END_DECLS
