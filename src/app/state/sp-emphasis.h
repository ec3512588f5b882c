/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

void     sp_emphasis_from_weights (const double usual[SP_N_DIMENSIONS], const double weights[SP_N_DIMENSIONS],
                                   SpEmphasis emphases[SP_N_DIMENSIONS]);
gboolean sp_emphasis_to_weights (const double usual[SP_N_DIMENSIONS],
                                 const SpEmphasis emphases[SP_N_DIMENSIONS],
                                 double weights[SP_N_DIMENSIONS]);

G_END_DECLS
