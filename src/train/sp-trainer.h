/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-corpus.h"

G_BEGIN_DECLS

GPtrArray *sp_trainer_read_foreign (const char *aux_dir, GError **error);
GBytes    *sp_trainer_train (GPtrArray *examples, GPtrArray *foreign_sets, const char *version);
guint     *sp_trainer_split (GPtrArray *examples, guint n_folds);

G_END_DECLS
