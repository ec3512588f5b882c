/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpWorker:
 *
 * One named thread that runs tasks one after another, the most urgent first.
 */
typedef struct _SpWorker SpWorker;

SP_EXPORT SpWorker *sp_worker_new (const char *name);
SP_EXPORT void      sp_worker_shutdown (SpWorker *self);
SP_EXPORT void      sp_worker_push (SpWorker *self, GTask *task, GTaskThreadFunc func);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpWorker, sp_worker_shutdown)

G_END_DECLS
