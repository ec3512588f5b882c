/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpSource:
 * @bytes: the file as it is
 * @name: shown to people and used to guess the type: a base name, never a path
 * @media_type: (nullable): what the caller knows of the type, else it is sniffed
 * @charset: (nullable): what the reader chose ("Import again with encoding…"), else it is decided
 *
 * A file or a piece of text as it came in.
 */
typedef struct
{
  GBytes *bytes;
  char *name;
  char *media_type;
  char *charset;
} SpSource;

#define SP_TYPE_SOURCE (sp_source_get_type ())
SP_EXPORT GType sp_source_get_type (void);

SP_EXPORT SpSource *sp_source_new (GBytes *bytes, const char *name, const char *media_type);
SP_EXPORT SpSource *sp_source_new_for_file (GFile *file, GCancellable *cancellable, GError **error);
SP_EXPORT SpSource *sp_source_new_for_stream (GInputStream *stream, const char *name,
                                              GCancellable *cancellable, GError **error);
SP_EXPORT const char *sp_source_describe_error (const GError *error);
SP_EXPORT SpSource *sp_source_copy (const SpSource *self);
SP_EXPORT void      sp_source_free (SpSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSource, sp_source_free)

G_END_DECLS
