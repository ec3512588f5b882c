/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sp-session.h"

G_BEGIN_DECLS

/**
 * SpWelcomePage:
 *
 * What there is to do where no policy is open: ways to bring one in, and those that were open last, out
 * of the library. Nothing is taken from, or told to, what the desktop knows of recent files.
 */
#define SP_TYPE_WELCOME_PAGE (sp_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (SpWelcomePage, sp_welcome_page, SP, WELCOME_PAGE, AdwBin)

void sp_welcome_page_set_session (SpWelcomePage *self, SpSession *session);

G_END_DECLS
