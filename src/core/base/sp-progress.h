/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "sp-types.h"

G_BEGIN_DECLS

#define SP_TYPE_PROGRESS (sp_progress_get_type ())
SP_EXPORT GType sp_progress_get_type (void);
G_DECLARE_FINAL_TYPE (SpProgress, sp_progress, SP, PROGRESS, GObject)

SP_EXPORT SpProgress *sp_progress_new (void);
SP_EXPORT void        sp_progress_report (SpProgress *self, double fraction, const char *message);
SP_EXPORT double      sp_progress_get_fraction (SpProgress *self);
SP_EXPORT char       *sp_progress_dup_message (SpProgress *self);

G_END_DECLS
