/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

/**
 * SpOverviewPage:
 *
 * Grade, scores and the points that matter most, each a door to its clauses.
 */
#define SP_TYPE_OVERVIEW_PAGE (sp_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SpOverviewPage, sp_overview_page, SP, OVERVIEW_PAGE, AdwBin)

GtkWidget *sp_overview_page_new (SpSession *session);

G_END_DECLS
