/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpJsonWriter:
 *
 * Writes JSON in the order it is told, the same bytes on every machine. In objects each value
 * takes the name of its member; in arrays and at the root the name is %NULL.
 */
typedef struct _SpJsonWriter SpJsonWriter;

SP_EXPORT SpJsonWriter *sp_json_writer_new (gboolean pretty);
SP_EXPORT void          sp_json_writer_free (SpJsonWriter *self);
SP_EXPORT char         *sp_json_writer_finish (SpJsonWriter *self, gsize *length);

SP_EXPORT void sp_json_writer_begin_object (SpJsonWriter *self, const char *name);
SP_EXPORT void sp_json_writer_end_object (SpJsonWriter *self);
SP_EXPORT void sp_json_writer_begin_array (SpJsonWriter *self, const char *name);
SP_EXPORT void sp_json_writer_end_array (SpJsonWriter *self);

SP_EXPORT void sp_json_writer_string (SpJsonWriter *self, const char *name, const char *value);
SP_EXPORT void sp_json_writer_string_len (SpJsonWriter *self, const char *name, const char *value,
                                          gsize length);
SP_EXPORT void sp_json_writer_int (SpJsonWriter *self, const char *name, gint64 value);
SP_EXPORT void sp_json_writer_double (SpJsonWriter *self, const char *name, double value, guint decimals);
SP_EXPORT void sp_json_writer_boolean (SpJsonWriter *self, const char *name, gboolean value);
SP_EXPORT void sp_json_writer_null (SpJsonWriter *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpJsonWriter, sp_json_writer_free)

SP_EXPORT double sp_round (double value, guint decimals);

G_END_DECLS
