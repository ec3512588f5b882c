/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-json-private.h"
#include "sp-ontology.h"
#include "sp-statement.h"

G_BEGIN_DECLS

/**
 * SpStatementCase:
 * @subjects: a bit for each that will do, 0 for any
 * @actions: likewise
 * @data: (element-type SpConcept): one of these or narrower must be named, if there are any
 * @recipients: (element-type SpConcept): likewise
 * @not_recipients: (element-type SpConcept): none of these may be named
 * @purposes: (element-type SpConcept): likewise
 *
 * What a statement must say for a detector to fire; see sp_statement_case_new().
 */
typedef struct
{
  guint32 subjects;
  guint32 actions;
  gboolean denied;
  double confidence_from;
  GPtrArray *data;           /* (owned) */
  GPtrArray *recipients;     /* (owned) */
  GPtrArray *not_recipients; /* (owned) */
  GPtrArray *purposes;       /* (owned) */
} SpStatementCase;

SpStatementCase *sp_statement_case_new (JsonObject *object, const SpOntology *ontology, GError **error);
void             sp_statement_case_free (SpStatementCase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStatementCase, sp_statement_case_free)

gboolean sp_statement_case_holds (const SpStatementCase *self, const SpStatement *statement);

G_END_DECLS
