/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

/**
 * CliInput:
 * @path: of a file, "-" for standard input, %NULL for a document that was given in a line
 * @name: as it stands in results
 * @source: (nullable): if it has been read already
 * @error: (nullable): why it could not be
 *
 * One thing to analyse.
 */
typedef struct
{
  char *path;       /* (owned) (nullable) */
  char *name;       /* (owned) */
  SpSource *source; /* (owned) (nullable) */
  GError *error;    /* (owned) (nullable) */
} CliInput;

void cli_input_free (CliInput *self);

/**
 * CliInputs:
 *
 * The inputs in the order given: files, folders walked for files of types that can be read, or lines
 * of documents on standard input, which are read one at a time.
 */
typedef struct _CliInputs CliInputs;

CliInputs *cli_inputs_new_for_paths (char **paths);
CliInputs *cli_inputs_new_for_documents (void);
void       cli_inputs_free (CliInputs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliInputs, cli_inputs_free)

gboolean  cli_inputs_are_several (const CliInputs *self);
guint     cli_inputs_count (const CliInputs *self);
CliInput *cli_inputs_next (CliInputs *self);

G_END_DECLS
