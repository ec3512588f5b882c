/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

void     sp_export_async (SpAnalyzer *analyzer, SpAnalysis *analysis, const SpReportFormat *format,
                          const SpReportOptions *options, GFile *file, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
gboolean sp_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
