/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sp_notice_dup_words (guint n_read, guint n_failed, gboolean window_is_active);

G_END_DECLS
