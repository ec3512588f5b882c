/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document.h"
#include "sp-source.h"

G_BEGIN_DECLS

SP_EXPORT SpDocument *sp_importer_read (const SpSource *source, GCancellable *cancellable,
                                        GError **error);

SP_EXPORT const char *const *sp_importer_get_extensions (void);
SP_EXPORT gboolean           sp_importer_knows_name (const char *name);

G_END_DECLS
