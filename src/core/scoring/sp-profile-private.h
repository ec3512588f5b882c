/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-json-writer.h"
#include "sp-profile.h"

G_BEGIN_DECLS

void sp_profile_write_members (SpProfile *self, SpJsonWriter *json);

G_END_DECLS
