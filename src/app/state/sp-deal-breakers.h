/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

GPtrArray *sp_deal_breakers_list (const SpFindingRegistry *registry);
SpProfile *sp_deal_breakers_choose (SpProfile *profile, const char *finding, gboolean chosen);

G_END_DECLS
