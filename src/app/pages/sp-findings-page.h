/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

/**
 * SpFindingsPage:
 *
 * What was found, by weight; each row unfolds to the words it rests on.
 */
#define SP_TYPE_FINDINGS_PAGE (sp_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (SpFindingsPage, sp_findings_page, SP, FINDINGS_PAGE, AdwBin)

GtkWidget *sp_findings_page_new (SpSession *session);

G_END_DECLS
