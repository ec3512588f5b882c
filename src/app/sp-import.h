/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

typedef enum
{
  SP_IMPORT_WAITING,
  SP_IMPORT_RUNNING,
  SP_IMPORT_FAILED,
} SpImportState;

/**
 * SpImport:
 *
 * A file or a piece of text on its way in: a row of the queue. Properties: "name", "state"
 * (#SpImportState), "message", "progress" (0..1).
 */
#define SP_TYPE_IMPORT (sp_import_get_type ())
G_DECLARE_FINAL_TYPE (SpImport, sp_import, SP, IMPORT, GObject)

SpImport *sp_import_new_for_file (GFile *file, const char *name);
SpImport *sp_import_new_for_source (const SpSource *source);

GFile          *sp_import_get_file (SpImport *self);
gboolean        sp_import_get_can_retry (SpImport *self);
const SpSource *sp_import_get_source (SpImport *self);
const char     *sp_import_get_name (SpImport *self);
SpImportState   sp_import_get_state (SpImport *self);
const char     *sp_import_get_message (SpImport *self);

void sp_import_set_state (SpImport *self, SpImportState state, const char *message);
void sp_import_set_progress (SpImport *self, double progress);

G_END_DECLS
