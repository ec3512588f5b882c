/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-contradiction.h"

void
sp_contradiction_free (SpContradiction *self)
{
  g_free (self->explanation);
  g_free (self);
}
