/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-corpus.h"

G_BEGIN_DECLS

GBytes *sp_baseline_train (GPtrArray *examples);

G_END_DECLS
