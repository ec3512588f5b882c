/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double sp_portable_exp (double x);
double sp_portable_log (double x);
double sp_portable_sigmoid (double x);

G_END_DECLS
