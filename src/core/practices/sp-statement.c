/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-statement.h"

#include <glib/gi18n-lib.h>

static const char *const subject_ids[] = { "first-party", "third-party", "user", "unknown" };

static const char *const modality_ids[] = {
  "stated", "committed", "permitted", "attempted", "right", "duty", "deemed",
};

static const char *const period_ids[] = { "", "stated", "limited", "indefinite" };

static const struct
{
  const char *id;
  const char *title;
} actions[] = {
  [SP_ACTION_COLLECT] = { "collect", N_("collects") },
  [SP_ACTION_USE] = { "use", N_("uses") },
  [SP_ACTION_SHARE] = { "share", N_("shares") },
  [SP_ACTION_SELL] = { "sell", N_("sells") },
  [SP_ACTION_TRACK] = { "track", N_("tracks") },
  [SP_ACTION_RETAIN] = { "retain", N_("keeps") },
  [SP_ACTION_DELETE] = { "delete", N_("deletes") },
  [SP_ACTION_SECURE] = { "secure", N_("protects") },
  [SP_ACTION_NOTIFY] = { "notify", N_("notifies") },
  [SP_ACTION_ALLOW] = { "allow", N_("allows") },
};

void
sp_statement_free (SpStatement *self)
{
  g_clear_pointer (&self->data, g_array_unref);
  g_clear_pointer (&self->recipients, g_array_unref);
  g_clear_pointer (&self->purposes, g_array_unref);
  g_free (self);
}

const char *
sp_subject_get_id (SpSubject subject)
{
  return subject_ids[subject];
}

const char *
sp_action_get_id (SpAction action)
{
  return actions[action].id;
}

/**
 * sp_action_get_title:
 *
 * Returns: the verb as it follows a subject, translated (“shares”)
 */
const char *
sp_action_get_title (SpAction action)
{
  return _(actions[action].title);
}

const char *
sp_modality_get_id (SpModality modality)
{
  return modality_ids[modality];
}

/**
 * sp_period_get_id:
 *
 * Returns: (nullable): %NULL for none
 */
const char *
sp_period_get_id (SpPeriod period)
{
  return period != SP_PERIOD_NONE ? period_ids[period] : NULL;
}

SpPeriod
sp_period_parse (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (period_ids); i++)
    if (g_str_equal (id, period_ids[i]))
      return i;
  return SP_PERIOD_NONE;
}
