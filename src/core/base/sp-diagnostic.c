/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-diagnostic.h"

/**
 * sp_diagnostic_new:
 * @id: (transfer none): a static or interned string
 * @message: copied
 *
 * Returns: (transfer full): a new diagnostic
 */
SpDiagnostic *
sp_diagnostic_new (const char *id, SpSpan span, const char *message)
{
  SpDiagnostic *self = g_new0 (SpDiagnostic, 1);

  self->id = id;
  self->span = span;
  self->message = g_strdup (message);
  return self;
}

void
sp_diagnostic_free (SpDiagnostic *self)
{
  g_free (self->message);
  g_free (self);
}
