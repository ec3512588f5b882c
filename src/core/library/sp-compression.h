/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

GBytes *sp_bytes_compress (GBytes *bytes, GCancellable *cancellable, GError **error);
GBytes *sp_bytes_decompress (GBytes *bytes, gsize size, GCancellable *cancellable, GError **error);

G_END_DECLS
