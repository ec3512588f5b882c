/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

SpLibrary *cli_library_open (const char *path);
gboolean   cli_library_keep (Cli *cli, SpLibrary *library, SpAnalysis *analysis);

G_END_DECLS
