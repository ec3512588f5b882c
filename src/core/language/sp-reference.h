/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/* The file that holds what documents are compared with. */
#define SP_REFERENCE_RESOURCE "knowledge/percentiles.json"

/**
 * SpReference:
 *
 * How the figures of a named set of policies are spread, so that a figure can be shown with its
 * place among them. Immutable; any thread.
 */
typedef struct _SpReference SpReference;

SpReference *sp_reference_new_from_resource (GError **error);
SpReference *sp_reference_ref (SpReference *self);
void         sp_reference_unref (SpReference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpReference, sp_reference_unref)

SP_EXPORT const char *sp_reference_get_name (const SpReference *self);
SP_EXPORT guint       sp_reference_get_n_policies (const SpReference *self);
SP_EXPORT int         sp_reference_get_percentile (const SpReference *self, const char *figure,
                                                   double value);

G_END_DECLS
