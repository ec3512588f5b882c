/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

/**
 * SpCoveragePage:
 *
 * What the text mentions of all that a law wants policies to say.
 */
#define SP_TYPE_COVERAGE_PAGE (sp_coverage_page_get_type ())
G_DECLARE_FINAL_TYPE (SpCoveragePage, sp_coverage_page, SP, COVERAGE_PAGE, AdwBin)

GtkWidget *sp_coverage_page_new (SpSession *session);

G_END_DECLS
