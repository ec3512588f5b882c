/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-importer.h"

/* Helpers of the tests of import. */

/* A text and the outline that import must give for it. */
typedef struct
{
  const char *label;
  const char *text;
  const char *outline;
} ImportCase;

SpDocument *import_test_try     (const char *name, const char *bytes, gssize length, GError **error);
SpDocument *import_test_read    (const char *name, const char *bytes, gssize length);
char       *import_test_outline (SpDocument *document);
gboolean    import_test_has     (SpDocument *document, const char *diagnostic_id);
void        import_test_invariants (SpDocument *document);
void        import_test_cases   (const char *name, const ImportCase *cases, guint n_cases);
