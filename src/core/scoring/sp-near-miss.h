/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-rubric-private.h"

G_BEGIN_DECLS

gboolean sp_near_read (JsonObject *question, const SpConditionScope *scope, GPtrArray *near, GError **error);
void     sp_near_free (SpNear *near);

void sp_near_miss_find (const GPtrArray *sought, const GPtrArray *near, const SpObservations *observations,
                        GArray *evidence, const char **reason);

G_END_DECLS
