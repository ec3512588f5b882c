/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       sp_file_walk_async (GFile *const *files, gsize n_files, GObject *source,
                               GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sp_file_walk_finish (GAsyncResult *result);

G_END_DECLS
