/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-dialogs.h"

G_BEGIN_DECLS

/* The types and the other functions of sp-dialogs.h differ between the looks too. */
GtkWidget *_sp_dialogs_about_new (void);

G_END_DECLS
