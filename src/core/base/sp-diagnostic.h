/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-span.h"

G_BEGIN_DECLS

/**
 * SpDiagnostic:
 * @id: what happened, a stable kebab-case word ("mojibake-repaired")
 * @message: what happened, for a person (translated)
 * @span: where, or an empty span at 0 if it concerns the whole document
 *
 * Soft trouble met while a document was read. Data, not an error.
 */
typedef struct
{
  const char *id; /* (static) */
  char *message;  /* (owned) */
  SpSpan span;
} SpDiagnostic;

SP_EXPORT SpDiagnostic *sp_diagnostic_new (const char *id, SpSpan span, const char *message);
SP_EXPORT void          sp_diagnostic_free (SpDiagnostic *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpDiagnostic, sp_diagnostic_free)

G_END_DECLS
