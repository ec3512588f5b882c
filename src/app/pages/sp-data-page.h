/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

/**
 * SpDataPage:
 *
 * Which data go where and what for, as a table or as a list of sentences; each cell leads to what the
 * policy says.
 */
#define SP_TYPE_DATA_PAGE (sp_data_page_get_type ())
G_DECLARE_FINAL_TYPE (SpDataPage, sp_data_page, SP, DATA_PAGE, AdwBin)

GtkWidget *sp_data_page_new (SpSession *session);

G_END_DECLS
