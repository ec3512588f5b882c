/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "smallprint.h"

G_BEGIN_DECLS

/**
 * SpPrintFailedFunc:
 * @message: why, for people
 */
typedef void (*SpPrintFailedFunc) (const char *message, gpointer user_data);

void sp_printer_print (GtkWindow *parent, SpAnalysis *analysis, const SpReportOptions *options,
                       SpPrintFailedFunc failed, gpointer user_data);

G_END_DECLS
