/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

/**
 * SpClausesPage:
 *
 * The policy as a page to read, each clause marked with what it speaks of: filters and search above,
 * the selected clause beside it.
 */
#define SP_TYPE_CLAUSES_PAGE (sp_clauses_page_get_type ())
G_DECLARE_FINAL_TYPE (SpClausesPage, sp_clauses_page, SP, CLAUSES_PAGE, AdwBin)

GtkWidget *sp_clauses_page_new (SpSession *session);
void       sp_clauses_page_search (SpClausesPage *self);

G_END_DECLS
