/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-citation.h"
#include "sp-json-private.h"
#include "sp-observations.h"

G_BEGIN_DECLS

/**
 * SpCondition:
 *
 * What must have been observed for a rule to apply. In JSON it is a name or an object:
 *
 * - "SELL_DENIED": observed at all; "SELL_DENIED:exception": in that variant; "SELL_DENIED:plain": in
 *   none; "statement:sell:denied", "data:location": see sp-observed-statements.h; "SELL_DENIED:!exception": in any but that; "@PURPOSES": any name of that set
 * - {"all": […]}, {"any": […]}, {"none": […]}: over names and objects
 * - {"count": {"of": […], "at_least": 3}}: so many different ones of the list; sets count each name
 * - {"together": {"of": […], "in": "sentence"}}: names, all at one place; or "in": "segment"
 *
 * An object with several members asks for all of them. Immutable; any thread.
 */
typedef struct _SpCondition SpCondition;

/**
 * SpNameCheck:
 * @variant: (nullable): the variant asked for, if it is not "plain"
 *
 * Returns: whether rules may use @name, which never comes with its variant
 */
typedef gboolean (*SpNameCheck) (const char *name, const char *variant, gpointer user_data);

/**
 * SpConditionScope:
 * @sets: (nullable): arrays of names, by the name of the set
 * @is_known: (nullable): refuses misspelt names
 */
typedef struct
{
  JsonObject *sets;
  SpNameCheck is_known;
  gpointer user_data;
} SpConditionScope;

SpCondition *sp_condition_new (JsonNode *node, const SpConditionScope *scope, GError **error);
void         sp_condition_free (SpCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpCondition, sp_condition_free)

gboolean sp_condition_holds (const SpCondition *self, const SpObservations *observations);
gboolean sp_condition_is_positive (const SpCondition *self);
void     sp_condition_cite (const SpCondition *self, const SpObservations *observations,
                            GPtrArray *groups);
void     sp_condition_collect_names (const SpCondition *self, GPtrArray *names);
guint    sp_condition_list_names (const SpCondition *self, const SpObservations *observations,
                                  GPtrArray *names);

G_END_DECLS
